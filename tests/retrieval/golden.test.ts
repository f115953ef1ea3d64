/**
 * The golden questions about this project's own documentation, asked through the command that site owners run.
 * A change of ranking or of answers shows as a diff of `demo/golden/outcomes.jsonl`, to be read in review.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvaluationReport } from "../../corpus/evaluate/report.ts";
import { runCli } from "../unit/corpus/support/fake-process.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const QUESTIONS = "demo/golden/questions.jsonl";
const OUTCOMES = "demo/golden/outcomes.jsonl";
const UPDATE = `npx assistant-chat eval ${QUESTIONS} --source demo/docs --write-outcomes ${OUTCOMES}`;

/** A little below what is measured, so that a change that makes things worse is noticed and a better one is not in the way. */
const BOUNDS = [
  ["--min-passed", "0.64"],
  ["--min-ndcg", "0.77"],
  ["--min-recall", "0.81"],
  ["--min-mrr", "0.77"],
  ["--min-citations", "0.64"],
  ["--min-facts", "0.58"],
  ["--min-refusal-auroc", "0.92"],
  ["--min-routing", "0.95"],
  ["--max-wrong-answers", "0.12"],
  ["--max-wrong-refusals", "0.24"],
].flat();

let folder: string;
let report: EvaluationReport;
let outcomes: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "golden-"));
  const written = join(folder, "outcomes.jsonl");
  const { stdout, stderr } = await runCli(
    ["eval", QUESTIONS, "--source", "demo/docs", "--json", "--write-outcomes", written, ...BOUNDS],
    { cwd: ROOT },
  );
  expect(stderr).toBe("");
  report = JSON.parse(stdout) as EvaluationReport;
  outcomes = await readFile(written, "utf8");
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the golden questions", () => {
  it("are many, and a fifth of them cannot be answered", () => {
    expect(report.counts.questions).toBeGreaterThanOrEqual(150);
    expect(report.counts.unanswerable).toBeGreaterThanOrEqual(30);
    expect(report.counts.errors).toBe(0);
  });

  it("expect pages that exist, and facts that stand on them", () => {
    expect(report.warnings).toEqual([]);
  });

  it("are answered at least as well as promised", () => {
    expect(report.gates.filter(({ passed }) => !passed).map(({ message }) => message)).toEqual([]);
    expect(report.gates).toHaveLength(BOUNDS.length / 2);
  });

  it("have the outcomes that are written down", async () => {
    const before = (await readFile(join(ROOT, OUTCOMES), "utf8")).replaceAll("\r\n", "\n");
    const [old, now] = [before, outcomes].map((text) => text.trimEnd().split("\n"));
    const gone = old?.filter((line) => !now?.includes(line)).map((line) => `- ${line}`) ?? [];
    const come = now?.filter((line) => !old?.includes(line)).map((line) => `+ ${line}`) ?? [];
    const byId = (a: string, b: string): number => (a.slice(2) < b.slice(2) ? -1 : 1);
    const changes = [...gone, ...come].sort(byId);
    expect(
      changes,
      `Answers have changed. Read the diff; where it is as it should be, keep it:\n${UPDATE}\n\n${changes.join("\n")}\n`,
    ).toEqual([]);
  });
});
