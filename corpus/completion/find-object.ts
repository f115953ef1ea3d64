/** Finds the JSON object that a model was asked for; models put thoughts, fences and talk around it. */
import { mendJson } from "../structured-data/mend-json.ts";

/** Starts of an object that are tried, so that a text of braces costs no time. */
const MAX_STARTS = 50;
/** A reply beyond this is cut before it is read. */
const REPLY_MAX_CHARS = 60_000;

/**
 * What `read` makes of the first object in a model's reply that it accepts.
 *
 * @returns undefined where it accepts none.
 */
export function findObject<Value>(
  text: string,
  read: (value: unknown) => Value | undefined,
): Value | undefined {
  const reply = withoutThoughts(text.slice(0, REPLY_MAX_CHARS));
  let from = -1;
  for (let start = 0; start < MAX_STARTS; start++) {
    from = reply.indexOf("{", from + 1);
    if (from === -1) return undefined;
    const end = endOfObject(reply, from);
    if (end === undefined) continue;
    const found = read(parse(reply.slice(from, end)));
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
