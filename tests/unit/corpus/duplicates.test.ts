import { describe, expect, it } from "vitest";
import type { Block } from "../../../core/corpus/format.ts";
import { findDuplicates } from "../../../corpus/report/duplicates.ts";
import { chunkSignature, similarity } from "../../../corpus/report/minhash.ts";
import { paragraph, words } from "./support/pages.ts";

const sign = (url: string, ...blocks: Block[]) => ({ url, signature: chunkSignature(blocks) });

describe("duplicates", () => {
  it("finds texts that are the same, wherever they stand", () => {
    const duplicates = findDuplicates([
      sign("/a/", paragraph("Short.")),
      sign("/b/", paragraph("Other.")),
      sign("/c/", paragraph("Short.")),
    ]);
    expect(duplicates).toEqual({ exact: [["/a/", "/c/"]], near: [] });
  });

  it("finds texts that differ in a few words, and not those that share half", () => {
    const text = words(200);
    const { exact, near } = findDuplicates([
      sign("/a/", paragraph(text)),
      sign("/b/", paragraph(text.replace("word100", "changed"))),
      sign("/c/", paragraph(`${words(100)} ${words(100, "other")}`)),
      sign("/d/", paragraph(words(200, "else"))),
    ]);
    expect(exact).toEqual([]);
    expect(near).toHaveLength(1);
    expect(near[0]).toMatchObject({ urls: ["/a/", "/b/"] });
    expect(near[0]?.similarity).toBeGreaterThan(0.85);
  });

  it("estimates the share of common five-word runs", () => {
    const left = chunkSignature([paragraph(words(300))]).minima;
    const half = chunkSignature([paragraph(`${words(200)} ${words(100, "other")}`)]).minima;
    expect(similarity(left, left)).toBe(1);
    // 196 common runs of 296 + 100: about a half.
    expect(similarity(left, half)).toBeGreaterThan(0.3);
    expect(similarity(left, half)).toBeLessThan(0.7);
    expect(similarity(left, chunkSignature([paragraph("too short")]).minima)).toBe(0);
  });

  it("is the same on every run", () => {
    const blocks = [paragraph(words(50))];
    expect(chunkSignature(blocks)).toEqual(chunkSignature(blocks));
  });
});
