import type { ChatEventOf, FinishReason, Usage } from "../protocol.ts";
import { passageMarkdown, passageText } from "../passage-text.ts";
import { NO_ANSWER_MARK } from "./build-prompt.ts";
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

/**
 * Lets a provider write and passes its deltas on, with every citation and address checked on the way.
 * `NO_ANSWER`, which a model writes when the passages do not answer, is turned into the finish reason
 * `refused` and never shown.
 *
 * @throws GenerationError as the provider does, and where it ends without an `end`.
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
  /** The beginning, until it is clear that it is not the mark of a refusal. */
  let opening: string | undefined = "";
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
      if (event.finishReason === "refused" || opening?.trim().startsWith(NO_ANSWER_MARK) === true) {
        return finish("refused", event.usage);
      }
      const rest = filter.push(opening ?? "") + filter.end();
      text += rest;
      if (rest !== "") yield { type: "text-delta", text: rest };
      if (text.trim() === "")
        throw new GenerationError({ reason: "provider-stream-broken", detail: "empty answer" });
      return finish(event.finishReason, event.usage);
    }
    let delta = event.text;
    if (opening !== undefined) {
      opening += delta;
      // What begins with the mark stays hidden to its end: a refusal with an excuse is a refusal.
      if (NO_ANSWER_MARK.startsWith(opening.trimStart().slice(0, NO_ANSWER_MARK.length))) continue;
      delta = opening;
      opening = undefined;
    }
    const checked = filter.push(delta);
    text += checked;
    if (checked !== "") yield { type: "text-delta", text: checked };
    if (text.length > ANSWER_MAX_CHARS) return finish("length");
  }
  throw new GenerationError({ reason: "provider-stream-broken", detail: "ended without an end" });
}

/** An address may stay in the text when it is a source's or stands in a passage that was given. */
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
