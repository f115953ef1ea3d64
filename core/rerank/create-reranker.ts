/** What all rerankers do alike: send nothing empty, and tell every way in which a service can fail by one set of reasons. */
import type { OnModelCall } from "../usage/model-calls.ts";
import { readRerankTokens, readScores } from "./read-scores.ts";
import { RerankError, type Reranker } from "./reranker.ts";

export interface RerankService extends Pick<Reranker, "name" | "model"> {
  /**
   * Sends a question and texts, none of them empty, and resolves with the answer as it came. May throw anything.
   *
   * @param onSend called for each request.
   */
  send: (
    query: string,
    texts: readonly string[],
    options: { signal: AbortSignal; onSend: () => void },
  ) => Promise<unknown>;
}

export function createReranker({ name, model, send }: RerankService): Reranker {
  return {
    name,
    model,
    async rerank(query, texts, { signal, onCall }) {
      signal.throwIfAborted();
      if (texts.length === 0) return [];
      let onTokens: ReturnType<OnModelCall> | undefined;
      const onSend = (): void => void (onTokens = onCall?.({ provider: name, model }));
      let answer: unknown;
      try {
        // Services refuse empty texts.
        const filled = texts.map((text) => text.trim() || "-");
        answer = await send(query.trim() || "-", filled, { signal, onSend });
      } catch (error) {
        signal.throwIfAborted();
        throw asRerankError(error);
      }
      signal.throwIfAborted();
      onTokens?.(readRerankTokens(answer));
      return readScores(answer, texts.length);
    },
  };
}

/** A message of a service may repeat the key or the texts: only the kind of the error is kept. */
function asRerankError(error: unknown): RerankError {
  if (error instanceof RerankError) return error;
  if (error instanceof SyntaxError) {
    return new RerankError({ reason: "rerank-invalid", detail: "it is not JSON" });
  }
  const detail = error instanceof Error ? error.name : typeof error;
  return new RerankError({ reason: "rerank-unreachable", detail }, error);
}
