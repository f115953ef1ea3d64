import { startJsonServer, type JsonResponse } from "./json-server.ts";

/** No answer, for ever. */
export const HANG = Symbol("hang");

/** What the server does with one request: a reply of the model, a response as it is, or nothing. */
export type CompletionScript = string | JsonResponse | typeof HANG;

/**
 * A local server with OpenAI's `/chat/completions`, behind which somebody stands for the model: the reply to a
 * section is looked up by its text, or written by the test.
 */
export interface CompletionServer {
  /** The part before `/chat/completions`. */
  readonly baseUrl: string;
  readonly requests: { authorization: string | undefined; body: Record<string, unknown>; section: string }[];
  /** The next answers, in their order, before `reply` is asked. */
  readonly script: CompletionScript[];
  close(): Promise<void>;
}

/** @param reply what the model writes of a section, as the section stands in the prompt */
export async function startCompletionServer(
  reply: (section: string) => CompletionScript,
): Promise<CompletionServer> {
  const requests: CompletionServer["requests"] = [];
  const script: CompletionServer["script"] = [];
  const server = await startJsonServer((body, { headers }) => {
    const section = sectionOf(body);
    requests.push({ authorization: headers.authorization, body, section });
    const scripted = script.shift() ?? reply(section);
    if (scripted === HANG) return undefined;
    return typeof scripted === "string" ? { body: completionBody(scripted) } : scripted;
  });
  return { baseUrl: `${server.origin}/v1`, requests, script, close: server.close };
}

export function completionBody(text: string): string {
  return JSON.stringify({
    object: "chat.completion",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: text } }],
    usage: { prompt_tokens: 1000, completion_tokens: 100 },
  });
}

/** What stands between the fences of the prompt. */
function sectionOf(body: Record<string, unknown>): string {
  const messages = body["messages"] as { role: string; content: string }[];
  const user = messages.at(-1)?.content ?? "";
  return user.split("\n").slice(1, -1).join("\n");
}
