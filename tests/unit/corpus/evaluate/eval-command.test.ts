import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { EvaluationReport } from "../../../../corpus/evaluate/report.ts";
import { runCli, type RunOptions } from "../support/fake-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const FILES = {
  "docs/billing.md":
    "# Billing\n\n## Can I pay by invoice?\n\nCompanies can pay by invoice. An invoice is due after 30 days. Write to accounts with your order number and the address of your company.\n",
  "docs/shipping.md":
    "# Shipping\n\n## How long does delivery take?\n\nDelivery takes three working days within the country. Parcels to islands take a week.\n",
  "q.jsonl": [
    '{"id": "invoice", "question": "Can I pay by invoice?", "urls": ["/billing/"], "facts": ["30 days"], "tags": ["money"]}',
    '{"id": "delivery", "question": "How long does delivery take?", "urls": ["/shiping/"], "facts": ["a fortnight"]}',
    '{"id": "piano", "question": "Who tunes grand pianos in Vienna?", "refuse": true}',
  ].join("\n"),
  "set/corpus.jsonl":
    '{"_id": "1", "title": "Whales", "text": "Whales sing in the deep sea. They were first recorded in 1970."}\n{"_id": "2", "title": "Cats", "text": "Cats purr when they rest."}\n',
  "set/queries.jsonl":
    '{"_id": "a", "text": "When were whales first recorded?", "answers": ["1970"]}\n{"_id": "b", "text": "What do resting cats do?"}\n',
  "set/qrels.tsv": "query-id\tcorpus-id\tscore\na\t1\t1\nb\t2\t1\n",
};

async function evaluate(args: string[], options: RunOptions = {}) {
  const cwd = options.cwd ?? (await temporaryFolder(FILES));
  const result = await runCli(["eval", ...args], { ...options, cwd });
  const report = (): EvaluationReport => JSON.parse(result.stdout) as EvaluationReport;
  return { ...result, cwd, report };
}

/** Whether the pages are sure enough of an answer is not what is tested here. */
const PAGES = ["--source", "docs", "--threshold", "0"];

describe("eval on pages", () => {
  it("builds them, asks every question and prints figures, then the failures with what was expected", async () => {
    const { exitCode, stdout, stderr } = await evaluate(["q.jsonl", ...PAGES]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^q\.jsonl: 3 questions to docs, version [0-9a-f]{16}\n/);
    expect(stdout).toMatch(/Questions passed +0\.667 {2}2 of 3/);
    expect(stdout).toMatch(/Passed by tag +money 1\/1\n/);
    expect(stdout).toContain("✗ 1 × page not found");
    expect(stdout).toMatch(
      /How long does delivery take\? {2}delivery\n {6}expected an answer from \/shiping\/ that says "a fortnight"\n {6}found {4}an answer with a confidence of/,
    );
    expect(stderr).toContain("! /shiping/ (delivery) is no page of the corpus; did you mean /shipping/?");
  });

  it("leaves nothing behind of what it built", async () => {
    const temporary = await temporaryFolder();
    vi.stubEnv("TMPDIR", temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const cwd = await temporaryFolder(FILES);
    const before = await readdir(temporary);
    await evaluate(["q.jsonl", ...PAGES], { cwd });
    await evaluate(["q.jsonl", "--source", "none"], { cwd });
    expect(await readdir(temporary)).toEqual(before);
    expect(await readdir(cwd)).not.toContain("dist");
  });

  it("asks a folder that was built before, and says the same", async () => {
    const cwd = await temporaryFolder(FILES);
    await runCli(["build", "docs"], { cwd });
    const built = await evaluate(["q.jsonl", "--json", "--threshold", "0"], { cwd });
    const fromSource = await evaluate(["q.jsonl", "--json", ...PAGES], { cwd });
    expect(built.report().results).toEqual(fromSource.report().results);
    expect(built.stderr).toBe("");
  });

  it("prints the complete result as JSON and nothing else", async () => {
    const { report, stderr } = await evaluate(["q.jsonl", ...PAGES, "--json", "--min-facts", "0.9"], {
      isTTY: true,
    });
    expect(stderr).toBe("");
    expect(report()).toMatchObject({
      reportVersion: 1,
      set: "q.jsonl",
      target: { kind: "folder", name: "docs", threshold: 0 },
      counts: { questions: 3, passed: 2, answerable: 2, unanswerable: 1, unanswerableRefused: 1 },
      gates: [{ option: "min-facts", bound: 0.9, value: 0.5, passed: false }],
      comparison: null,
    });
    expect(report().results[0]).toMatchObject({
      id: "invoice",
      passed: true,
      rank: 1,
      citesExpected: true,
      facts: [{ fact: "30 days", found: true }],
      tags: ["money"],
    });
    expect(report().results[0]?.answer).toContain("30 days");
  });

  it("fails with a line for each bound that is missed, and only then", async () => {
    const bounds = ["--min-facts", "90%", "--min-recall", "0.5", "--min-routing", "0.9"];
    const { exitCode, stdout } = await evaluate(["q.jsonl", ...PAGES, ...bounds]);
    expect(exitCode).toBe(1);
    expect(stdout.split("\n").filter((line) => line.includes("--m"))).toEqual([
      "✓ --min-recall: recall@5 is 0.500, at least 0.5",
      "✗ --min-facts: facts found in the answers is 0.500, not at least 0.9",
      "✗ --min-routing: routing is not measured: the set has no questions with the tag small-talk",
    ]);
    expect((await evaluate(["q.jsonl", ...PAGES, "--min-recall", "0.5"])).exitCode).toBe(0);
  });

  it("takes another threshold, and says what it held back", async () => {
    const { report } = await evaluate(["q.jsonl", "--source", "docs", "--threshold", "1", "--json"]);
    const [invoice] = report().results;
    expect(report().target.threshold).toBe(1);
    expect(report().measures.wrongAnswers).toBe(0);
    if (invoice?.finishReason === "refused") {
      expect(invoice.withheldAnswer).toContain("30 days");
      expect(invoice.isRight).toBe(true);
    } else expect(invoice?.confidence).toBe(1);
  });

  it("writes the page, the outcomes, and compares with an earlier result", async () => {
    const cwd = await temporaryFolder(FILES);
    const args = ["q.jsonl", ...PAGES];
    const first = await evaluate([...args, "--json", "--html", "r.html", "--write-outcomes", "o.jsonl"], {
      cwd,
    });
    expect(await readFile(join(cwd, "r.html"), "utf8")).toMatch(/^<!doctype html>[\s\S]*Failures \(1\)/);
    const ids = (await readFile(join(cwd, "o.jsonl"), "utf8"))
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids).toEqual(["delivery", "invoice", "piano"]);

    const baseline = await temporaryFolder({
      ...FILES,
      "before.json": first.stdout,
      "docs/billing.md": "# Billing\n\nAsk us about billing and about money.",
    });
    const worse = await evaluate([...args, "--baseline", "before.json", "--max-worse", "0"], {
      cwd: baseline,
    });
    expect(worse.exitCode).toBe(1);
    expect(worse.stdout).toMatch(
      /Against the baseline: 1 worse, 0 better, 0 new, 0 gone\n {2}- invoice: passed → /,
    );
    expect(worse.stdout).toContain("✗ --max-worse: questions worse than before are 1, not at most 0");
    expect(worse.stderr).toContain('invoice: "30 days" stands on none of its pages');
    const same = await evaluate([...args, "--baseline", "before.json", "--max-worse", "0"], {
      cwd: await temporaryFolder({ ...FILES, "before.json": first.stdout }),
    });
    expect(same).toMatchObject({ exitCode: 0 });
  });

  it("shows how far it is on a terminal", async () => {
    let time = 0;
    const { stderr } = await evaluate(["q.jsonl", ...PAGES], {
      isTTY: true,
      env: { NO_COLOR: "1" },
      dependencies: { now: () => (time += 100) },
    });
    expect(stderr).toMatch(/✓ read {2}● ask ━+ 3\/3/);
  });
});

