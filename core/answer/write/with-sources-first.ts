import type { ChatEvent, Source } from "../../protocol.ts";
import { likeliest } from "../find/likeliest.ts";
import type { Passage } from "../generation-provider.ts";
import type { writeWithFallback } from "./write-with-fallback.ts";

/**
 * Tells the sources before the text. Quotations are chosen before the first word, and their sources are the places
 * that they stand at. A model reads more than a visitor would look through: the likeliest are told at once, each of the
 * others, with all that were told before, when the first word that cites it comes.
 */
export async function* withSourcesFirst(
  writing: ReturnType<typeof writeWithFallback>,
  passages: readonly Passage[],
  { isGenerative }: { isGenerative: boolean },
): ReturnType<typeof writeWithFallback> {
  try {
    const first = isGenerative ? undefined : await writing.next();
    const begun = first?.done === false ? first.value : undefined;
    const hasOwn = begun?.type === "sources-available";
    const told = likeliest(passages).map(({ source }) => source);
    if (hasOwn) yield begun;
    else if (told.length > 0) yield { type: "sources-available", sources: [...told] };
    yield { type: "stage", stage: "reading", count: passages.length };
    yield { type: "stage", stage: "writing" };
    if (first?.done === true) return first.value;
    if (begun !== undefined && !hasOwn) yield begun;
    return yield* isGenerative ? withCitedSources(writing, passages, told) : writing;
  } finally {
    await writing.return(undefined as never);
  }
}

async function* withCitedSources(
  writing: ReturnType<typeof writeWithFallback>,
  passages: readonly Passage[],
  told: readonly Source[],
): ReturnType<typeof writeWithFallback> {
  let sources = [...told];
  for (;;) {
    const next = await writing.next();
    if (next.done === true) return next.value;
    const event = next.value;
    if (event.type === "sources-available") ({ sources } = event);
    const added = untoldSources(event, passages, sources);
    if (added.length > 0) {
      sources = [...sources, ...added];
      yield { type: "sources-available", sources };
    }
    yield event;
  }
}

/** What a piece of text cites: a mark comes whole or not at all. What only looks like one, in code, costs a source too many. */
function untoldSources(event: ChatEvent, passages: readonly Passage[], told: readonly Source[]): Source[] {
  if (event.type !== "text-delta") return [];
  const cited = new Set(Array.from(event.text.matchAll(/\[(\d{1,3})\]/g), ([, digits]) => Number(digits)));
  return passages
    .map(({ source }) => source)
    .filter(({ position }) => cited.has(position) && !told.some((known) => known.position === position));
}
