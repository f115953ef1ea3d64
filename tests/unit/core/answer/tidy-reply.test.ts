import { describe, expect, it } from "vitest";
import { createReplyTidier } from "../../../../core/answer/tidy/tidy-reply.ts";

const PAGES =
  "Wrap it in <details> or write <br> by hand. The class [1-3] matches, see (source 2). An area of 40 acres².";

/** The outcome, which has to be the same however the text comes in. */
function tidied(reply: string): string {
  const outcomes = [reply.length, 1, 2, 3, 7].map((size) => {
    const tidier = createReplyTidier({
      positions: new Set([1, 2, 3, 4]),
      isQuoted: (words) => PAGES.includes(words),
    });
    let output = "";
    for (let at = 0; at < reply.length; at += Math.max(1, size))
      output += tidier.push(reply.slice(at, at + Math.max(1, size)));
    return output + tidier.end();
  });
  expect(new Set(outcomes)).toEqual(new Set([outcomes[0]]));
  return outcomes[0] ?? "";
}

describe("the spelling of citations", () => {
  it.each([
    ["It keeps ten copies【1】.", "It keeps ten copies[1]."],
    ["It keeps ten copies 【2†source】", "It keeps ten copies [2]"],
    ["It keeps ten copies 【2:0†backups.md】.", "It keeps ten copies [2]."],
    ["It keeps ten copies [2†L3-L9].", "It keeps ten copies [2]."],
    ["Ten copies [^1], no more.[^2^]", "Ten copies [1], no more.[2]"],
    ["Ten copies [Passage 1].", "Ten copies [1]."],
    ["Ten copies (passage 3).", "Ten copies [3]."],
    ["Ten copies [passages 1 and 3]; [source: 2].", "Ten copies [1][3]; [2]."],
    ["Ten copies [Passage 2: Backups].", "Ten copies [2]."],
    ["Zehn Kopien [Quelle 2].", "Zehn Kopien [2]."],
    ["Ten copies [1, 4], ten [1; 4].", "Ten copies [1, 4], ten [1; 4]."],
    ["Ten copies [1 and 4].", "Ten copies [1][4]."],
    ["Ten copies [2-4].", "Ten copies [2][3][4]."],
    ["Ten copies [[1]] or [[2]](https://x.example).", "Ten copies [1] or [2]."],
    ["Ten copies [#1].", "Ten copies [1]."],
    ["Ten copies.¹ Kept for days² too.", "Ten copies. [1] Kept for days [2] too."],
    ["Ten copies<sup>1</sup> and <sup>[2, 3]</sup>.", "Ten copies [1] and [2][3]."],
    ["**Ten copies. [1][2]**", "**Ten copies. [1][2]**"],
  ])("%s", (reply, expected) => {
    expect(tidied(reply)).toBe(expected);
  });

  it.each([
    "A room of 30 m² or 20 km², and 2³.",
    "40 acres² and [1-3], see (source 2).",
    "Write `a[^1]` and `[Passage 1]` (or `<b>`) in code.",
    "```js\nlet a = b[9]; // [Passage 1] <b>\n```\nthen [1].",
    "In 2019 (1) and (2), \\[9\\], [a link](https://x.example) and [note].",
    "if a < b and c > d or Array<string> or <your-name>.",
    "Wrap it in <details>, or <br> by hand.",
    "A price ( 3 [1].",
  ])("leaves alone: %s", (reply) => {
    expect(tidied(reply)).toBe(reply);
  });

  it("leaves no gap where a number was not given", () => {
    expect(tidied("Children can come alone [99]. Tea is free [1][77](https://x.example), too [^9].")).toBe(
      "Children can come alone. Tea is free [1], too.",
    );
  });
});

describe("HTML in a reply", () => {
  it.each([
    ['See <a href="https://evil.example">here</a> <script>alert(1)</script> now [1].', "See here  now [1]."],
    ["<p>Ten copies [1].</p>", "Ten copies [1]."],
    ["one<br>two <b>bold</b><!-- no -->", "one\ntwo bold"],
    ["<passage 1 0123456789abcdef0123456789abcdef>\nTen copies [1].", "Ten copies [1]."],
  ])("leaves its tags out: %s", (reply, expected) => {
    expect(tidied(reply).replace("<br>", "\n").trim()).toBe(expected);
  });
});

describe("what is put around a reply", () => {
  it.each([
    [
      "```markdown\nTen copies are kept [1].\n\n```sh\nrun x\n```\nDone well now [2].\n```",
      "Ten copies are kept [1].\n\n```sh\nrun x\n```\nDone well now [2].\n",
    ],
    ["```\nTen copies are kept [1].\n```\n", "Ten copies are kept [1].\n\n"],
    ["~~~md\nTen copies are kept.[1]", "Ten copies are kept.[1]"],
    ["**Answer:** Ten copies [1].", "Ten copies [1]."],
    ["Antwort: Zehn Kopien [1].", "Zehn Kopien [1]."],
    ["### Answer\n\nTen copies [1].", "Ten copies [1]."],
    ['{"answer": "Ten copies are kept [1].", "sources": [1]}', "Ten copies are kept [1]."],
    ['```json\n{ "response": "Ten copies [1]." }\n```', "Ten copies [1]."],
  ])("is taken off: %j", (reply, expected) => {
    expect(tidied(reply)).toBe(expected);
  });

  it.each([
    "```sh\nrun --all\n```\n\nThis runs all [1].",
    "```\nlet a = b[1];\n```\nThis sets a [1].",
    "```markdown\n| a | b |\n```\nThat is a table [1].",
    "Answers are kept for ten days [1].",
    '{"ttl": 3}',
    "The answer: ten [1].",
    "**Note:** ten [1].",
  ])("stays where it is the answer: %j", (reply) => {
    expect(tidied(reply)).toBe(reply);
  });
});

describe("a list of sources below a reply", () => {
  it.each([
    "\n\n**Sources:**\n[1] Snapshots\n[2] LVM",
    "\n\nSources: [1] Snapshots, [2] LVM",
    "\n\n## References\n\n- [1] Snapshots\n- [2]: LVM\n",
    "\n\n---\n**Quellen:**\n1. [1] Sicherung\n2. [2] LVM",
    "\n\nSources:\n- Passage 1\n- Passage 2",
    "\n\n[^1]: Snapshots, page 3\n[^2]: LVM",
    "\n\n[1]: https://x.example/y",
  ])("is left out: %j", (list) => {
    expect(tidied(`Ten copies are kept [1].${list}`).trim()).toBe("Ten copies are kept [1].");
  });

  it.each([
    "Ten copies [1].\n\nSources:\n- RSS feeds [1]\n- Atom feeds [2]",
    "Ten copies [1].\n\n**Sources:** feeds and files [1].",
    "Ten copies [1].\n\nSources are listed there [2].",
    "Ten copies [1].\n\n---\n\nMore of it [2].",
    "Ten copies [1].\n\nSources:\n[1] Snapshots\nAnd one more thing [2].",
    "A list:\n\n- one [1]\n- two [2]\n\n[3] is not at the end.",
  ])("stays where it is the answer's: %j", (reply) => {
    expect(tidied(reply)).toBe(reply);
  });
});
