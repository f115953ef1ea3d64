/**
 * One short completion of a chat model: the helper behind rewriting a follow-up and translating a question.
 * Nothing is streamed, nothing is retried, and what comes back is one line or nothing.
 */
import { readWholeCompletion } from "../../core/completion/whole-completion.ts";
import type { OnModelCall } from "../../core/usage/model-calls.ts";
import { serverName } from "./openai-client.ts";
import { toGenerationError } from "./openai-failures.ts";
import { lineFields, type RequestOptions } from "./request-fields.ts";
import { sendCompletion } from "./send-completion.ts";
import { createServerHabits, type ServerHabits } from "./server-habits.ts";

export interface ChatCompletionOptions {
  apiKey: string;
  /** The part before `/chat/completions`. */
  baseUrl: string;
  model: string;
  /** What of the owner's options concerns the model itself, such as its reasoning, is sent along. */
  requestOptions?: RequestOptions | undefined;
  /** What is known of the server; its own by default. */
  habits?: ServerHabits | undefined;
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Epoch milliseconds. */
  now?: () => number;
}

/**
 * Completes a prompt.
 *
 * @returns the text in so many lines; undefined where the model declines, is cut off or writes nothing.
 * @throws GenerationError, or the signal's reason once the signal is aborted. How long it may take is the
 *   caller's to say, by the signal.
 */
export type Complete = (
  prompt: {
    system: string;
    user: string;
    maxTokens: number;
    /** Of the text, empty ones left out; default 1. What has more is nothing that was asked for. */
    maxLines?: number | undefined;
  },
  options: { signal: AbortSignal; onCall?: OnModelCall | undefined },
) => Promise<string | undefined>;

/** A text longer than this is none that was asked for. */
const MAX_LINE_CHARS = 4_000;

export function createChatCompletion({
  apiKey,
  baseUrl,
  model,
  requestOptions = {},
  habits = createServerHabits(),
  fetch,
  now = () => Date.now(),
}: ChatCompletionOptions): Complete {
  return async ({ system, user, maxTokens, maxLines = 1 }, { signal, onCall }) => {
    signal.throwIfAborted();
    let hasBegun = false;
    try {
      const onTokens = onCall?.({ provider: serverName(baseUrl), model });
      const response = await sendCompletion(
        {
          model,
          messages: [
            { role: "system", content: system },
            { role: "user", content: user },
          ],
          fields: lineFields(baseUrl, requestOptions, maxTokens),
        },
        { client: { apiKey, baseUrl, fetch }, habits, signal },
      );
      hasBegun = true;
      const { text, finish, usage } = await readWholeCompletion(response.body);
      if (usage !== undefined) onTokens?.(usage);
      if (finish !== "stop") return undefined;
      const line = text.trim();
      if (line === "" || line.length > MAX_LINE_CHARS) return undefined;
      const lines = line.split("\n").filter((one) => one.trim() !== "");
      return lines.length > maxLines ? undefined : line;
    } catch (error) {
      signal.throwIfAborted();
      throw toGenerationError(error, hasBegun, now());
    }
  };
}
