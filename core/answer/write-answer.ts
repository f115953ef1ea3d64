import type { ChatEventOf, FinishReason, Usage } from "../protocol.ts";
import { passageMarkdown, passageText } from "../passage-text.ts";
import { NO_ANSWER_MARK, stripInvisible } from "./build-prompt.ts";
import { createCitationFilter } from "./citation-filter.ts";
import { GenerationError, type GenerationProvider, type GenerationRequest } from "./generation-provider.ts";

export interface WrittenAnswer {
  mode: "generative" | "extractive";
  text: string;
  finishReason: Exclude<FinishReason, "stopped">;
  /** In the order of first use. */
  citedPositions: number[];
  usage?: Usage;
  /** Written by another provider than the one that was asked. */
  isStandIn: boolean;
}

/** An answer larger than this is a runaway: it is cut, and says so by its finish reason. */
const ANSWER_MAX_CHARS = 32_768;

/** What may stand around the mark of a refusal and says nothing by itself. */
const DECORATION = /^[\s*_#>"'`~-]*$/;
/** A model that goes on like this has begun its answer, such as it is. */
const MAX_DECORATION_CHARS = 100;

/**
 * Lets a provider write and passes its deltas on, with every citation and address checked on the way.
 * `NO_ANSWER`, which a model writes when the passages do not answer, is turned into the finish reason
 * `refused` and never shown, wherever it stands; what was shown before it is the caller's to take back.
 *
 * @throws GenerationError as the provider does, and where it ends without an `end` or without a word.
 */
export async function* writeAnswer(
  request: GenerationRequest,
  { provider, signal }: { provider: GenerationProvider; signal: AbortSignal },
): AsyncGenerator<ChatEventOf<"text-delta">, WrittenAnswer, undefined> {
  const filter = createCitationFilter({
    positions: new Set(request.passages.map(({ source }) => source.position)),
    allowsAddress: addressesOf(request),
  });
  let text = "";
  /** What came in and was not passed on: it may be, or become, the mark of a refusal. */
  let held = "";
  let hasBegun = false;
  const finish = (finishReason: WrittenAnswer["finishReason"], usage?: Usage): WrittenAnswer => ({
    mode: provider.mode,
    text,
    finishReason,
    citedPositions: [...filter.citedPositions],
    ...(usage !== undefined && { usage }),
    isStandIn: false,
  });

  for await (const event of provider.generate(request, { signal })) {
    signal.throwIfAborted();
    if (event.type === "end") {
      if (event.finishReason === "refused") return finish("refused", event.usage);
      const rest = filter.push(held) + filter.end();
      text += rest;
      if (rest !== "") yield { type: "text-delta", text: rest };
      if (text.trim() === "")
        throw new GenerationError({ reason: "provider-stream-broken", detail: "empty answer" });
      return finish(event.finishReason, event.usage);
    }
    held += stripInvisible(event.text);
    if (held.includes(NO_ANSWER_MARK)) return finish("refused");
    const kept = markPrefixLength(held);
    const ready = held.slice(0, held.length - kept);
    if (!hasBegun && ready.length < MAX_DECORATION_CHARS && DECORATION.test(ready)) continue;
    hasBegun = true;
    held = held.slice(held.length - kept);
    const checked = filter.push(ready);
    text += checked;
    if (checked !== "") yield { type: "text-delta", text: checked };
    if (text.length > ANSWER_MAX_CHARS) return finish("length");
  }
  throw new GenerationError({ reason: "provider-stream-broken", detail: "ended without an end" });
}

/** Length of the longest end of the text that is a beginning of the mark. */
function markPrefixLength(text: string): number {
  for (let length = Math.min(text.length, NO_ANSWER_MARK.length - 1); length > 0; length--) {
    if (text.endsWith(NO_ANSWER_MARK.slice(0, length))) return length;
  }
  return 0;
}

/** An address may be shown whole when it is a source's or stands in a passage that was given. */
function addressesOf(request: GenerationRequest): (address: string) => boolean {
  const urls = new Set(
    request.passages.flatMap(({ source }) => [source.url, source.url.split("#", 1)[0] ?? ""]),
  );
  let passages: string | undefined;
  return (address) => {
    if (urls.has(address)) return true;
    passages ??= request.passages
      .map(({ chunk }) => `${passageText(chunk.blocks)}\n${passageMarkdown(chunk.blocks)}`)
      .join("\n");
    return passages.includes(address);
  };
}
