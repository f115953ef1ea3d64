import { describe, expect, it } from "vitest";
import { readReply } from "../../../../corpus/enrichment/read-reply.ts";

const REPLY = { questions: ["When do I get my bill?", "How can I pay?"], answer: "On the 3rd. [1]" };
const JSON_TEXT = JSON.stringify(REPLY);

describe("a model's reply", () => {
  it.each([
    ["alone", JSON_TEXT],
    [
      "in a fence, with talk around it",
      `Sure! Here you go:\n\n\`\`\`json\n${JSON_TEXT}\n\`\`\`\nAnything else?`,
    ],
    [
      "behind thoughts that hold an object too",
      `<think>Maybe {"questions": ["No?"], "answer": ""}</think>\n${JSON_TEXT}`,
    ],
    ["behind thoughts of which only the end is marked", `The user wants {} JSON.</think>${JSON_TEXT}`],
    ["behind another object", `{"plan": "write"} ${JSON_TEXT}`],
    ["with a comma too many", JSON_TEXT.replace('"}', '",}')],
    ["with braces in its texts", JSON_TEXT],
  ])("is read %s", (_name, text) => {
    expect(readReply(text)).toEqual(REPLY);
  });

  it("is read where questions are objects, are numbered, or are too many", () => {
    const text = JSON.stringify({
      questions: [{ question: "1. One {or} two?" }, "- Two?", "Three?", "Four?"],
      answer: ["First. [1]", "Second. [1]"],
    });
    expect(readReply(text)).toEqual({
      questions: ["One {or} two?", "Two?", "Three?"],
      answer: "First. [1] Second. [1]",
    });
  });

  it("says that a section answers nothing", () => {
    expect(readReply('{"questions": [], "answer": ""}')).toEqual({ questions: [], answer: "" });
  });

  it.each([
    ["prose", "I cannot do that."],
    ["an object that is cut off", JSON_TEXT.slice(0, 40)],
    ["another form", '{"questions": [1, 2], "answer": "x"}'],
    ["nothing but braces", "{".repeat(100_000)],
    ["nothing", ""],
  ])("is none where it is %s", (_name, text) => {
    expect(readReply(text)).toBeUndefined();
  });
});
