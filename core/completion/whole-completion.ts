/** Reads a completion to its end: for short ones, of which nothing is shown before it is whole. */
import { GenerationError } from "../answer/generation-provider.ts";
import { createSpokenText } from "./spoken-text.ts";
import { readCompletionStream } from "./completion-stream.ts";

export interface WholeCompletion {
  /** What the model says, without thoughts, calls of tools and marks of its template. */
  text: string;
  /** `none`: nothing says that the text is whole. */
  finish: "stop" | "length" | "refused" | "none";
  usage: { inputTokens: number; outputTokens: number } | undefined;
}

/** @throws GenerationError where the body holds no completion, or one that is broken. */
export async function readWholeCompletion(body: ReadableStream<Uint8Array> | null): Promise<WholeCompletion> {
  const spoken = createSpokenText();
  let text = "";
  let isEmpty = true;
  let refuses = false;
  let finish: WholeCompletion["finish"] = "none";
  let usage: WholeCompletion["usage"];
  const hear = (events: ReturnType<typeof spoken.push>): void => {
    // A closing mark without its opening: all before it was thought.
    for (const event of events) text = event.type === "text" ? text + event.text : "";
  };
  for await (const part of readCompletionStream(body)) {
    isEmpty = false;
    if (part === "done") {
      if (finish === "none") finish = "stop";
      break;
    }
    hear(spoken.push(part.text));
    refuses ||= part.refuses;
    usage = part.usage ?? usage;
    if (part.finish?.kind === "failed")
      throw new GenerationError({ reason: "provider-stream-broken", detail: part.finish.detail });
    if (part.finish !== undefined) finish = part.finish.kind === "tool-call" ? "stop" : part.finish.kind;
  }
  if (isEmpty)
    throw new GenerationError({ reason: "provider-stream-broken", detail: "no completion was sent" });
  hear(spoken.end());
  return { text, finish: refuses ? "refused" : finish, usage };
}
