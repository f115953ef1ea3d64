/**
 * Has a model write in the language that it was asked for. The beginning of an answer is held until its language can be
 * told, a sentence at most; where it is surely another, the request is given up and made once more with a firmer word.
 * Nothing of the first was shown, so that no answer mixes two languages. What the model writes then is shown as it is:
 * an answer in another language is better than none. A refusal in another language is not asked for again: the visitor
 * is refused in our words, and in their language.
 */
import { startTimer as platformTimer, type StartTimer } from "../../within-deadline.ts";
import type {
  GenerationEvent,
  GenerationFailure,
  GenerationProvider,
  GenerationRequest,
} from "../generation-provider.ts";
import { recogniseRefusal } from "../refusal/recognise-refusal.ts";
import { judgeLanguage, type ExpectedLanguage } from "./answer-language.ts";

export interface InLanguageOptions {
  expected: ExpectedLanguage;
  onFailure?: ((failure: GenerationFailure) => void) | undefined;
  startTimer?: StartTimer | undefined;
}

export interface LanguageCheckedProvider extends GenerationProvider {
  /** The last answer is in another language than it was asked for. */
  readonly isForeign: () => boolean;
}

/** Characters that are held at most: code and tables tell nothing, and are not waited for. */
const MAX_HELD_CHARS = 400;
/** A beginning is looked at again when it has grown by a word or two: each look costs time of the processor. */
const LOOK_EVERY_CHARS = 12;
/** A refusal that goes on for longer is passed on as it is. */
const MAX_REFUSAL_CHARS = 2_000;
const SENTENCE = /[.!?\]\n]/;
/** What takes longer to begin is not asked for again: two slow answers are one too many. */
const ASK_AGAIN_WITHIN_MS = 10_000;

/** For one answer. Quotations are in the language of the pages. */
export function inLanguage(
  provider: GenerationProvider,
  { expected, onFailure, startTimer = platformTimer }: InLanguageOptions,
): LanguageCheckedProvider {
  let isForeign = false;

  const report = (written: string): void => {
    isForeign = true;
    onFailure?.({ reason: "answer-language", expected: expected.language, written });
  };

  async function* generate(
    request: GenerationRequest,
    options: { signal: AbortSignal },
  ): AsyncGenerator<GenerationEvent, void, undefined> {
    let isLate = false;
    const stop = startTimer(() => (isLate = true), ASK_AGAIN_WITHIN_MS);
    try {
      const events = provider.generate(request, options);
      const isGivenUp = yield* holdBeginning(events, {
        ...request,
        expected,
        report,
        mayGiveUp: () => !isLate,
      });
      if (!isGivenUp) return;
    } finally {
      stop();
    }
    isForeign = false;
    const again = { ...request, questionLanguage: expected.language, insistsOnLanguage: true };
    yield* holdBeginning(provider.generate(again, options), {
      ...request,
      expected,
      report,
      mayGiveUp: () => false,
    });
  }

  const { name, model, mode } = provider;
  if (mode !== "generative") return { ...provider, isForeign: () => false };
  return { name, model, mode, generate, isForeign: () => isForeign };
}

interface HoldOptions {
  question: string;
  expected: ExpectedLanguage;
  /** Told of the language of an answer that is in another one, before any of it is passed on. */
  report: (written: string) => void;
  mayGiveUp: () => boolean;
}

/**
 * Passes an answer on once its language is right or cannot be told. Returns true where it is another, and the request was
 * given up before anything was passed on.
 */
async function* holdBeginning(
  events: AsyncIterable<GenerationEvent>,
  { question, expected, report, mayGiveUp }: HoldOptions,
): AsyncGenerator<GenerationEvent, boolean, undefined> {
  const held: GenerationEvent[] = [];
  let text = "";
  let lookedAtChars = 0;
  let isSettled = false;
  for await (const event of events) {
    if (isSettled) {
      yield event;
      continue;
    }
    if (event.type === "restart") {
      // Nothing of the first text was passed on.
      held.length = lookedAtChars = 0;
      text = "";
      continue;
    }
    held.push(event);
    const isWhole = event.type === "end";
    if (event.type === "text-delta") text += event.text;
    if (!isWhole && text.length < lookedAtChars + LOOK_EVERY_CHARS) continue;
    lookedAtChars = text.length;
    const verdict = judgeLanguage(text, expected, { isWhole });
    if (verdict.is === "open" && text.length < MAX_HELD_CHARS) continue;
    if (verdict.is === "wrong") {
      // Whether it refuses is told by a whole sentence, and stays open until it ends or states a cited fact.
      const isRefusal = (isWhole || SENTENCE.test(text)) && recogniseRefusal(text, question) === "refusal";
      const mayRefuse = isRefusal
        ? text.length < MAX_REFUSAL_CHARS
        : !SENTENCE.test(text) && text.length < MAX_HELD_CHARS;
      if (mayRefuse && !isWhole) continue;
      if (isRefusal) {
        isSettled = true;
        yield* held.splice(0);
        continue;
      }
      report(verdict.language);
      // Leaving the loop ends the request.
      if (mayGiveUp()) return true;
    }
    isSettled = true;
    yield* held.splice(0);
  }
  // What ended without an end is the caller's to notice.
  yield* held;
  return false;
}
