import { expect } from "vitest";

/** What a reader of pieces makes of a text: the same whole, in single characters, and cut at every place. */
export function readCutEverywhere(read: (pieces: readonly string[]) => string, text: string): string {
  const whole = read([text]);
  expect(read([...text])).toBe(whole);
  for (let cut = 1; cut < text.length; cut++) {
    expect(read([text.slice(0, cut), text.slice(cut)]), `cut at ${cut}`).toBe(whole);
  }
  return whole;
}
