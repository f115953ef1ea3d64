import { describe, expect, it } from "vitest";
import { readJudgement } from "../../../../../corpus/evaluate/blind/read-judgement.ts";

describe("readJudgement", () => {
  it.each([
    ['{"verdict": "half", "cause": "badly-quoted", "note": "torn"}', "half", "badly-quoted", "torn"],
    ['<think>{"verdict": "not"}</think>\n{"verdict": "defended", "cause": "other"}', "defended", null, ""],
    ['Sure!\n```json\n{"verdict": "NOT", "cause": "Wrong section",}\n```', "not", "wrong-section", ""],
    ['{"reason": {"x": 1}} {"verdict": "not defended", "cause": null}', "not", null, ""],
    ['{"verdict": "not", "cause": "hallucinated", "note": " two\\nlines "}', "not", "other", "two lines"],
  ])("reads %s", (text, verdict, cause, note) => {
    expect(readJudgement(text)).toEqual({ verdict, cause, note });
  });

  it.each(["", "defended", '{"verdict": "good"}', '{"verdict": 1}', '["defended"]'])(
    "takes %j for no verdict",
    (text) => {
      expect(readJudgement(text)).toBeUndefined();
    },
  );
});
