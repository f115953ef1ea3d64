import { answerQuestion, DEFAULT_CONFIDENCE_THRESHOLD } from "../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../core/answer/quote/extractive-provider.ts";
import { LIMITS, type ChatEvent, type ChatRequest } from "../../core/protocol.ts";
import { readChatEvents } from "../../core/sse-client.ts";
import { createAnswerPrinter } from "../answer-printer.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandContext } from "../command.ts";
import { endpointUrl, requestEndpoint } from "../endpoint.ts";
import { openCorpusFolder } from "../open-folder.ts";
import { DEFAULT_CORPUS_FOLDER, siteOption } from "../options.ts";
import { PLACE_OPTIONS } from "./search.ts";

export const askCommand: Command = {
  name: "ask",
  usage: "ask <question> [options]",
  summary: "Ask a question and read the answer with its sources",
  options: {
    ...PLACE_OPTIONS,
    language: {
      type: "string",
      value: "TAG",
      help: "language of the answer's own words (default: that of the corpus)",
    },
  },
  details: [
    "On a folder the answer is made of quotations, without a model. On an endpoint it is whatever the Worker",
    "is configured to give. Into a pipe only the finished answer is written.",
    "",
    '--json prints the events of POST /v1/chat as they come, one JSON object a line: {"type": "text-delta", ...}.',
  ].join("\n"),
  async run(context) {
    const { terminal, positionals, process, options } = context;
    const question = positionals.join(" ").trim();
    if (question === "") throw new CliError("usage", "Ask a question", "ask");
    if (question.length > LIMITS.questionMaxChars) {
      throw new CliError("usage", `The question is longer than ${LIMITS.questionMaxChars} characters`, "ask");
    }
    const abort = new AbortController();
    process.onStop(() => abort.abort());
    const locale = options.text("language");
    const request: ChatRequest = { question, ...(locale !== undefined && { locale }) };
    const printer = createAnswerPrinter(terminal, process.stdout.isTTY === true);
    let last: ChatEvent | undefined;
    for await (const event of await askEvents(context, request, abort.signal)) {
      terminal.data(event, false);
      printer.print(event);
      last = event;
    }
    if (abort.signal.aborted) return 1;
    if (last?.type === "error") throw new CliError("answer-failed", last.message);
    if (last?.type !== "answer-end") throw new CliError("stream-cut");
    return 0;
  },
};

async function askEvents(
  { process, dependencies, options }: CommandContext,
  request: ChatRequest,
  signal: AbortSignal,
): Promise<AsyncIterable<ChatEvent>> {
  const endpoint = options.text("endpoint");
  if (endpoint === undefined) {
    const corpus = await openCorpusFolder(options.text("corpus") ?? DEFAULT_CORPUS_FOLDER, process.cwd());
    return answerQuestion(
      { ...request, locale: request.locale ?? corpus.manifest.language },
      {
        corpus,
        provider: createExtractiveProvider(),
        confidenceThreshold: DEFAULT_CONFIDENCE_THRESHOLD,
        newId: dependencies.newId,
      },
      { signal },
    );
  }
  const response = await requestEndpoint(dependencies.fetch, endpointUrl(endpoint, "/v1/chat"), {
    method: "POST",
    headers: { "content-type": "application/json", "accept": "text/event-stream" },
    body: JSON.stringify({ ...request, site: siteOption(options) }),
    signal,
  });
  return eventsOf(response, signal);
}

async function* eventsOf(response: Response, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  if (response.body === null) return;
  try {
    for await (const { event } of readChatEvents(response.body)) yield event;
  } catch (error) {
    // The connection broke; without a terminal event the caller says so.
    if (!signal.aborted && !(error instanceof TypeError)) throw error;
  }
}
