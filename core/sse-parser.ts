/**
 * Parses a `text/event-stream`, whatever the cuts between pieces. Kept small, since every visitor who opens
 * the panel pays for it; tests compare it with an established parser on random streams and cuts.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */

/** One dispatched message. */
export interface SseMessage {
  /** `message` where the stream names none. */
  event: string;
  data: string;
  /** The last id that the stream has set; undefined before the first. */
  id: string | undefined;
}

export interface SseParser {
  /** Takes the next piece of decoded text and returns the messages that it completes. */
  push(text: string): SseMessage[];
}

/**
 * @param maxChars of one message; beyond it `push` throws a RangeError, so that a stream without end cannot
 *   fill the memory.
 */
export function createSseParser(maxChars: number): SseParser {
  let rest = "";
  let isFirst = true;
  let event = "";
  let data: string[] = [];
  let dataChars = 0;
  let id: string | undefined;

  const readLine = (line: string, messages: SseMessage[]): void => {
    if (line === "") {
      // A message without data is not dispatched, but ends what was said of it.
      if (data.length > 0)
        messages.push({ event: event === "" ? "message" : event, data: data.join("\n"), id });
      event = "";
      data = [];
      dataChars = 0;
      return;
    }
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + (line[colon + 1] === " " ? 2 : 1));
    if (field === "data") {
      data.push(value);
      // Counted with its line end: empty lines fill the memory too.
      dataChars += value.length + 1;
    } else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
  };

  return {
    push(text) {
      const messages: SseMessage[] = [];
      // Up to its last character the rest was searched before, in vain.
      const searchFrom = Math.max(0, rest.length - 1);
      rest += text;
      if (isFirst && rest !== "") {
        rest = rest.replace(/^\uFEFF/, "");
        isFirst = false;
      }
      let start = 0;
      const lineEnd = /\r\n|\n|\r/g;
      lineEnd.lastIndex = searchFrom;
      for (let match = lineEnd.exec(rest); match !== null; match = lineEnd.exec(rest)) {
        // A carriage return at the very end may be the first half of a pair.
        if (match[0] === "\r" && match.index === rest.length - 1) break;
        readLine(rest.slice(start, match.index), messages);
        start = match.index + match[0].length;
      }
      rest = rest.slice(start);
      if (rest.length + dataChars > maxChars) throw new RangeError("A message of the stream is too large.");
      return messages;
    },
  };
}
