import { createParser, type EventSourceMessage } from "eventsource-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSseParser, type SseMessage } from "../../../core/sse-parser.ts";

function parse(pieces: string[]): SseMessage[] {
  const parser = createSseParser(10_000);
  return pieces.flatMap((piece) => parser.push(piece));
}

function peer(text: string): EventSourceMessage[] {
  const messages: EventSourceMessage[] = [];
  createParser({ onEvent: (message) => messages.push(message) }).feed(text);
  return messages;
}

function cut(text: string, places: number[]): string[] {
  const borders = [0, ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return borders.slice(1).map((border, index) => text.slice(borders[index], border));
}

describe("the stream parser", () => {
  it.each<[name: string, text: string, messages: [event: string, data: string, id?: string][]]>([
    ["data on several lines", "data: a\ndata:b\ndata\n\n", [["message", "a\nb\n"]]],
    [
      "the three line ends",
      "data: a\r\n\r\ndata: b\r\rdata: c\n\n",
      [
        ["message", "a"],
        ["message", "b"],
        ["message", "c"],
      ],
    ],
    ["a byte order mark at the start only", "\uFEFFdata: a\n\n\uFEFFdata: b\n\n", [["message", "a"]]],
    ["one space after the colon", "data:  a\n\n", [["message", " a"]]],
    ["comments and unknown fields", ": ping\nretry: 5\nfoo: bar\ndata: a\n\n", [["message", "a"]]],
    [
      "an id that stays until the next",
      "id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
      [
        ["message", "a", "7"],
        ["message", "b", "7"],
        ["message", "c", ""],
      ],
    ],
    [
      "an id with a null character, which does not count",
      "id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n",
      [
        ["message", "a", "1"],
        ["message", "b", "1"],
      ],
    ],
    [
      "an event without data, which is not dispatched and names nothing after it",
      "event: x\n\ndata: a\n\n",
      [["message", "a"]],
    ],
    ["a message that is not complete", "data: a\n", []],
    ["empty data", "event: x\ndata:\n\n", [["x", ""]]],
  ])("reads %s", (_name, text, messages) => {
    const expected = messages.map(([event, data, id]) => ({ event, data, id }));
    expect(parse([text])).toEqual(expected);
    expect(parse([...text])).toEqual(expected);
  });

  it("gives what an established parser gives, on random streams and cuts", () => {
    const piece = fc.constantFrom(
      "data: ",
      "data:",
      "event: ",
      "id: ",
      "retry: 1",
      ":",
      "\n",
      "\r\n",
      "\n\n",
      "\r",
      "x",
      "é👍",
      " ",
      "\u2028",
      "{}",
      "id:\0",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        (pieces, places) => {
          // A lone \r at the end waits for its pair: ours and the peer's may differ in when, never in what.
          const text = `${pieces.join("")}\n\n\n`;
          const own = parse(cut(text, places)).map(({ event, data }) => ({ event, data }));
          expect(own).toEqual(peer(text).map(({ event, data }) => ({ event: event ?? "message", data })));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("stops a message that grows beyond its bound, in one line or in many", () => {
    expect(() => parse(Array.from({ length: 20 }, () => "x".repeat(1000)))).toThrow(RangeError);
    expect(() => parse(Array.from({ length: 20 }, () => `data: ${"x".repeat(1000)}\n`))).toThrow(RangeError);
    expect(parse(Array.from({ length: 20 }, () => `data: ${"x".repeat(1000)}\n\n`))).toHaveLength(20);
  });
});
