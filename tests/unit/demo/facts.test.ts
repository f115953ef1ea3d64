/** What the pages say is compared with the code that it is about, so that neither drifts from the other. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { DEFAULT_CONFIDENCE_THRESHOLD } from "../../../core/answer/answer-question.ts";
import { ERROR_STATUS, FEEDBACK_REASONS } from "../../../core/protocol.ts";
import { STEMMED_LANGUAGES } from "../../../core/search/languages.ts";
import { buildCommand } from "../../../corpus/commands/build.ts";
import { checkCommand } from "../../../corpus/commands/check.ts";
import { publishCommand } from "../../../corpus/commands/publish.ts";
import { askCommand } from "../../../corpus/commands/ask.ts";
import { evalCommand } from "../../../corpus/commands/eval.ts";
import { searchCommand } from "../../../corpus/commands/search.ts";
import { devCommand } from "../../../corpus/commands/dev.ts";
import { MEASURE_LABELS } from "../../../corpus/evaluate/print-report.ts";
import { readQuestions } from "../../../corpus/evaluate/read-questions.ts";
import { ATTRIBUTE_NAMES } from "../../../widget/loader/attributes.ts";
import { METHOD_NAMES } from "../../../widget/panel-contract.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
const doc = (page: string): string => read(`demo/docs/${page}.md`);

const element = read("widget/loader/assistant-chat-element.ts");
const tagsOf = (pattern: RegExp): string[] => [...element.matchAll(pattern)].map((match) => match[1] ?? "");

describe("the attributes page", () => {
  it("has exactly the attributes of the element, in one table", () => {
    const table = [...doc("element/attributes").matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
    expect(table.toSorted()).toEqual([...ATTRIBUTE_NAMES].toSorted());
  });
});

describe("the theming page", () => {
  it("has every custom property and every part", () => {
    const page = doc("element/theming");
    const names = [...tagsOf(/@cssproperty \[?(--[a-z-]+)/g), ...tagsOf(/@csspart ([a-z-]+)/g)];
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });
});

describe("the pages on methods, events and slots", () => {
  it("have every method", () => {
    for (const name of METHOD_NAMES) expect(doc("element/methods")).toContain(`| \`${name}(`);
  });

  it("have every event", () => {
    const names = tagsOf(/@fires ([a-z-]+)/g);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(doc("element/events")).toContain(`| \`${name}\` |`);
  });

  it("have every slot", () => {
    for (const name of tagsOf(/@slot ([a-z]+) -/g)) expect(doc("element/modes")).toContain(`| \`${name}\` |`);
  });
});

describe("the configuration page", () => {
  it("has exactly the variables and the bindings of the Worker", () => {
    const page = doc("host/configuration");
    const variables = [
      ...(read("worker/config/config-vars.ts") + read("worker/env.ts")).matchAll(/^ {2}([A-Z_]+)\??: /gm),
    ].map((match) => match[1]);
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
    expect(rows.toSorted()).toEqual(variables.toSorted());
    expect(page).toContain(`\`${DEFAULT_CONFIDENCE_THRESHOLD}\``);
  });
});

describe("the command-line pages", () => {
  const commands = [
    buildCommand,
    checkCommand,
    publishCommand,
    searchCommand,
    askCommand,
    evalCommand,
    devCommand,
  ];
  it.each(commands)("has $name with every option", ({ name, options }) => {
    expect(doc("reference/cli")).toMatch(new RegExp(`^## ${name}$`, "m"));
    // The longest list has a page of its own.
    const page = doc(name === "eval" ? "reference/eval" : "reference/cli");
    for (const option of Object.keys(options)) expect(page).toContain(`--${option}`);
  });
});

describe("the pages about golden questions and measuring answers", () => {
  it("have examples that the command reads as they stand", async () => {
    const page = doc("content/golden-questions");
    const jsonLines = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const table = /```text\n(question,[\s\S]*?)```/.exec(page)?.[1] ?? "";
    const folder = await mkdtemp(path.join(tmpdir(), "measuring-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(path.join(folder, "questions.jsonl"), jsonLines);
    await writeFile(path.join(folder, "questions.csv"), table);
    const ofLines = await readQuestions("questions.jsonl", folder);
    const ofTable = await readQuestions("questions.csv", folder);
    expect(ofLines.warnings).toEqual([]);
    expect(ofLines.questions.map(({ expectation }) => expectation)).toEqual([
      "answer",
      "answer",
      "refuse",
      "answer",
      "conversation",
    ]);
    expect(ofTable.questions.map(({ facts }) => facts)).toEqual([
      [["30 days"]],
      [["14 days", "two weeks"], ["original packaging"]],
      [],
    ]);
  });

  it("name every figure of the report for golden questions, by its name there", () => {
    const page = doc("content/measuring");
    const shown = Object.entries(MEASURE_LABELS).filter(([name]) => !/^(?:sentence|answer)Hit/.test(name));
    for (const [, label] of shown) expect(page.toLowerCase()).toContain(label.toLowerCase());
  });
});

describe("the HTTP API page", () => {
  it("has every route, and none that does not exist", () => {
    const routes = [...read("worker/app.ts").matchAll(/^ {2}"(\/v1\/[^"]+)":/gm)].map((match) => match[1]);
    const named = [...doc("reference/http-api").matchAll(/`(?:GET|POST|DELETE) (\/v1\/[^`]+)`/g)];
    expect(new Set(named.map((match) => match[1]))).toEqual(new Set(routes));
  });

  it("gives each error code the status that it has", () => {
    const rows = [...doc("reference/http-api").matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)];
    expect(rows.length).toBeGreaterThan(6);
    for (const [, code, status] of rows) {
      expect(Object.entries(ERROR_STATUS)).toContainEqual([code, Number(status)]);
    }
  });

  it("has every reason of feedback", () => {
    for (const reason of FEEDBACK_REASONS) expect(doc("reference/http-api")).toContain(`\`${reason}\``);
  });
});

describe("the languages page", () => {
  it("names every language that the search has stems for", () => {
    const names = new Intl.DisplayNames("en", { type: "language" });
    for (const language of STEMMED_LANGUAGES) {
      const name = names.of(language)?.replace("Norwegian Bokmål", "Norwegian") ?? language;
      expect(doc("element/languages")).toContain(name);
    }
  });
});
