import { describe, expect, test } from "vitest";
import { createAnswerText } from "../../../../core/completion/answer-text.ts";
import { readCutEverywhere } from "../../../support/cut-everywhere.ts";

function hear(pieces: readonly string[], isCut = false): string {
  const answer = createAnswerText({ positions: new Set([1, 2]), isHeldWhole: false });
  let text = "";
  const add = (piece: { text: string; isRestart: boolean }): void => {
    text = piece.isRestart ? piece.text : text + piece.text;
  };
  for (const piece of pieces) add(answer.push(piece));
  add(answer.end(isCut));
  return text;
}

const hearCut = (text: string): string => readCutEverywhere(hear, text);

const FENCE = "```";

describe("citations in other brackets", () => {
  test.each([
    ["It costs 9【1】 a month【2†L3-L5】.", "It costs 9[1] a month[2]."],
    ["It costs 9 【1†source】.", "It costs 9 [1]."],
    ["It costs 9 【1:0†pricing.md】.", "It costs 9 [1]."],
    ["It costs 9【重要】 [1].", "It costs 9【重要】 [1]."],
    ["It costs 9 [1]【1", "It costs 9 [1]【1"],
  ])("%j", (text, said) => {
    expect(hearCut(text)).toBe(said);
  });
});

describe("an answer in a fence of Markdown", () => {
  test.each([
    [`${FENCE}markdown\nIt costs **9** [1].\n\nMore [2].\n${FENCE}`, "It costs **9** [1].\n\nMore [2]."],
    [`${FENCE}md\nIt costs 9 [1].\n${FENCE}\n`, "It costs 9 [1]."],
    [`${FENCE}markdown\nYes [1].\n${FENCE}`, "Yes [1]."],
    [`${FENCE}markdown\nIt costs 9 [1].`, "It costs 9 [1]."],
    [
      `${FENCE}markdown\nRun this [1]:\n\n${FENCE}sh\nnpm i\n${FENCE}\n\nThen that [2].\n${FENCE}`,
      `Run this [1]:\n\n${FENCE}sh\nnpm i\n${FENCE}\n\nThen that [2].`,
    ],
    [`<think>x</think>\n${FENCE}markdown\nIt costs 9 [1].\n${FENCE}`, "It costs 9 [1]."],
  ])("is taken out of it: %j", (text, said) => {
    expect(hearCut(text).trimEnd()).toBe(said);
  });

  test.each([
    `${FENCE}markdown\n# Title\n${FENCE}\n\nThat makes a title [1].`,
    `${FENCE}js\nconst list = [1];\n${FENCE}\n\nIt is a list [1].`,
    `Write this [1]:\n\n${FENCE}markdown\n# Title\n${FENCE}`,
    `${FENCE}markdown\n# Title\n${FENCE}`,
  ])("is none where it is a sample: %j", (text) => {
    expect(hearCut(text)).toBe(text);
  });
});
