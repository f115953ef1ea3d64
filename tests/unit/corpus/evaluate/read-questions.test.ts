import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGoldenQuestion } from "../../../../corpus/evaluate/golden-question.ts";
import { parseDelimitedRows } from "../../../../corpus/parse/parse-delimited.ts";
import { readLines } from "../../../../corpus/evaluate/read-lines.ts";
import { readQuestions, type QuestionFile } from "../../../../corpus/evaluate/read-questions.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

async function read(name: string, content: string | Uint8Array): Promise<QuestionFile> {
  return readQuestions(name, await temporaryFolder({ [name]: content }));
}

async function failure(name: string, content: string | Uint8Array): Promise<string> {
  return read(name, content).then(
    () => "no failure",
    (error: unknown) => (error as Error).message,
  );
}

describe("a file of questions", () => {
  it("says what is expected of each, in lenient form", async () => {
    const { questions, warnings } = await read(
      "q.jsonl",
      [
        '{"id": 7, "question": " Can I pay by invoice? ", "url": "/billing/", "facts": "30 days"}',
        "",
        "// a remark",
        '{"query": "Do you sell cards?", "shouldRefuse": true, "tags": "shop"}',
        '{"_id": "b", "text": "hi", "tags": ["small-talk"], "metadata": {}}',
        '{"question": "And for teams?", "facts": [["12", "twelve"], 5], "history": [{"role": "visitor", "text": "What does it cost?"}]}',
      ].join("\n"),
    );
    expect(warnings).toEqual([]);
    expect(questions).toMatchObject([
      {
        id: "7",
        text: "Can I pay by invoice?",
        expectation: "answer",
        relevant: [{ url: "/billing/", grade: 1 }],
        facts: [["30 days"]],
      },
      { id: "line-0004", expectation: "refuse", tags: ["shop"] },
      { id: "b", expectation: "conversation" },
      { id: "line-0006", facts: [["12", "twelve"], ["5"]], history: [{ role: "visitor" }] },
    ]);
  });

  it("may have come from Windows, with a byte order mark and carriage returns", async () => {
    const { questions } = await read("q.jsonl", '\uFEFF{"question": "One?"}\r\n{"question": "Two?"}\r\n');
    expect(questions.map(({ text }) => text)).toEqual(["One?", "Two?"]);
  });

  it("may be a JSON list", async () => {
    const { questions } = await read("q.json", '\uFEFF[{"question": "One?"}, {"question": "Two?"}]');
    expect(questions.map(({ id }) => id)).toEqual(["line-0001", "line-0002"]);
    expect(await failure("q.json", '{"question": "One?"}')).toMatch(/must be a list of questions/);
    expect(await failure("q.json", "[")).toMatch(/must be a list of questions/);
  });

  it("may be a table, as a spreadsheet saves it", async () => {
    const { questions } = await read(
      "q.csv",
      '\uFEFFQuestion;URL;Facts;Refuse;Tags\r\n"Can I pay, by ""invoice""?";/billing/;"30 days|a month; 2 % "\r\nDo you sell cards?;;;yes;shop\r\n;;;;\r\n"Two\nlines?";"/a/\n/b/";;no;\r\n',
    );
    expect(questions).toMatchObject([
      {
        id: "line-0002",
        text: 'Can I pay, by "invoice"?',
        relevant: [{ url: "/billing/" }],
        facts: [["30 days", "a month"], ["2 %"]],
      },
      { id: "line-0003", expectation: "refuse", tags: ["shop"] },
      { id: "line-0005", text: "Two\nlines?", relevant: [{ url: "/a/" }, { url: "/b/" }] },
    ]);
  });

  it("warns of fields that nobody reads", async () => {
    const { warnings } = await read("q.jsonl", '{"question": "One?", "expectedFact": ["x"]}');
    expect(warnings).toEqual(['line 1: the field "expectedFact" is not known and ignored']);
  });

  it.each([
    ["", /q\.jsonl holds no line to read.*"question"/s],
    ["\n \n", /holds no line/],
    ["What does it cost?", /line 1: is not JSON; write one object a line/],
    ['{"question": "One?"}\n{"question": ', /line 2: is not JSON/],
    ["[1]", /line 1: must be an object/],
    ["null", /line 1: must be an object/],
    ['{"urls": ["/a/"]}', /line 1, question: must be a text: what a visitor would ask/],
    ['{"question": 5}', /line 1, question: must be a text/],
    ['{"question": "  "}', /line 1, question: must not be empty/],
    [JSON.stringify({ question: "x".repeat(5001) }), /line 1, question: must be at most 5000/],
    ['{"question": "a", "urls": 5}', /line 1, urls: must be a text or a list of addresses/],
    ['{"question": "a", "urls": [5]}', /line 1, urls.*must be a text or a list/],
    ['{"question": "a", "facts": {"a": 1}}', /line 1, facts: must be a list of texts; wordings of one fact/],
    ['{"question": "a", "refuse": "yes"}', /line 1, refuse: must be true or false, without quotation marks/],
    [
      '{"question": "a", "refuse": true, "urls": ["/a/"]}',
      /line 1, refuse: .*but urls names one; remove one/,
    ],
    ['{"question": "a", "refuse": true, "facts": ["b"]}', /but facts names one/],
    ['{"question": "a", "refuse": true, "tags": ["small-talk"]}', /small-talk is answered in conversation/],
    [
      '{"question": "a", "history": [{"role": "user", "text": "b"}]}',
      /history\.0\.role: must be visitor or assistant/,
    ],
    ['{"question": "a", "history": "b"}', /history: must be a list of turns/],
    [
      '{"id": "x", "question": "a"}\n\n{"id": "x", "question": "b"}',
      /line 3, id: "x" is the id of line 1 already/,
    ],
  ])("refuses %j, naming line, field and fix", async (content, message) => {
    expect(await failure("q.jsonl", content)).toMatch(message);
  });

  it("names the column that a table lacks, and a cell that says neither yes nor no", async () => {
    expect(await failure("q.csv", "Frage,URL\nWas?,/a/")).toMatch(
      /line 1: must name the columns, one of them question/,
    );
    expect(await failure("q.csv", "question,refuse\nWhat?,maybe")).toMatch(/line 2, refuse: must be true/);
    expect(await failure("q.csv", "")).toMatch(/holds no line/);
  });

  it("names ten problems and counts the rest", async () => {
    const message = await failure("q.jsonl", "x\n".repeat(40));
    expect(message.match(/is not JSON/g)).toHaveLength(10);
    expect(message).toContain("and 30 more");
  });

  it("says why a file cannot be read", async () => {
    await expect(readQuestions("missing.jsonl", "/")).rejects.toThrow(
      /missing\.jsonl cannot be read \(ENOENT\)/,
    );
    await expect(readQuestions(".", await temporaryFolder())).rejects.toThrow(/EISDIR/);
  });

  it("keeps nothing of a line of a hundred megabytes", async () => {
    const folder = await temporaryFolder();
    const stream = createWriteStream(join(folder, "q.jsonl"));
    const piece = "x".repeat(1024 * 1024);
    for (let written = 0; written < 100; written++) {
      if (!stream.write(piece)) await once(stream, "drain");
    }
    stream.end('\n{"question": "One?"}\n');
    await once(stream, "close");
    const before = process.memoryUsage().heapUsed;
    await expect(readQuestions("q.jsonl", folder)).rejects.toThrow(
      /line 1: is longer than a million characters; write one question a line$/,
    );
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * 1024 * 1024);
  });
});

