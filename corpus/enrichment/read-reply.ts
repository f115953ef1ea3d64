/** Reads what a model wrote of a section. It was asked for JSON; models put thoughts, fences and talk around it. */
import { mendJson } from "../structured-data/mend-json.ts";
import { QUESTIONS_PER_SECTION } from "./enrichment-prompt.ts";

/** What a model wrote, as it wrote it; nothing of it is checked yet. */
export interface SectionReply {
  /** At most `QUESTIONS_PER_SECTION`; none where the model found that the section answers nothing. */
  questions: string[];
  /** "" for none. */
  answer: string;
}

/** Longer ones are no questions. */
const QUESTION_MAX_CHARS = 300;
/** A short answer was asked for; what is longer has run away. */
const ANSWER_MAX_CHARS = 2_000;
/** Starts of an object that are tried, so that a text of braces costs no time. */
const MAX_STARTS = 50;
/** A reply beyond this is cut before it is read. */
const REPLY_MAX_CHARS = 60_000;

/** @returns undefined where there is no object with questions in the text. */
export function readReply(text: string): SectionReply | undefined {
  const reply = withoutThoughts(text.slice(0, REPLY_MAX_CHARS));
  let from = -1;
  for (let start = 0; start < MAX_STARTS; start++) {
    from = reply.indexOf("{", from + 1);
    if (from === -1) return undefined;
    const end = endOfObject(reply, from);
    if (end === undefined) continue;
    const found = replyOf(parse(reply.slice(from, end)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Thoughts stand in front; of some models only their end is marked. */
function withoutThoughts(text: string): string {
  const end = /^[\s\S]*<\/(?:think|thinking|thought|reasoning|reflection)>/i.exec(text)?.[0].length ?? 0;
  return text.slice(end);
}

/** Behind the brace that closes the one at `from`; braces in strings do not count. */
function endOfObject(text: string, from: number): number | undefined {
  let depth = 0;
  let isString = false;
  for (let index = from; index < text.length; index++) {
    const character = text[index];
    if (isString) {
      if (character === "\\") index++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return index + 1;
  }
  return undefined;
}

function parse(text: string): unknown {
  for (const candidate of [() => text, () => mendJson(text)]) {
    try {
      return JSON.parse(candidate()) as unknown;
    } catch {
      // Tried mended, and then given up.
    }
  }
  return undefined;
}

function replyOf(value: unknown): SectionReply | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { questions, answer } = value as Record<string, unknown>;
  if (!Array.isArray(questions)) return undefined;
  const read = questions.map(questionOf).filter((question) => question !== "");
  // Objects were sent of which none is known: another form than was asked for.
  if (read.length === 0 && questions.length > 0) return undefined;
  const text = textOf(answer);
  return {
    questions: read.slice(0, QUESTIONS_PER_SECTION),
    answer: text.length > ANSWER_MAX_CHARS ? "" : text,
  };
}

/** A text, or an object that holds it under a name of the model's. */
function questionOf(value: unknown): string {
  const text = typeof value === "object" && value !== null ? Object.values(value)[0] : value;
  if (typeof text !== "string" || text.length > QUESTION_MAX_CHARS) return "";
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:[-*•]|(?:Q\s?)?\d{1,2}[.):])\s+/i, "");
}

/** A text, a list of sentences, or an object with a text. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== "")
      .join(" ");
  if (typeof value === "object" && value !== null) return textOf((value as Record<string, unknown>)["text"]);
  return "";
}