describe("eval on a test set with its own documents", () => {
  it("indexes them in memory and measures ranking and answers", async () => {
    const { report, exitCode } = await evaluate([
      "set",
      "--json",
      "--threshold",
      "0",
      "--min-ndcg",
      "1",
      "--min-hit-1",
      "1",
    ]);
    expect(exitCode).toBe(0);
    expect(report()).toMatchObject({
      set: "set",
      target: { kind: "documents" },
      measures: { ndcgAt10: 1, mrr: 1, sentenceHitRateAt1: 1, answerHitRate: 1 },
    });
    expect(report().results[1]).toMatchObject({ id: "b", expectation: "ranking", answer: null });
  });

  it("takes judgments from elsewhere, about pages by their address", async () => {
    const cwd = await temporaryFolder({ ...FILES, "j.tsv": "invoice\t/shipping/\t1\n" });
    const { report } = await evaluate(["q.jsonl", "--qrels", "j.tsv", ...PAGES, "--json"], { cwd });
    expect(report().results[0]).toMatchObject({ id: "invoice", expectedUrls: ["/shipping/"], passed: false });
  });
});

describe("eval used wrongly", () => {
  it.each([
    [[], 2, /Name one file of questions/],
    [["q.jsonl", "more"], 2, /Name one file/],
    [["none.jsonl"], 1, /none\.jsonl cannot be read \(ENOENT\)/],
    [["docs"], 1, /docs has no corpus\.jsonl/],
    [["q.jsonl"], 1, /dist\/corpus: There is no corpus here/],
    [["q.jsonl", "--source", "none"], 1, /none does not exist/],
    [["q.jsonl", "--source", "docs", "--corpus", "x"], 2, /Choose one of --corpus, --source and --endpoint/],
    [["set", "--source", "docs"], 2, /leave out where to ask/],
    [["q.jsonl", "--min-ndcg", "high"], 2, /--min-ndcg is "high"/],
    [["q.jsonl", "--max-worse", "1"], 2, /belongs to --baseline/],
    [["q.jsonl", "--baseline", "q.jsonl"], 1, /is no earlier result/],
    [["q.jsonl", "--endpoint", "ftp://x"], 2, /not an address/],
    [["q.jsonl", "--endpoint", "http://x.example", "--concurrency", "99"], 2, /from 1 to 32/],
    [["q.jsonl", "--source", "docs", "--html", "none/r.html"], 1, /none\/r\.html cannot be written: ENOENT/],
  ] as const)(
    "answers %j with exit code %d and one line that names the fix",
    async (args, exitCode, message) => {
      const result = await evaluate([...args]);
      expect(result.stderr.replace(/^!.*\n/gm, "")).toMatch(/^Error: [^\n]+\n$/);
      expect(result.stderr).toMatch(message);
      expect(result).toMatchObject({ exitCode, stdout: "" });
    },
  );
});
