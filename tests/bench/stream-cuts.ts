/**
 * `node tests/bench/stream-cuts.ts [NAME ...]`: reads each recorded stream of a provider, and each case, cut in two at
 * every byte and in pieces of one byte, and compares what is read with what is read of the whole. The suite does the
 * same at some of the cuts.
 *
 * Long recordings are read as several streams, one behind another: the work grows with the square of a length.
 * Cuts reach no further than the reader of the body: what it yields is compared in full, and what follows takes only
 * that. In pieces of one byte the text of the answer is compared as well.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createAnswerText } from "../../core/completion/answer-text.ts";
import { readCompletionStream, type CompletionEvent } from "../../core/completion/completion-stream.ts";
import { CORPORA_FOLDER, readCases, readJsonLines } from "../support/corpora.ts";

interface Recording {
  name: string;
  body: string;
}

interface StreamCase {
  name: string;
  chunks?: string[];
  body?: string;
}

const event = (data: string): string => `data: ${data}\n\n`;
const FOLDER = "provider-streams";
/** Longer recordings are read as several streams, each of at least so much. */
const PART_CHARS = 24_000;

const recordings: Recording[] = [
  ...readdirSync(join(CORPORA_FOLDER, FOLDER)).flatMap((name) =>
    inParts(readJsonLines<unknown>(join(FOLDER, name)).map((line) => event(JSON.stringify(line)))).map(
      (body, index) => ({
        name: index === 0 ? name : `${name}, part ${index + 1}`,
        body: body + event("[DONE]"),
      }),
    ),
  ),
  ...(readCases<StreamCase[]>("stream/cases.json") ?? []).map(({ name, chunks = [], body }) => ({
    name,
    body: body ?? chunks.map(event).join(""),
  })),
];

/** A cut reaches no further than the events around it, and the work grows with the square of a body's length. */
function inParts(events: readonly string[]): string[] {
  const parts: string[] = [];
  for (const text of events) {
    const last = parts.at(-1);
    if (last === undefined || last.length > PART_CHARS) parts.push(text);
    else parts[parts.length - 1] = last + text;
  }
  return parts;
}

/** What is read of a body that comes in these pieces; failures too. */
async function read(pieces: readonly Uint8Array[]): Promise<CompletionEvent[]> {
  let index = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces[index++];
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
  const events: CompletionEvent[] = [];
  for await (const part of readCompletionStream(body)) events.push(part);
  return events;
}

function answerOf(events: readonly CompletionEvent[]): string {
  const answer = createAnswerText({ positions: new Set([1]), isHeldWhole: false });
  let text = "";
  const add = ({ text: next, isRestart }: { text: string; isRestart: boolean }): void => {
    text = isRestart ? next : text + next;
  };
  for (const part of events) if (part !== "done") add(answer.push(part.text));
  add(answer.end(false));
  return text;
}

const wanted = process.argv.slice(2);
let failed = 0;
for (const { name, body } of recordings) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const startedMs = performance.now();
  const bytes = new TextEncoder().encode(body);
  const events = await read([bytes]);
  const whole = JSON.stringify(events);
  const different: number[] = [];
  for (let cut = 1; cut < bytes.length; cut++) {
    if (JSON.stringify(await read([bytes.subarray(0, cut), bytes.subarray(cut)])) !== whole)
      different.push(cut);
  }
  const single = await read(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)));
  const isSame = JSON.stringify(single) === whole && answerOf(single) === answerOf(events);
  if (different.length > 0 || !isSame) failed++;
  console.log(
    [
      name,
      `${bytes.length} bytes`,
      `${bytes.length - 1} cuts, ${different.length} different${different.length > 0 ? ` (first at ${different[0]})` : ""}`,
      `one by one ${isSame ? "the same" : "DIFFERENT"}`,
      `${answerOf(events).length} characters of answer`,
      `${Math.round((performance.now() - startedMs) / 1000)} s`,
    ].join(" | "),
  );
}
process.exitCode = failed > 0 ? 1 : 0;
