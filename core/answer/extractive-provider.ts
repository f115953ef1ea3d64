import { composeAnswer } from "./compose-answer.ts";
import type { GenerationEvent, GenerationProvider } from "./generation-provider.ts";

/**
 * Answers without a model: the one to three sentences that answer, as they stand in the pages, each with its
 * citation. A code block, a list or a table that belongs to a quoted sentence is kept whole.
 */
export function createExtractiveProvider(): GenerationProvider {
  return {
    name: "extractive",
    // Part of the answer cache's key: counted up whenever the same pages may give another answer.
    model: "extractive-4",
    mode: "extractive",
    async *generate(request, { signal }): AsyncGenerator<GenerationEvent> {
      // All at once: it is there already, and each piece would cost a frame of the stream.
      const text = composeAnswer(request).join("\n\n");
      await Promise.resolve();
      signal.throwIfAborted();
      yield { type: "text-delta", text };
      yield { type: "end", finishReason: "stop" };
    },
  };
}
