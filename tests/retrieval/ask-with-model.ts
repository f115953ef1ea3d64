/**
 * Asks a built corpus as the Worker does with a model, and a person or a program stands for the model: what it is
 * asked lies in one file a question, what it answers is read from another.
 *
 *     node tests/retrieval/ask-with-model.ts CORPUS QUESTIONS.jsonl FOLDER
 *
 * Each line of the questions has an `id` and a `question`. The first run writes `FOLDER/<id>.prompt.txt`, all that a
 * model would see. Whoever stands for the model writes `FOLDER/<id>.reply.txt`; the next run streams it in small
 * pieces through the whole path and writes `FOLDER/<id>.shown.md`, all that a visitor sees, and a table. Requests that
 * are not the answer itself (rewriting, splitting, verifying) lie in `<id>.<n>.call.txt`, and their replies, where
 * there are any, in `<id>.<n>.call-reply.txt`; without one the request fails, as it does with a provider that is away.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerQuestion, DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import type { AnswerFailure } from "../../core/answer/answer-dependencies.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import type { ChatEvent, FinishReason } from "../../core/protocol.ts";
import { createFolderSource } from "../../corpus/artefact/folder-source.ts";
import { createChatCompletion } from "../../worker/generation/chat-completion.ts";
import { createModelQuestionRewriter } from "../../worker/generation/model-question-rewriter.ts";
import { createModelQuestionTranslator } from "../../worker/generation/model-question-translator.ts";
import { createOpenAiProvider } from "../../worker/generation/openai-provider.ts";
import { createRandom } from "../support/seeded-random.ts";

interface Asked {
  id: string;
  question: string;
}

interface Shown extends Asked {
  /** Whether a model was asked at all. */
  isAsked: boolean;
  finishReason: FinishReason | "error" | "pending";
  resets: number;
  marks: number;
  groundedness: number | undefined;
  failures: string[];
}

interface ModelRequest {
  stream?: boolean;
  messages: { role: string; content: string }[];
}

const REPLY_PIECE_MAX_CHARS = 12;

/** Plays the model of one question: keeps what it is asked, and streams what is written for it. */
function createPlayedModel(folder: string, id: string): { fetch: typeof fetch; isAsked: () => boolean } {
  let isAsked = false;
  let calls = 0;
  const random = createRandom(7);
  return {
    isAsked: () => isAsked,
    fetch: (_input, init) => {
      const { stream, messages } = JSON.parse(String(init?.body)) as ModelRequest;
      const prompt = messages.map(({ role, content }) => `=== ${role}\n${content}`).join("\n\n");
      if (stream !== true) {
        const name = join(folder, `${id}.${++calls}.call`);
        writeFileSync(`${name}.txt`, prompt);
        if (!existsSync(`${name}-reply.txt`)) return Promise.resolve(new Response("{}", { status: 400 }));
        const content = readFileSync(`${name}-reply.txt`, "utf8").trim();
        return Promise.resolve(
          Response.json({ choices: [{ index: 0, message: { content }, finish_reason: "stop" }] }),
        );
      }
      isAsked = true;
      writeFileSync(join(folder, `${id}.prompt.txt`), prompt);
      const reply = readReply(folder, id) ?? "NO_ANSWER";
      return Promise.resolve(streamOf(piecesOf(reply, random)));
    },
  };
}

function readReply(folder: string, id: string): string | undefined {
  const path = join(folder, `${id}.reply.txt`);
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}

function* piecesOf(text: string, random: () => number): Generator<string> {
  for (let from = 0; from < text.length;) {
    const length = 1 + Math.floor(random() * REPLY_PIECE_MAX_CHARS);
    yield text.slice(from, from + length);
    from += length;
  }
}

function streamOf(pieces: Iterable<string>): Response {
  const lines = [
    ...Array.from(pieces, (content) => ({ choices: [{ index: 0, delta: { content } }] })),
    { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] },
  ].map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
  return new Response(`${lines.join("")}data: [DONE]\n\n`, {
    headers: { "content-type": "text/event-stream" },
  });
}

function newMark(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

/** All that a visitor sees, in the order in which it comes. */
function describeEvents(events: readonly ChatEvent[]): string {
  const lines: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") lines.push(text);
    text = "";
  };
  for (const event of events) {
    if (event.type === "text-delta") {
      text += event.text;
      continue;
    }
    flush();
    if (event.type === "sources-available") {
      lines.push(
        `[sources] ${event.sources.map(({ position, title, section }) => `${position} ${title}${section === undefined ? "" : ` › ${section}`}`).join("; ")}`,
      );
    } else {
      lines.push(`[${event.type}] ${JSON.stringify({ ...event, type: undefined })}`);
    }
  }
  flush();
  return lines.join("\n\n");
}

async function main([corpusFolder, questionsFile, folder]: readonly string[]): Promise<void> {
  if (corpusFolder === undefined || questionsFile === undefined || folder === undefined) {
    console.error("Usage: node tests/retrieval/ask-with-model.ts CORPUS QUESTIONS.jsonl FOLDER");
    process.exitCode = 2;
    return;
  }
  mkdirSync(folder, { recursive: true });
  const corpus = await openCorpus(createFolderSource(corpusFolder));
  const asked = readFileSync(questionsFile, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(
      (line, index) => ({ id: String(index + 1), ...(JSON.parse(line) as { question: string }) }) as Asked,
    );
  const all: Shown[] = [];
  for (const { id, question } of asked) {
    const model = createPlayedModel(folder, id);
    const failures: AnswerFailure[] = [];
    const events: ChatEvent[] = [];
    const server = {
      apiKey: "played",
      baseUrl: "https://model.example/v1",
      model: "played",
      fetch: model.fetch,
    };
    const provider = createOpenAiProvider({
      ...server,
      firstTokenTimeoutMs: 10_000,
      idleTimeoutMs: 10_000,
      newFenceMark: newMark,
    });
    const complete = createChatCompletion(server);
    const answer = answerQuestion(
      { question },
      {
        corpus,
        provider,
        rewriter: createModelQuestionRewriter(complete, newMark),
        translator: createModelQuestionTranslator(complete, server.model, newMark),
        today: () => new Date().toISOString().slice(0, 10),
        confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
        newId: () => crypto.randomUUID(),
        onFailure: (failure) => failures.push(failure),
      },
      { signal: new AbortController().signal },
    );
    for await (const event of answer) events.push(event);
    const end = events.at(-1);
    const isPending = model.isAsked() && readReply(folder, id) === undefined;
    all.push({
      id,
      question,
      isAsked: model.isAsked(),
      finishReason: isPending ? "pending" : end?.type === "answer-end" ? end.finishReason : "error",
      resets: events.filter(({ type }) => type === "answer-reset").length,
      marks: events.filter((event) => event.type === "text-delta" && event.text.includes("not confirmed"))
        .length,
      groundedness: end?.type === "answer-end" ? end.groundedness : undefined,
      failures: failures.map(({ reason }) => reason),
    });
    if (!isPending)
      writeFileSync(join(folder, `${id}.shown.md`), `# ${question}\n\n${describeEvents(events)}\n`);
  }
  console.table(all);
}

await main(process.argv.slice(2));
