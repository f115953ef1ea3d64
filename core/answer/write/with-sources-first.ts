import type { Source } from "../../protocol.ts";
import type { writeWithFallback } from "./write-with-fallback.ts";

/**
 * Tells the sources before the text. Quotations are chosen before the first word, and their sources are the places
 * that they stand at; a model cites the passages as they are.
 */
export async function* withSourcesFirst(
  writing: ReturnType<typeof writeWithFallback>,
  sources: readonly Source[],
  { isGenerative }: { isGenerative: boolean },
): ReturnType<typeof writeWithFallback> {
  try {
    const first = isGenerative ? undefined : await writing.next();
    const begun = first?.done === false ? first.value : undefined;
    const hasOwn = begun?.type === "sources-available";
    yield hasOwn ? begun : { type: "sources-available", sources: [...sources] };
    yield { type: "stage", stage: "reading", count: sources.length };
    yield { type: "stage", stage: "writing" };
    if (first?.done === true) return first.value;
    if (begun !== undefined && !hasOwn) yield begun;
    return yield* writing;
  } finally {
    await writing.return(undefined as never);
  }
}