describe("readLines", () => {
  it("gives the lines of any text, wherever the reads are cut", async () => {
    const folder = await temporaryFolder({ "a.txt": "" });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom("a", "é", "𝄞", " ") }), { minLength: 1 }),
        async (lines) => {
          const { writeFile } = await import("node:fs/promises");
          const path = join(folder, "a.txt");
          await writeFile(path, lines.join("\n"));
          const read = [];
          for await (const { text } of readLines(path, 1000)) read.push(text);
          // A line end at the end of a file begins no line.
          const expected = lines.at(-1) === "" ? lines.slice(0, -1) : lines;
          expect(read).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("parseDelimitedRows", () => {
  it("reads back whatever a spreadsheet would quote", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", ";", " ") });
    const table = fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
        const text = ["a,b,c", ...rows.map((cells) => cells.map(quoted).join(","))].join("\r\n");
        expect(parseDelimitedRows(text).map(({ cells }) => cells)).toEqual([["a", "b", "c"], ...rows]);
      }),
    );
  });

  it("numbers rows by the line that they begin in, and survives a quote that is never closed", () => {
    expect(parseDelimitedRows('a,b\n"x\ny",1\nz,2').map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(parseDelimitedRows('a,b\r\n\r\n"x\r\ny",1\r\nz,2').map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(parseDelimitedRows('a,"b\nc')).toEqual([{ line: 1, cells: ["a", "b\nc"] }]);
  });
});

describe("parseGoldenQuestion", () => {
  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseGoldenQuestion(value);
        expect("question" in parsed || parsed.problems.length > 0).toBe(true);
      }),
    );
    fc.assert(
      fc.property(
        fc.record({ question: fc.jsonValue(), facts: fc.jsonValue(), __proto__: fc.jsonValue() }),
        (value) => {
          expect(() => parseGoldenQuestion(value)).not.toThrow();
        },
      ),
    );
  });
});
