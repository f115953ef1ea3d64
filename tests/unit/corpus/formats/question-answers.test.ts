import { describe, expect, it } from "vitest";
import {
  readQuestionJson,
  questionJsonReader,
} from "../../../../corpus/formats/question-answers/question-json.ts";
import {
  questionTableReader,
  readQuestionTable,
} from "../../../../corpus/formats/question-answers/question-table.ts";
import { readersOf } from "../../../../corpus/formats/format-readers.ts";
import { documentsOf, formatInput, outlineOf } from "../support/pages.ts";

const table = (content: string, path = "faq.csv") =>
  documentsOf(readQuestionTable(formatInput({ path, content })));
const json = (value: unknown, path = "faq.json") =>
  documentsOf(
    readQuestionJson(
      formatInput({ path, content: typeof value === "string" ? value : JSON.stringify(value) }),
    ),
  );
const lines = (documents: ReturnType<typeof table>) => documents.flatMap(({ items }) => outlineOf(items));

describe("tables of questions", () => {
  it("makes a passage of each pair, below its category, at its address", () => {
    const documents = table(
      `question,answer,url,category\nHow long?,"Two days,\n\nor ""three"".",https://a.example/help#long,Delivery\nWhy?,<p>So.</p><ul><li>a</li></ul>,https://a.example/help#why,Delivery\nWho?,We.,,\n`,
    );
    expect(documents.map(({ address, title, anchors }) => ({ address, title, anchors }))).toEqual([
      { address: "https://a.example/help", title: "FAQ", anchors: ["long", "why"] },
      { address: undefined, title: "FAQ", anchors: [] },
    ]);
    expect(lines(documents)).toEqual([
      "## Delivery",
      "### How long? {#long}",
      "Two days,",
      'or "three".',
      "### Why? {#why}",
      "So.",
      "- a",
      "## Who?",
      "We.",
    ]);
  });

  it.each([
    ["semicolons", "Frage;Antwort\nWarum?;Darum, so.\n"],
    ["tabs", "Question\tRéponse\nWarum?\tDarum, so.\n"],
    ["a BOM and a named separator", "\uFEFFsep=;\r\nPregunta;Respuesta\r\nWarum?;Darum, so.\r\n"],
    ["quoted names in another order", `"Risposta","Domanda"\n"Darum, so.","Warum?"\n`],
    ["short names", 'Q,A\nWarum?,"Darum, so."\n'],
  ])("reads %s", (_, content) => {
    expect(
      questionTableReader.recognises?.({ name: "a.csv", head: Buffer.from(content).toString("latin1") }),
    ).toBe(true);
    expect(lines(table(content))).toEqual(["## Warum?", "Darum, so."]);
  });

  it("names the columns where that of the answers is missing", () => {
    expect(() => table("Question,Reply text,Url\nWhy?,So,\n")).toThrow(
      'it has no column for the answer: name one "answer" (its columns are "Question", "Reply text", "Url")',
    );
  });

  it("says where a quote is never closed", () => {
    expect(() => table('question,answer\nWhy?,"So\n')).toThrow(/a quote is opened and never closed/);
  });

  it("leaves out what is not published, and says how many", () => {
    const results = readQuestionTable(
      formatInput({
        path: "faq.csv",
        content: "question,answer,status\nA?,a,draft\nB?,b,published\n,c,published\n",
      }),
    );
    expect(results).toMatchObject([
      { title: "FAQ" },
      { skipped: "draft", detail: "1 questions that are not published" },
    ]);
  });

  it.each(["name,age\nAnn,3\n", "id,title,description\n1,a,b\n", "q1,q2\n3,4\n"])(
    "leaves other tables alone: %j",
    (content) => {
      expect(questionTableReader.recognises?.({ name: "a.csv", head: content })).toBe(false);
    },
  );
});

describe("JSON of questions", () => {
  it.each([
    ["a list", [{ question: "Why?", answer: "So it is." }]],
    ["a list in an object", { faqs: [{ q: "x", question: "Why?", answer: "So it is." }] }],
    ["other languages", [{ Frage: "Why?", Antwort: "So it is." }]],
    ["answers of several paragraphs", [{ question: "Why?", answer: ["So it is."] }]],
  ])("reads %s", (_, value) => {
    expect(lines(json(value))).toEqual(["## Why?", "So it is."]);
  });

  it("takes categories from where the questions stand", () => {
    const value = {
      categories: [{ name: "Delivery", questions: [{ question: "Why?", answer: "So.", url: "/help/#why" }] }],
    };
    expect(lines(json(value))).toEqual(["## Delivery", "### Why? {#why}", "So."]);
  });

  it("reads a line each, and names the line that is broken", () => {
    expect(
      lines(json('{"question":"Why?","answer":"So."}\n\n{"question":"Who?","answer":"We."}\n', "faq.jsonl")),
    ).toEqual(["## Why?", "So.", "## Who?", "We."]);
    const content = '{"question":"Why?","answer":"So."}\n{"question"\n{"question":"Who?","answer":"We."}';
    const cut = readQuestionJson(formatInput({ path: "faq.jsonl", content }));
    expect(cut[1]).toEqual({
      skipped: "unparsable",
      detail: "line 2: not valid JSON; the others are read",
      problems: [],
    });
    expect(lines(documentsOf(cut.slice(0, 1)))).toEqual(["## Why?", "So.", "## Who?", "We."]);
    expect(() => json('{"question"\n', "faq.jsonl")).toThrow("it is not valid JSON (line 1)");
  });

  it("names the fields where that of the answers is missing", () => {
    expect(() => json([{ question: "Why?", points: 3 }])).toThrow(
      'its questions have no answer: name the field "answer" (its fields are "question", "points")',
    );
  });

  it.each([
    ["package.json", { name: "a", scripts: { question: "x" } }],
    ["quiz.json", { settings: { question: { size: 3 } } }],
  ])("leaves %s alone", (name, value) => {
    const head = JSON.stringify(value);
    expect(questionJsonReader.recognises?.({ name, head }) === true ? json(value, name) : []).toEqual([]);
  });

  it.each(["package-lock.json", "tsconfig.json", "data.json"])("asks no reader about %s", (name) => {
    const head = `{"name":"x","lockfileVersion":3,"compilerOptions":{},"packages":{}}`;
    expect(readersOf(name, head)).toEqual([]);
  });
});
