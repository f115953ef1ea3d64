/**
 * Takes off what a model puts around a whole answer: a fence as if the answer were a file of Markdown, a label
 * ("Answer:"), an object of JSON. A fence is a wrapping where a sentence with a citation stands in it, which no code
 * block has; until one comes it is held, and shown as the code that it is where none does.
 */
import type { TextStep } from "./tidy-reply.ts";

const OPENING_FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*(?:markdown|md|mdx|text|txt|plaintext)?[ \t]*\n/i;
const MAY_BECOME_FENCE = /^[ \t]*(?:`{1,8}|~{1,8})[ \t]*[a-z]{0,10}[ \t]*$/i;

/** A sentence of some words that ends in a citation: an index of an array stands right behind a name. */
const CITED_SENTENCE =
  /\p{L}[^\n]{0,400}\s[^\n]{0,400}\s[^\n]{0,400}(?:[.!?。"”)*`]|\s)[[【]\^?(?:[a-z]{1,12} )?\d{1,3}[^\]】\n]{0,20}[\]】](?=[\s.,;!?]|$)/iu;

/** In a sample of Markdown no citation stands at all. */
const MARKDOWN_FENCE = /^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:markdown|mdx?)[ \t]*\n/i;
const CITATION = /[[【]\d{1,3}[\]】]/;

/** Until a fence is known to be a wrapping. */
const MAX_HELD_CHARS = 2_000;
const MAX_JSON_CHARS = 16_000;

const LABELS = "answer|final answer|antwort|réponse|reponse|respuesta|risposta|resposta|antwoord";
const LABEL = new RegExp(
  `^(?:#{1,6}[ \\t]+(?:${LABELS})[ \\t]*[:：]?[ \\t]*\\n|[*_]{0,2}(?:${LABELS})[*_]{0,2}[ \\t]{0,2}[:：][*_]{0,2})\\s*`,
  "i",
);

/** Fields that hold the answer, where it comes as an object. */
const ANSWER_FIELDS = ["answer", "response", "reply", "text", "content"];

export function createUnwrapper(): TextStep {
  let state: "beginning" | "wrapped" | "bare" = "beginning";
  let held = "";
  let hadLabel = false;
  /** Of a wrapping: takes its closing fence off. */
  let inner: TextStep | undefined;

  const pass = (text: string): string => {
    held = "";
    state = "bare";
    return text;
  };

  const begin = (isEnd: boolean): string => {
    const text = held.trimStart();
    if (text === "") return isEnd ? pass("") : "";
    const label = hadLabel ? undefined : LABEL.exec(text)?.[0];
    if (label !== undefined && (label.length < text.length || isEnd)) {
      hadLabel = true;
      held = text.slice(label.length);
      return begin(isEnd);
    }
    const opening = OPENING_FENCE.exec(text);
    const isJson = /^(?:`{3,}(?:json)?\s{1,9})?\{\s{0,20}"/i.test(text);
    if (isJson && text.length <= MAX_JSON_CHARS) {
      if (!isEnd) return "";
      const answer = answerOf(text);
      if (answer !== undefined) return pass(answer);
    }
    if (opening !== null) return beginFence(opening, text, isEnd);
    if (!isEnd && mayBecomeMore(text, hadLabel)) return "";
    return pass(held);
  };

  const beginFence = ([line, fence = ""]: RegExpExecArray, text: string, isEnd: boolean): string => {
    const body = text.slice(line.length);
    const closing = body.search(new RegExp(`^[ \\t]*${fence}[ \\t]*$`, "m"));
    const within = closing === -1 ? body : body.slice(0, closing);
    const cited = MARKDOWN_FENCE.test(line) ? CITATION : CITED_SENTENCE;
    if (cited.test(within.slice(0, MAX_HELD_CHARS))) {
      state = "wrapped";
      held = "";
      inner = createClosingRemover(fence.charAt(0));
      return inner.push(body) + (isEnd ? inner.end() : "");
    }
    const isOpen =
      !isEnd && body.length < MAX_HELD_CHARS && (closing === -1 || !/\n/.test(body.slice(closing)));
    return isOpen ? "" : pass(held);
  };

  return {
    push(text) {
      if (state === "bare") return text;
      if (inner !== undefined) return inner.push(text);
      held += text;
      return begin(false);
    },
    end() {
      if (state === "bare") return "";
      return inner === undefined ? begin(true) : inner.end();
    },
  };
}

/** Whether the beginning of a text may become a fence, a label or an object. */
function mayBecomeMore(text: string, hadLabel: boolean): boolean {
  if (MAY_BECOME_FENCE.test(text) || /^(?:`{3,8}[a-z]{0,8}\s{0,9})?\{?\s{0,20}$/i.test(text)) return true;
  if (hadLabel) return false;
  const marks = /^(#{0,6}[ \t]{0,3}[*_]{0,2})(.{0,40})$/su.exec(text);
  if (marks === null) return false;
  const words = (marks[2] ?? "").toLowerCase();
  return LABELS.split("|").some(
    (label) =>
      label.startsWith(words) ||
      (words.startsWith(label) && /^[*_]{0,2}[ \t]{0,2}[:：]?[*_]{0,2}\s*$/.test(words.slice(label.length))),
  );
}

function answerOf(text: string): string | undefined {
  const json = text.replace(/^`{3,}(?:json)?\s+/i, "").replace(/\s*`{3,}\s*$/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const fields = new Map(Object.entries(value));
  return ANSWER_FIELDS.map((name) => fields.get(name)).find(
    (field): field is string => typeof field === "string" && field.trim() !== "",
  );
}

/** Takes the last fence off a text whose first is off already; code blocks within stay whole. */
function createClosingRemover(mark: string): TextStep {
  let line = "";
  /** Characters of `line` that were passed on. */
  let passed = 0;
  let isInCode = false;
  let hasClosed = false;
  const take = (whole: string, end: string): string => {
    const rest = whole.slice(passed) + end;
    passed = 0;
    if (hasClosed) return rest;
    const fence = /^[ \t]*(`{3,}|~{3,})([^`\n]*)$/.exec(whole);
    if (fence === null) return rest;
    const isBare = (fence[2] ?? "").trim() === "";
    if (isInCode) {
      if (isBare) isInCode = false;
      return rest;
    }
    if (!isBare || !(fence[1] ?? "").startsWith(mark)) {
      isInCode = true;
      return rest;
    }
    hasClosed = true;
    return end;
  };
  return {
    push(text) {
      let output = "";
      line += text;
      for (;;) {
        const newline = line.indexOf("\n");
        if (newline === -1) break;
        output += take(line.slice(0, newline), "\n");
        line = line.slice(newline + 1);
      }
      // Of a line that is no fence nothing has to wait.
      if (hasClosed || !/^[ \t]*(?:[`~][^\n]*)?$/.test(line)) {
        output += line.slice(passed);
        passed = line.length;
      }
      return output;
    },
    end() {
      const rest = take(line, "");
      line = "";
      return rest;
    },
  };
}
