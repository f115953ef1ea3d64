import { afterEach, expect, test, vi } from "vitest";
import { consoleLog, describeError } from "../../../worker/log.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

test("an entry is one line of JSON at its level, whatever it holds", () => {
  const write = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  consoleLog({ level: "warn", event: "something", detail: 'a\r\nb\u2028"c"' });
  const line = String(write.mock.calls[0]?.[0]);
  expect(line).not.toMatch(/[\r\n]/);
  expect(JSON.parse(line)).toEqual({ level: "warn", event: "something", detail: 'a\r\nb\u2028"c"' });
});

test("an entry that cannot be written is reduced to its event", () => {
  const write = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;
  consoleLog({ level: "error", event: "something", circular });
  expect(JSON.parse(String(write.mock.calls[0]?.[0]))).toMatchObject({ event: "something" });
});

test("a syntax error is described without the text that could not be parsed", () => {
  expect(describeError(thrownBy(() => void JSON.parse("a visitor's words")))).toBe("SyntaxError");
});

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each([
  [new TypeError("no"), "TypeError: no"],
  ["a text that someone threw", "thrown string"],
  [undefined, "thrown undefined"],
  [new Error("x".repeat(1000)), `Error: ${"x".repeat(293)}`],
])("an error is described by name and message, cut to a line", (error, text) => {
  expect(describeError(error)).toBe(text);
});
