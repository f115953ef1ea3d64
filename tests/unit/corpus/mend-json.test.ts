import { describe, expect, it } from "vitest";
import { mendJson } from "../../../corpus/structured-data/mend-json.ts";

describe("mending JSON of templates", () => {
  it.each([
    ['{"a": 1,\n}', { a: 1 }],
    ['{"a": [1, 2, ], }', { a: [1, 2] }],
    ['{"a": "one\ntwo\tthree"}', { a: "one\ntwo\tthree" }],
    ['{"a": "http://b.example/*c*/", /* d */ "e": "]]>"} // f', { a: "http://b.example/*c*/", e: "]]>" }],
    ['//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
    ['/*<![CDATA[*/ {"a": 1} /*]]>*/', { a: 1 }],
    ['<!-- {"a": 1} -->;', { a: 1 }],
    ['{"a": "say \\"so\\", then"}', { a: 'say "so", then' }],
  ])("%j", (text, value) => {
    expect(JSON.parse(mendJson(text))).toEqual(value);
  });

  it("takes no longer for marks that are never closed", () => {
    expect(mendJson('"'.padEnd(500_000, '\\"'))).toHaveLength(500_000);
    expect(mendJson("/* ".repeat(300_000))).toBe("");
    expect(mendJson(`{${",".repeat(300_000)}`)).toHaveLength(300_001);
  });
});
