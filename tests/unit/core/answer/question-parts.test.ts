import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { comparisonSides } from "../../../../core/answer/split/comparison-sides.ts";
import { questionParts } from "../../../../core/answer/split/question-parts.ts";
import { MAX_QUESTION_PARTS } from "../../../../core/dialogue/max-question-parts.ts";
import type { DialogueTools } from "../../../../core/dialogue/standalone-question.ts";

/** A question of the set, with words that each of its parts must hold. Written before the rules. */
interface Asked {
  set: "tuned" | "held-out";
  language: string;
  question: string;
  parts: string[][];
}

/** Longer words tell more. */
const weigh: DialogueTools["weigh"] = (text) =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => ({ word, term: word.toLowerCase(), weight: word.length / 4, known: true }));

const partsOf = (question: string, language = "en"): string[] =>
  questionParts(question, { language, weigh }).map((part) => part.question);

const SET = readFileSync(join(import.meta.dirname, "../../../retrieval/question-parts.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Asked);

function isAsExpected({ question, language, parts }: Asked): boolean {
  const found = questionParts(question, { language, weigh });
  return (
    found.length === parts.length &&
    parts.every((words, index) =>
      words.every((word) => found[index]?.query.toLowerCase().includes(word.toLowerCase())),
    )
  );
}

const share = (asked: readonly Asked[]): number => asked.filter(isAsExpected).length / asked.length;

describe("the parts of a question, on a set of 142 in seven languages", () => {
  it.each([
    ["tuned", 1, 1],
    // Nothing was changed for these: what is measured.
    ["held-out", 0.91, 1],
  ] as const)("are told in the %s half, and nothing else is split", (set, several, single) => {
    const own = SET.filter((asked) => asked.set === set);
    expect(share(own.filter(({ parts }) => parts.length > 1))).toBeGreaterThanOrEqual(several);
    expect(share(own.filter(({ parts }) => parts.length === 0))).toBeGreaterThanOrEqual(single);
  });

  it("are asked about in many ways, half of them once", () => {
    expect(SET.length).toBeGreaterThanOrEqual(120);
    expect(new Set(SET.map(({ language }) => language)).size).toBe(7);
    const single = SET.filter(({ parts }) => parts.length === 0).length;
    expect(single / SET.length).toBeGreaterThanOrEqual(0.49);
  });
});

describe("a part", () => {
  it("is named what it points at", () => {
    expect(partsOf("What is the dev toolbar and how do I turn it off?")).toEqual([
      "What is the dev toolbar?",
      "How do I turn the dev toolbar off?",
    ]);
  });

  it("is asked as the part before it, where it is only another thing to do", () => {
    expect(partsOf("How do I install the plugin and configure it?")).toEqual([
      "How do I install the plugin?",
      "How do I configure the plugin?",
    ]);
    expect(partsOf("¿Cómo puedo cancelar mi cuenta y descargar mis datos?", "es")).toEqual([
      "¿Cómo puedo cancelar mi cuenta?",
      "¿Cómo puedo descargar mis datos?",
    ]);
    expect(partsOf("Wie kann ich mein Passwort ändern und meine Adresse anpassen?", "de")).toEqual([
      "Wie kann ich mein Passwort ändern?",
      "Wie kann ich meine Adresse anpassen?",
    ]);
  });

  it("takes over the verb that was left out", () => {
    expect(partsOf("When are the calls in spring and when the calls in autumn?")).toEqual([
      "When are the calls in spring?",
      "When are the calls in autumn?",
    ]);
  });

  it("is looked up with what was told before it, where that is short", () => {
    const [part] = questionParts("I am a student. What does it cost, and how do I apply?", {
      language: "en",
      weigh,
    });
    expect(part?.query).toMatch(/^I am a student\. What does/);
    expect(part?.question).not.toContain("student.");
  });

  it.each([
    [
      "en",
      "Hello! Two things: 1. How do I cancel? 2. When do I get money back?",
      ["How do I cancel?", "When do I get money back?"],
    ],
    ["en", "- How do I cancel?\n- Where is the office?", ["How do I cancel?", "Where is the office?"]],
    [
      "en",
      "Do you ship to Norway? If so, what does shipping cost?",
      ["Do you ship to Norway?", "What does shipping cost?"],
    ],
    [
      "en",
      "where is the settings page and what's the shortcut",
      ["Where is the settings page", "What's the shortcut"],
    ],
    ["es", "donde estais y teneis aparcamiento", ["Donde estais", "Teneis aparcamiento"]],
    ["fr", "vous livrez le samedi et c'est combien", ["Vous livrez le samedi", "C'est combien"]],
    ["it", "quando aprite e accettate la carta", ["Quando aprite", "Accettate la carta"]],
    ["pt", "onde ficam e há estacionamento", ["Onde ficam", "Há estacionamento"]],
    ["pt", "vendem bicicletas e têm garantia", ["Vendem bicicletas", "Têm garantia"]],
    ["de", "repariert ihr schuhe und was kostet das", ["Repariert ihr schuhe", "Was kostet das"]],
    ["nl", "repareren jullie schoenen en wat kost dat", ["Repareren jullie schoenen", "Wat kost dat"]],
    ["es", "como cancelo y cuando me devuelven el dinero", ["Como cancelo", "Cuando me devuelven el dinero"]],
    [
      "es",
      "¿Está incluido el desayuno y a qué hora es la salida?",
      ["¿Está incluido el desayuno?", "¿A qué hora es la salida?"],
    ],
    [
      "pt",
      "O estacionamento é grátis e a que horas fecha?",
      ["O estacionamento é grátis?", "A que horas fecha?"],
    ],
  ])("is found in a list, in haste and behind a condition, in %s: %s", (language, question, parts) => {
    expect(partsOf(question, language)).toEqual(parts);
  });

  it("is shown as it was asked where a name is only put behind it", () => {
    const [, second] = questionParts("Was ist ein Arbeitsbereich und wozu brauche ich ihn?", {
      language: "de",
      weigh,
    });
    expect(second?.question).toBe("Wozu brauche ich ihn?");
    expect(second?.query).toContain("Arbeitsbereich");
  });

  it("is a step that was told", () => {
    expect(partsOf("I want to import my contacts, then send them a newsletter. How does that go?")).toEqual([
      "How do I import my contacts?",
      "How do I send my contacts a newsletter?",
    ]);
  });
});

describe("what goes on with its question", () => {
  it.each([
    ["en", "Which family made the lamps and was known for its glass?"],
    ["en", "What two plans are seldom bought and are typically cheap?"],
    ["en", "When is it refused if the form is old, unsigned, and doesn't name a person?"],
    ["en", "In May 2020, where were the offices?"],
    ["en", "Which month, every four years, are the doors open?"],
    ["en", "How do I see what is running and what is stopped?"],
    ["en", "I need to reach members who don't have a phone, how do I do that?"],
    ["es", "Después del verano, ¿qué cursos hay?"],
    ["es", "Cuando cierro la ventana, ¿dónde quedan mis datos?"],
    ["es", "¿Qué tipo de abono se paga al mes y debe renovarse en enero?"],
    ["es", "¿Cuál es la oficina de EE. UU. en la que se atiende en español?"],
    ["es", "¿La tienda vende entradas para el museo y qué otro?"],
    ["de", "Wie speichere und lade ich ein Projekt?"],
    ["fr", "Quand je clique sur envoyer et que la page se ferme, où est mon message ?"],
    ["de", "Wenn ich mich abmelde und die Seite schließe, wo sind meine Daten?"],
  ])("is one, in %s: %s", (language, question) => {
    expect(partsOf(question, language)).toEqual([]);
  });

  it.each([
    ["Which version does the app need, and will Linux stay supported?", 2],
    ["How old must a child be, and do parents have to stay?", 2],
    ["Are bananas on the list, if not can you add them?", 2],
  ])("is another where it has a subject of its own: %s", (question, count) => {
    expect(partsOf(question)).toHaveLength(count);
  });
});

describe("a question", () => {
  it("has no more parts than are looked up", () => {
    const many = "What is A? What is B? What is C? What is D? What is E? What is F?".replace(
      /[A-F]/g,
      (name) => `the ${name} plan`,
    );
    expect(partsOf(many)).toHaveLength(MAX_QUESTION_PARTS);
  });

  it("of any length and shape is read in time", () => {
    const odd = ["and ".repeat(5000), "how do I and ".repeat(300), ", ".repeat(3000), "?".repeat(4000), ""];
    for (const text of odd) expect(partsOf(text).length).toBeLessThanOrEqual(MAX_QUESTION_PARTS);
  });

  it("is not named a thing of the part before it where that points at the same", () => {
    expect(partsOf("How do I install it with Google Tag Manager, and does it set cookies?")).toEqual([
      "How do I install it with Google Tag Manager?",
      "Does it set cookies?",
    ]);
  });

  it("is not named what a long story may have meant", () => {
    const story =
      "My aunt left us a box of old black and white photographs and none of us has any idea of how they were made.";
    expect(partsOf(`${story} Can we do that at your place and what would we have to bring?`)).toEqual([
      "Can we do that at your place?",
      "What would we have to bring?",
    ]);
  });

  it("in a language without rules is not split", () => {
    expect(partsOf("Hvad koster det og hvor kan jeg parkere?", "da")).toEqual([]);
  });
});

describe("the sides of a comparison", () => {
  it.each([
    ["What is the difference between a draft and a template?", ["a draft", "a template"]],
    ["original() vs current(), which one gives me what?", ["original()", "current()"]],
    ["Should I use the archive or the bin?", ["use the archive", "the bin"]],
    ["coming by bus, is Northgate or Southgate the better stop?", ["Northgate", "Southgate"]],
    ["Was ist der Unterschied zwischen Entwurf und Vorlage?", ["Entwurf", "Vorlage"]],
  ])("of %s are both named", (question, sides) => {
    expect(comparisonSides(question).map((side) => side.question)).toEqual(sides);
  });

  it("share what stands before the first", () => {
    const [, second] = comparisonSides("testing in the definition of ready versus the definition of done");
    expect(second?.query).toBe("testing in the definition of done");
  });

  it("are none of what compares nothing", () => {
    expect(comparisonSides("How do I pay by card or by invoice?")).toEqual([]);
    expect(comparisonSides("How do I start?")).toEqual([]);
  });
});
