/**
 * One short completion of a chat model: the helper behind rewriting a follow-up and translating a question.
 * Nothing is streamed, nothing is retried, and what comes back is one line or nothing.
 */
import type OpenAI from "openai";
import { toGenerationError } from "./openai-failures.ts";
import { readCompletion } from "./completion-chunk.ts";

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
  options: { signal: AbortSignal },
) => Promise<string | undefined>;

/** A line longer than this is none that was asked for. */
const MAX_LINE_CHARS = 4_000;

const OPENAI_HOST = "api.openai.com";

export function createChatCompletion({
  apiKey,
  baseUrl,
  model,
  fetch,
  now = () => Date.now(),
}: ChatCompletionOptions): Complete {
  const isOpenAi = new URL(baseUrl).host === OPENAI_HOST;
  return async ({ system, user, maxTokens }, { signal }) => {
    signal.throwIfAborted();
    try {
      const { default: Client } = await import("openai");
      const client: OpenAI = new Client({
        apiKey,
        baseURL: baseUrl,
        fetch,
        maxRetries: 0,
        // As for answers: a redirect would hand the question to whichever host it names.
        fetchOptions: { redirect: "manual" },
        logLevel: "off",
      });
      const completion: unknown = await client.chat.completions.create(
        {
          model,
          temperature: 0,
          messages: [
            { role: "system", content: system },
            { role: "user", content: user },
          ],
          ...(isOpenAi ? { max_completion_tokens: maxTokens, store: false } : { max_tokens: maxTokens }),
        },
        { signal },
      );
      const { text, finish, refuses } = readCompletion(completion);
      if (refuses || finish?.kind !== "stop") return undefined;
      const line = text.trim();
      return line === "" || line.includes("\n") || line.length > MAX_LINE_CHARS ? undefined : line;
    } catch (error) {
      signal.throwIfAborted();
      throw toGenerationError(error, false, now());
    }
  };
}
