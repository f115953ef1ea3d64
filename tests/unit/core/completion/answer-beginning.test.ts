import { describe, expect, test } from "vitest";
import {
  createAnswerBeginning,
  type AnswerBeginningOptions,
  type AnswerPiece,
} from "../../../../core/completion/answer-beginning.ts";
import type { SpokenEvent } from "../../../../core/completion/spoken-words.ts";

const positions = new Set([1, 2]);
const say = (text: string) => [{ type: "text" as const, text }];
const ended = { type: "thought-ended" as const };
/** Stands for all before being taken back. */
const RESTART = "↺";

function begin(options: AnswerBeginningOptions) {
  const beginning = createAnswerBeginning(options);
  const show = ({ text, isRestart }: AnswerPiece): string => (isRestart ? RESTART : "") + text;
  return {
    push: (events: readonly SpokenEvent[]) => show(beginning.push(events)),
    end: (isCut = false) => show(beginning.end(isCut)),
    omitsOpening: () => beginning.omitsOpening,
  };
}

describe("the beginning of an answer", () => {
  test("is held until it cites a position that was given, and then nothing is", () => {
    const beginning = begin({ positions, isHeldWhole: false });
    expect(beginning.push(say("It costs 9 euros "))).toBe("");
    expect(beginning.push(say("[7], or ["))).toBe("");
    expect(beginning.push(say("1"))).toBe("");
    expect(beginning.push(say("] a month"))).toBe("It costs 9 euros [7], or [1] a month");
    expect(beginning.push(say(". More"))).toBe(". More");
    expect(beginning.end()).toBe("");
  });

  test("comes at the end where nothing is cited", () => {
    const beginning = begin({ positions, isHeldWhole: false });
    expect(beginning.push(say("I don't know."))).toBe("");
    expect(beginning.end()).toBe("I don't know.");
  });

  test.each([
    "Okay, it costs 9 [1].",
    "The user asks for the price. It is 9 [1].",
    "Let me look at the pages. It costs 9 [1].",
    "I should answer that it costs 9 [1].",
    "According to passage 1 it costs 9 [1].",
    "Passage [1] says 9.",
    "We need to cite [1] here.",
    "Der Nutzer fragt nach dem Preis: 9 [1].",
    "Ich muss den Preis nennen: 9 [1].",
    "L'utilisateur demande le prix : 9 [1].",
    "El usuario pregunta el precio: 9 [1].",
    "L'utente chiede il prezzo: 9 [1].",
    "O usuário quer o preço: 9 [1].",
    "De gebruiker vraagt de prijs: 9 [1].",
    "用户想知道价格：9 [1]。",
    "ユーザーは料金を知りたい [1]。",
  ])("that speaks of its task is held as a whole: %s", (text) => {
    const beginning = begin({ positions, isHeldWhole: false });
    expect(beginning.push(say(text))).toBe("");
    expect(beginning.push(say(" More of it [2]."))).toBe("");
    expect(beginning.push([ended, ...say("It costs 9 [1].")])).toBe("It costs 9 [1].");
    expect(beginning.omitsOpening()).toBe(true);
  });

  test.each([
    "You set the theme with the attribute [1].",
    "The price is 9 euros a month [1].",
    "Users can change it in the settings [1].",
    "Yes, it runs on Linux [1].",
    "We offer three plans [1].",
    "To install it, run the command below [1].",
    "Der Preis ist 9 Euro [1].",
    "Sie müssen zuerst das Paket installieren [1].",
    "Le prix est de 9 euros [1].",
    "Debe instalar el paquete [1].",
    "El precio es de 9 euros [1].",
    "Il prezzo è di 9 euro [1].",
    "De prijs is 9 euro [1].",
    "O preço é de 9 euros [1].",
  ])("that speaks of its matter is not: %s", (text) => {
    const beginning = begin({ positions, isHeldWhole: false });
    expect(beginning.push(say(text))).toBe(text);
  });

  test("what was passed on and proves to be a thought is taken back for the answer", () => {
    const beginning = begin({ positions, isHeldWhole: false });
    expect(beginning.push(say("It costs 9 [1]."))).toBe("It costs 9 [1].");
    expect(beginning.push([...say(" So it is."), ended])).toBe("");
    expect(beginning.push(say("It costs "))).toBe("");
    expect(beginning.push(say("8 [1]."))).toBe(`${RESTART}It costs 8 [1].`);
    expect(beginning.push(say(" More."))).toBe(" More.");
    expect(beginning.omitsOpening()).toBe(true);
  });

  test("in one piece it is never passed on", () => {
    const beginning = begin({ positions, isHeldWhole: false });
    expect(beginning.push(say("It costs 9 [1]."))).not.toBe("");
    expect(beginning.push([...say(" Or 10."), ended, ...say("It costs 8 [1].")])).toBe(
      `${RESTART}It costs 8 [1].`,
    );
  });

  test("it is taken back also for what cites nothing", () => {
    const beginning = begin({ positions, isHeldWhole: false });
    expect(beginning.push(say("It costs 9 [1]."))).not.toBe("");
    expect(beginning.push([ended, ...say("Our pages do not say.")])).toBe("");
    expect(beginning.end()).toBe(`${RESTART}Our pages do not say.`);
  });

  test("after a second time nothing is shown before the end", () => {
    const beginning = begin({ positions, isHeldWhole: false });
    beginning.push(say("One [1]."));
    expect(beginning.push([ended, ...say("Two [1].")])).toBe(`${RESTART}Two [1].`);
    expect(beginning.push([ended, ...say("Three [1].")])).toBe("");
    expect(beginning.end()).toBe(`${RESTART}Three [1].`);
  });

  test("a closing mark that no word follows takes nothing back", () => {
    const left = begin({ positions, isHeldWhole: false });
    expect(left.push(say("It costs 9 [1]."))).not.toBe("");
    expect(left.push([...say(" So it is."), ended, ...say("---")])).toBe("");
    expect(left.end()).toBe(" So it is.");
  });

  test("a closing mark before any word ends no thought", () => {
    const beginning = begin({ positions, isHeldWhole: false });
    expect(beginning.push([ended, ...say("It costs 9 [1].")])).toBe("It costs 9 [1].");
    expect(beginning.omitsOpening()).toBe(false);
  });

  test("of a model that is known for it is held to its end, or to the end of the thought", () => {
    const whole = begin({ positions, isHeldWhole: true });
    expect(whole.push(say("It costs 9 [1]."))).toBe("");
    expect(whole.end()).toBe("It costs 9 [1].");
    const thought = begin({ positions, isHeldWhole: true });
    expect(thought.push(say("It costs 9 [1]."))).toBe("");
    expect(thought.push([ended, ...say("It costs 8 [1].")])).toBe("It costs 8 [1].");
  });
});
