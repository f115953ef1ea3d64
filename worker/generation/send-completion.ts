/** Sends a request for a completion, without the fields that its server does not take. */
import { openOpenAiClient, type OpenAiClientOptions } from "./openai-client.ts";
import { rejectedField } from "./rejected-field.ts";
import type { ServerHabits } from "./server-habits.ts";

export interface CompletionRequest {
  model: string;
  messages: readonly { role: string; content: string }[];
  /** All else, by the server's names. */
  fields: Readonly<Record<string, unknown>>;
  /** Names of fields without which the request is not to be sent. */
  needed?: readonly string[] | undefined;
}

/** A server names one field at a time; more than these in a row is another kind of refusal. */
const MAX_MENDED_FIELDS = 3;
/** Of a refusal, so much is read. */
const MAX_REFUSAL_CHARS = 20_000;

/** The limit has two names. */
const OTHER_NAME: Readonly<Record<string, string>> = {
  max_tokens: "max_completion_tokens",
  max_completion_tokens: "max_tokens",
};

/**
 * Resolves once the response's headers are there. A request that the server refuses for one of its fields is sent
 * again without that field, and so is every later one: `habits` remembers.
 *
 * @returns the response, unread.
 * @throws what the SDK throws, for every other status that is no success.
 */
export async function sendCompletion(
  { model, messages, fields, needed = [] }: CompletionRequest,
  {
    client: options,
    habits,
    signal,
  }: { client: OpenAiClientOptions; habits: ServerHabits; signal: AbortSignal },
): Promise<Response> {
  let refusal = "";
  const client = await openOpenAiClient({
    ...options,
    fetch: async (input, init) => {
      const response = await options.fetch(input, init);
      if (response.status !== 400 && response.status !== 422) return response;
      // The SDK keeps of a body only what stands where OpenAI puts it.
      refusal = await response.text();
      return new Response(refusal, { status: response.status, headers: response.headers });
    },
  });
  for (let mended = 0; ; mended++) {
    const accepted = acceptedFields(fields, habits.rejectedFields);
    const body = { model, messages: [...messages], ...accepted };
    refusal = "";
    try {
      return await client.chat.completions
        .create(body as Parameters<typeof client.chat.completions.create>[0], {
          signal,
        })
        .asResponse();
    } catch (error) {
      const name =
        refusal === "" || mended === MAX_MENDED_FIELDS
          ? undefined
          : rejectedField(refusal.slice(0, MAX_REFUSAL_CHARS), Object.keys(accepted));
      if (name === undefined || needed.includes(name) || signal.aborted) throw error;
      habits.rejectedFields.add(name);
    }
  }
}

function acceptedFields(
  fields: Readonly<Record<string, unknown>>,
  rejected: ReadonlySet<string>,
): Record<string, unknown> {
  const accepted: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const used = rejected.has(name) ? OTHER_NAME[name] : name;
    if (used !== undefined && !rejected.has(used)) accepted[used] = value;
  }
  return accepted;
}
