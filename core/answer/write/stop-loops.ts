/**
 * Ends an answer whose writer goes round in circles: small models at times repeat a sentence, or a few, until they run
 * out of tokens. Nothing that was said is lost, since all of it was said before.
 *
 * Sentences are compared here, whatever stands between them, and code, tables and short ones are let be. Loops of
 * words or lines, which no sentence ends, are cut at their beginning by `completion/repetition-guard.ts`.
 */
import { sentenceBorder } from "../check/sentence-border.ts";
import type { GenerationEvent, GenerationProvider } from "../generation-provider.ts";

/** Shorter ones are said again for good reasons: "Click on Save." */
const MIN_CHARS = 25;
/** In a row a sentence is not said twice; with others between, the third time is a circle. */
const MAX_TIMES = 2;
/** What is longer is no sentence, and is not compared. */
const MAX_CHARS = 2_000;

const FENCE = /^[ \t]*(?:`{3,}|~{3,})/;
const CITATIONS = /\[[\d,; ]{1,40}\]/g;

/** Watches a text, piece by piece; true once it goes in circles. */
export function createLoopWatch(): (piece: string) => boolean {
  const times = new Map<string, number>();
  let open = "";
  let last = "";
  let isInCode = false;

  const isRepeated = (sentence: string): boolean => {
    const said = sentence.replace(CITATIONS, "").replace(/\s+/g, " ").trim().toLowerCase();
    if (said.length < MIN_CHARS) {
      if (said !== "") last = "";
      return false;
    }
    const count = (times.get(said) ?? 0) + 1;
    times.set(said, count);
    const isInARow = said === last;
    last = said;
    return isInARow || count > MAX_TIMES;
  };

  return (piece) => {
    open += piece;
    for (;;) {
      const newline = open.indexOf("\n");
      const line = newline === -1 ? open : open.slice(0, newline);
      const isCodeLine = isInCode || FENCE.test(line) || /^[ \t]*\|/.test(line);
      const border = isCodeLine ? undefined : sentenceBorder(line);
      const end = border === undefined ? newline : border.end;
      if (end === -1) break;
      const sentence = open.slice(0, end);
      open = open.slice(border === undefined ? newline + 1 : border.end + border.space.length);
      if (border === undefined && FENCE.test(line)) isInCode = !isInCode;
      if (!isCodeLine && isRepeated(sentence)) return true;
    }
    if (open.length > MAX_CHARS) open = "";
    return false;
  };
}

export function stopLoops(provider: GenerationProvider): GenerationProvider {
  const { name, model, mode } = provider;
  if (mode !== "generative") return provider;
  return {
    name,
    model,
    mode,
    async *generate(request, options): AsyncGenerator<GenerationEvent, void, undefined> {
      const isLooping = createLoopWatch();
      for await (const event of provider.generate(request, options)) {
        yield event;
        if (event.type !== "text-delta" || !isLooping(event.text)) continue;
        // Leaving the loop ends the request.
        yield { type: "end", finishReason: "length" };
        return;
      }
    },
  };
}
