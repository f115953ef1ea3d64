/**
 * One short completion of a chat model: the helper behind rewriting a follow-up and translating a question.
 * Nothing is streamed, nothing is retried, and what comes back is one line or nothing.
 */
import { readCompletion } from "./completion-chunk.ts";
import type { OnModelCall } from "../../core/usage/model-calls.ts";
import { openOpenAiClient, outputLimit, serverName } from "./openai-client.ts";
import { toGenerationError } from "./openai-failures.ts";

export interface ChatCompletionOptions {
  apiKey: string;
  /** The part before `/chat/completions`. */
  baseUrl: string;
  model: string;
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Epoch milliseconds. */
  now?: () => number;
}

/**
 * Completes a prompt.
 *
 * @returns the text in one line; undefined where the model declines, is cut off or writes nothing.
 * @throws GenerationError, or the signal's reason once the signal is aborted. How long it may take is the
 *   caller's to say, by the signal.
 */
export type Complete = (
  prompt: { system: string; user: string; maxTokens: number },
  options: { signal: AbortSignal; onCall?: OnModelCall | undefined },
) => Promise<string | undefined>;

/** A line longer than this is none that was asked for. */
const MAX_LINE_CHARS = 4_000;

export function createChatCompletion({
  apiKey,
  baseUrl,
  model,
  fetch,
  now = () => Date.now(),
}: ChatCompletionOptions): Complete {
  return async ({ system, user, maxTokens }, { signal, onCall }) => {
    signal.throwIfAborted();
    try {
      const client = await openOpenAiClient({ apiKey, baseUrl, fetch });
      const onTokens = onCall?.({ provider: serverName(baseUrl), model });
      const completion: unknown = await client.chat.completions.create(
        {
          model,
          temperature: 0,
          messages: [
            { role: "system", content: system },
            { role: "user", content: user },
          ],
          ...outputLimit(baseUrl, maxTokens),
        },
        { signal },
      );
      const { text, finish, refuses, usage } = readCompletion(completion);
      if (usage !== undefined) onTokens?.(usage);
      if (refuses || finish?.kind !== "stop") return undefined;
      const line = text.trim();
      return line === "" || line.includes("\n") || line.length > MAX_LINE_CHARS ? undefined : line;
    } catch (error) {
      signal.throwIfAborted();
      throw toGenerationError(error, false, now());
    }
  };
}
