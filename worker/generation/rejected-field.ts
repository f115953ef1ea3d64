/**
 * Which field of a request a server refuses, by what it says: some models take no `temperature`, some servers know no
 * `stream_options`, and the limit of tokens has two names. Read are the places where servers name a field, and their
 * sentence; only names that were sent come back, so that no word of the server goes further.
 */
import { field } from "../../core/read-field.ts";

/** Fields without which there is no request. */
const NEEDED: ReadonlySet<string> = new Set(["model", "messages", "stream"]);
/** Words that may stand in a sentence of their own meaning are names only between quotes. */
const PLAIN_WORD = /^[a-z]{1,7}$/;
const MAX_SENTENCE_CHARS = 2_000;

/**
 * @param body Of a response with the status 400 or 422.
 * @param sent The names of the fields that were sent.
 */
export function rejectedField(body: string, sent: readonly string[]): string | undefined {
  const names = sent.filter((name) => !NEEDED.has(name));
  const error = parse(body);
  const holders = [error, field(error, "error"), ...list(field(error, "detail"))];
  for (const holder of holders) {
    const places = [field(holder, "param"), ...list(field(holder, "loc"))];
    const named = places.flatMap((place) => (typeof place === "string" ? place.split(/[.[\]]/) : []));
    const name = named.find((part) => names.includes(part));
    if (name !== undefined) return name;
  }
  const sentences = holders
    .flatMap((holder) => [holder, field(holder, "message"), field(holder, "msg"), field(holder, "detail")])
    .filter((sentence) => typeof sentence === "string")
    .map((sentence) => sentence.slice(0, MAX_SENTENCE_CHARS));
  for (const sentence of sentences) {
    const [first] = names
      .map((name) => ({ name, index: indexOfName(sentence, name) }))
      .filter(({ index }) => index !== -1)
      .sort((one, other) => one.index - other.index);
    if (first !== undefined) return first.name;
  }
  return undefined;
}

function indexOfName(sentence: string, name: string): number {
  const word = name.replace(/[^\w]/g, "\\$&");
  return sentence.search(
    PLAIN_WORD.test(name)
      ? new RegExp(`["'\`]${word}["'\`]|^${word}:`)
      : new RegExp(`(?<!\\w)${word}(?!\\w)`),
  );
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
