import { describe, expect, it } from "vitest";
import type { Block } from "../../../../core/corpus/format.ts";
import { isSmallSite, MAX_SMALL_SITE_PASSAGES } from "../../../../core/corpus/small-site.ts";

const prose: { blocks: Block[] } = { blocks: [{ kind: "paragraph", text: "We open at nine." }] };
const code: { blocks: Block[] } = { blocks: [{ kind: "code", language: "sh", code: "npm start" }] };
const many = <T>(one: T, count: number): T[] => Array.from({ length: count }, () => one);

describe("a small site", () => {
  it("has a few pages of prose, or one", () => {
    expect(isSmallSite([prose])).toBe(true);
    expect(isSmallSite(many(prose, MAX_SMALL_SITE_PASSAGES))).toBe(true);
    expect(isSmallSite(many(prose, MAX_SMALL_SITE_PASSAGES + 1))).toBe(false);
  });

  it("is no documentation, however short", () => {
    expect(isSmallSite([...many(prose, 19), code])).toBe(true);
    expect(isSmallSite([...many(prose, 8), code])).toBe(false);
  });
});
