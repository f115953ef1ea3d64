import { promptMarkdown } from "../../passage-text.ts";
import type { HistoryRole, HistoryTurn } from "../../protocol.ts";
import { cutToTokens, estimateTokens } from "../../text/estimate-tokens.ts";
import type { GenerationRequest, Passage } from "../generation-provider.ts";
import { stripInvisible } from "../../text/strip-invisible.ts";
import { closingWords, systemPrompt } from "./system-prompt.ts";

/** Tokens of earlier turns in one prompt: they only say what a question is about, the passages answer it. */
const HISTORY_MAX_TOKENS = 1_000;
/** Tokens of one earlier turn: the beginning of an answer says what it was about. */
const HISTORY_TURN_MAX_TOKENS = 300;

export interface Prompt {
  system: string;
  /** One message of data: passages, earlier turns and the question, each within its fences, and what to do with them. */
  messages: { role: "user"; content: string }[];
}

/**
 * Builds the prompt of one answer. Passages, earlier turns and the question stand between fences that carry a
 * fresh random mark, so that no text in them can close its own fence, and the model is told that they are data.
 *
 * Earlier turns are data too and not messages of their own: they come from the visitor's browser, where anyone
 * could put words into the assistant's mouth. Passages come best first: models read the beginning best, the
 * numbers are those that the visitor sees, and a server that cuts a long prompt cuts what matters least. The task is
 * told before the data and, in a sentence, behind it: between them may lie a whole site.
 *
 * @param request its passages are those of `fitPassages`: all of them are shown to the model.
 * @param fenceMark unguessable, new for each prompt.
 */
export function buildPrompt(request: GenerationRequest, fenceMark: string): Prompt {
  const fenced = (name: string, text: string): string =>
    `<${name} ${fenceMark}>\n${stripInvisible(text).replaceAll(fenceMark, "")}\n</${name} ${fenceMark}>`;
  const { question, standaloneQuestion } = request;
  const history = historyText(request.history);
  const parts = [
    ...request.passages.map((passage) => fenced(`passage ${passage.source.position}`, passageBody(passage))),
    ...(history === "" ? [] : [fenced("conversation", history)]),
    fenced("question", question),
    ...(standaloneQuestion === undefined || standaloneQuestion === question
      ? []
      : [fenced("meaning", standaloneQuestion)]),
    closingWords(request),
  ];
  return {
    system: systemPrompt(request, fenceMark),
    messages: [{ role: "user", content: parts.join("\n\n") }],
  };
}

const SPEAKERS: Record<HistoryRole, string> = { visitor: "Visitor", assistant: "Assistant" };

/** The latest turns that fit, oldest first. */
function historyText(history: readonly HistoryTurn[]): string {
  const lines: string[] = [];
  let remaining = HISTORY_MAX_TOKENS;
  for (const { role, text } of history.toReversed()) {
    const line = `${SPEAKERS[role]}: ${cutToTokens(text.trim(), HISTORY_TURN_MAX_TOKENS)}`;
    remaining -= estimateTokens(line);
    if (remaining < 0) break;
    lines.unshift(line);
  }
  return lines.join("\n\n");
}

function passageBody({ chunk }: Passage): string {
  const { title, headingPath, updatedOn, blocks } = chunk;
  const place = [title, ...headingPath].join(" > ");
  const head = updatedOn === undefined ? place : `${place}\nUpdated: ${updatedOn}`;
  return `${head}\n\n${promptMarkdown(blocks)}`;
}
