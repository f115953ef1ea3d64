import { describe, expect, it } from "vitest";
import { elementSnippet, scriptTagSnippet } from "../../../demo/browser/snippet.ts";

const target = { origin: "https://assistant.example.com", site: "docs" };

describe("the script tag", () => {
  it("is one line of settings for the defaults", () => {
    expect(scriptTagSnippet({ mode: "floating" }, target)).toBe(
      '<script async src="https://assistant.example.com/assistant-chat.js"\n        data-site="docs"></script>',
    );
  });

  it("carries each changed setting as data-*, with an explicit value", () => {
    const snippet = scriptTagSnippet(
      { "mode": "drawer", "push": "true", "assistant-name": "Helper" },
      target,
    );
    expect(snippet.split("\n").map((line) => line.trim())).toEqual([
      '<script async src="https://assistant.example.com/assistant-chat.js"',
      'data-site="docs"',
      'data-mode="drawer"',
      'data-push="true"',
      'data-assistant-name="Helper"></script>',
    ]);
  });

  it("leaves out dir, which a script tag cannot hand on", () => {
    expect(scriptTagSnippet({ dir: "rtl", lang: "ar" }, target)).not.toContain("dir=");
  });
});

describe("the element", () => {
  it("writes a switch as a bare attribute and has a link for people without JavaScript", () => {
    const snippet = elementSnippet({ push: "true", mode: "drawer", dir: "rtl" }, target);
    expect(snippet).toMatch(/\n {16}push\n/);
    expect(snippet).toContain('dir="rtl"');
    expect(snippet).toContain('<a href="/contact">Contact us</a>');
  });

  it("escapes what would end the attribute or the tag", () => {
    const snippet = elementSnippet({ greeting: '"><script>alert(1)</script> & more' }, target);
    expect(snippet).toContain('greeting="&quot;>&lt;script>alert(1)&lt;/script> &amp; more"');
  });
});

describe("starters", () => {
  it("are separated by commas where no question holds one", () => {
    expect(elementSnippet({ starters: "What is it?\n\n Why? " }, target)).toContain(
      'starters="What is it?, Why?"',
    );
  });

  it("keep their lines where one does", () => {
    expect(elementSnippet({ starters: "Mac, or Linux?\nWhy?" }, target)).toContain(
      'starters="Mac, or Linux?\nWhy?"',
    );
  });
});
