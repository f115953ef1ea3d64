import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BlindReport } from "../../../../../corpus/evaluate/blind/blind-report.ts";
import type { Sheet, SheetItem } from "../../../../../corpus/evaluate/blind/sheet.ts";
import { runCli, type RunOptions } from "../../support/fake-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const FILES = {
  "docs/billing.md":
    "# Billing\n\n## Can I pay by invoice?\n\nCompanies can pay by invoice. An invoice is due after 30 days. Write to accounts with your order number and the address of your company.\n",
  "docs/shipping.md":
    "# Shipping\n\n## How long does delivery take?\n\nDelivery takes three working days within the country. Parcels to islands take a week.\n",
  "q.jsonl": [
    '{"id": "secret-invoice", "question": "Can I pay by invoice?", "urls": ["/secret-page/"], "facts": ["secret-fact"], "tags": ["secret-tag"], "site": "shop"}',
    '{"id": "secret-delivery", "question": "How long does delivery take?", "urls": ["/shipping/"], "tags": ["secret-tag", "other-tag"], "site": "shop"}',
    '{"id": "secret-piano", "question": "Who tunes grand pianos in Vienna?", "refuse": true, "site": "concert"}',
    '{"id": "secret-islands", "question": "How long do parcels to islands take?", "refuse": true}',
  ].join("\n"),
};
const PAGES = ["--source", "docs", "--threshold", "0.2"];

type Given = Partial<Pick<SheetItem, "verdict" | "cause" | "note">>;

async function blind(args: string[], options: RunOptions = {}) {
  const cwd = options.cwd ?? (await temporaryFolder(FILES));
  const result = await runCli(["eval", "q.jsonl", "--blind", ...args], { ...options, cwd });
  return { ...result, cwd };
}

async function sheetOf(cwd?: string, args = PAGES) {
  const result = await blind([...args, "--json"], cwd === undefined ? {} : { cwd });
  return { sheet: JSON.parse(result.stdout) as Sheet, cwd: result.cwd };
}

/** Verdicts by the beginnings of their questions. */
function filled(sheet: Sheet, judge: string, given: Readonly<Record<string, Given>>): Sheet {
  const items = sheet.items.map((item) => {
    const [, verdict] = Object.entries(given).find(([start]) => item.question.startsWith(start)) ?? [];
    return { ...item, ...verdict };
  });
  return { ...sheet, judge, items };
}

const write = (cwd: string, file: string, value: unknown): Promise<void> =>
  writeFile(join(cwd, file), JSON.stringify(value));

const ALL: Readonly<Record<string, Given>> = {
  "Can I": { verdict: "defended", cause: "other" },
  "How long does": { verdict: "half", cause: "badly-quoted", note: "says more than was asked" },
  "Who tunes": { verdict: "defended" },
  "How long do parcels": { verdict: "not", cause: "answered-absent" },
};

async function judgedFolder(given = ALL): Promise<{ cwd: string; sheet: Sheet }> {
  const { sheet, cwd } = await sheetOf();
  await write(cwd, "v.json", filled(sheet, "Ann", given));
  return { cwd, sheet };
}

describe("eval --blind", () => {
  it("writes every answer as a visitor gets it, and nothing of what is expected", async () => {
    const { sheet } = await sheetOf();
    expect(JSON.stringify(sheet)).not.toContain("secret");
    expect(sheet.items.map(({ question }) => question).toSorted()).toEqual([
      "Can I pay by invoice?",
      "How long do parcels to islands take?",
      "How long does delivery take?",
      "Who tunes grand pianos in Vienna?",
    ]);
    const invoice = sheet.items.find(({ question }) => question.startsWith("Can I"));
    expect(invoice).toMatchObject({ kind: "answer", verdict: null, cause: null, note: "" });
    expect(invoice?.answer).toContain("30 days");
    expect(invoice?.sources[0]).toMatchObject({ position: 1, title: "Billing", cited: true });
    expect(invoice?.sources[0]?.excerpt).toContain("Companies can pay by invoice");
    expect(sheet.items.find(({ question }) => question.startsWith("Who"))).toMatchObject({ kind: "refusal" });
  });

  it("has an order and ids of its own, which moving a line does not change", async () => {
    const { sheet } = await sheetOf();
    const cwd = await temporaryFolder({
      ...FILES,
      "q.jsonl": FILES["q.jsonl"].split("\n").reverse().join("\n"),
    });
    expect((await sheetOf(cwd)).sheet.items).toEqual(sheet.items);
    const ids = sheet.items.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(4);
  });

  it("prints them to be read, and writes them as a page to be filled in", async () => {
    const printed = await blind(PAGES);
    expect(printed.stdout).toMatch(/── 4 of 4 {2}q-[0-9a-f]{10}/);
    expect(printed.stdout).toContain("[1] Shipping › How long does delivery take?");
    expect(printed.stdout).not.toContain("secret");
    expect(printed.stderr).toContain("--html sheet.html");
    const page = await blind([...PAGES, "--html", "sheet.html"]);
    expect(page.stdout).toMatch(/^4 answers to judge in sheet\.html\. /);
    const html = await readFile(join(page.cwd, "sheet.html"), "utf8");
    expect(html).toContain("Who tunes grand pianos in Vienna?");
    expect(html).not.toContain("secret");
  });

  it("keeps earlier verdicts where the answer is the same", async () => {
    const { cwd } = await judgedFolder();
    await writeFile(
      join(cwd, "docs/shipping.md"),
      FILES["docs/shipping.md"].replace("three working days", "four working days"),
    );
    const again = await sheetOf(cwd, [...PAGES, "--keep", "v.json"]);
    const verdicts = Object.fromEntries(
      again.sheet.items.map(({ question, verdict }) => [question, verdict]),
    );
    expect(verdicts["Can I pay by invoice?"]).toBe("defended");
    expect(verdicts["How long does delivery take?"]).toBeNull();
    expect(again.sheet.judge).toBe("Ann");
  });

  it("asks only about one site where one is named", async () => {
    const { sheet } = await sheetOf(undefined, [...PAGES, "--site", "shop"]);
    expect(sheet.items).toHaveLength(3);
    const none = await blind([...PAGES, "--site", "nowhere"], {
      cwd: await temporaryFolder({ ...FILES, "q.jsonl": '{"question": "What?", "site": "shop"}' }),
    });
    expect(none.stderr).toContain(
      'No question of q.jsonl is about the site "nowhere". Give --site one of shop',
    );
  });
});

describe("eval --blind --verdicts", () => {
  it("joins what was expected, and reports shares, causes, groups and flat wrong answers", async () => {
    const { cwd } = await judgedFolder();
    const { stdout, exitCode } = await blind(["--verdicts", "v.json", "--json"], { cwd });
    const report = JSON.parse(stdout) as BlindReport;
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      judge: "Ann",
      counts: { questions: 4, defended: 2, half: 1, not: 1, share: 0.625 },
      causes: { "badly-quoted": 1, "answered-absent": 1, "other": 0, "none": 0 },
      bySite: { shop: { questions: 2, share: 0.75 }, concert: { questions: 1, share: 1 } },
      byTag: { "secret-tag": { questions: 2 }, "other-tag": { questions: 1, share: 0.5 } },
      agreements: [],
    });
    // Wilson for 2.5 of 4.
    expect(report.interval[0]).toBeCloseTo(0.219, 3);
    expect(report.interval[1]).toBeCloseTo(0.908, 3);
    // In the order of the questions, with what was expected.
    expect(report.results[0]).toMatchObject({
      id: "secret-invoice",
      expectedUrls: ["/secret-page/"],
      expectedFacts: ["secret-fact"],
      verdict: "defended",
      cause: null,
    });
    expect(report.results[3]).toMatchObject({ id: "secret-islands", kind: "answer", isFlatWrong: true });
    expect(report.unanswerable).toEqual({ questions: 2, answered: 1, flatWrong: 1 });
  });

  it("prints figures, then what was not defended with what was expected and the judge's note", async () => {
    const { cwd } = await judgedFolder();
    const { stdout } = await blind(["--verdicts", "v.json", "--html", "report.html"], { cwd });
    expect(stdout).toMatch(/^q\.jsonl: 4 answers of docs, judged by Ann\n/);
    expect(stdout).toMatch(
      /Defended, halves as half +0\.625 {2}2\.5 of 4, with 95 % confidence from 0\.219 to 0\.908/,
    );
    expect(stdout).toContain("1 quoted badly, 1 answered though absent");
    expect(stdout).toMatch(
      /1 × not\n {4}How long do parcels to islands take\? {2}secret-islands\n {6}expected a refusal\n {6}given {4}an answer/,
    );
    expect(stdout).toContain("half: quoted badly; says more than was asked");
    const html = await readFile(join(cwd, "report.html"), "utf8");
    expect(html).toContain("judged by Ann");
    expect(html).toContain("half: quoted badly; says more than was asked");
  });

  it("compares two judges: share, kappa and where they are apart", async () => {
    const { cwd, sheet } = await judgedFolder();
    await write(cwd, "bo.json", filled(sheet, "Bo", { ...ALL, "Can I": { verdict: "not", note: "torn" } }));
    const args = ["--verdicts", "v.json", "--agreement", "bo.json"];
    const report = JSON.parse((await blind([...args, "--json"], { cwd })).stdout) as BlindReport;
    expect(report.agreements).toMatchObject([{ judge: "Bo", count: 4, share: 0.75 }]);
    // 3 of 4 agree; by chance (2·1 + 1·1 + 1·2) / 16.
    expect(report.agreements[0]?.kappa).toBeCloseTo((0.75 - 5 / 16) / (1 - 5 / 16), 12);
    const { stdout } = await blind(args, { cwd });
    expect(stdout).toContain("Agreement of Ann and Bo: 0.750, 3 of 4 answers; Cohen's kappa 0.636");
    expect(stdout).toMatch(
      /Can I pay by invoice\? {2}secret-invoice\n {6}Ann: defended\n {6}Bo: not: torn\n/,
    );
  });

  it("compares only verdicts on the same answers", async () => {
    const { cwd, sheet } = await judgedFolder();
    await writeFile(
      join(cwd, "docs/shipping.md"),
      FILES["docs/shipping.md"].replace("three working days", "four working days"),
    );
    await write(cwd, "bo.json", filled((await sheetOf(cwd)).sheet, "Bo", ALL));
    const { stderr, exitCode } = await blind(["--verdicts", "v.json", "--agreement", "bo.json"], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      '"How long does delivery take?" is of another answer than the one that is compared',
    );
    expect(stderr).not.toContain("--keep");
    expect(sheet.items).toHaveLength(4);
  });

  it("says what it needs where documents are only ranked", async () => {
    const cwd = await temporaryFolder({
      "set/corpus.jsonl": '{"_id": "1", "title": "Whales", "text": "Whales sing."}\n',
      "set/queries.jsonl": '{"_id": "a", "text": "Who sings?"}\n',
      "set/qrels.tsv": "query-id\tcorpus-id\tscore\na\t1\t1\n",
    });
    const { stderr } = await runCli(["eval", "set", "--blind"], { cwd });
    expect(stderr).toContain("--blind needs questions that are answered");
  });

  it("takes sheets of several sites together", async () => {
    const { sheet, cwd } = await sheetOf();
    const all = filled(sheet, "Ann", ALL);
    await write(cwd, "one.json", { ...all, items: all.items.slice(0, 1) });
    await write(cwd, "rest.json", { ...all, judge: "Bo", items: all.items.slice(1) });
    const args = ["--verdicts", "one.json", "--verdicts", "rest.json", "--json"];
    const report = JSON.parse((await blind(args, { cwd })).stdout) as BlindReport;
    expect(report).toMatchObject({ judge: "Ann, Bo", counts: { questions: 4 } });
  });

  it("asks again where a place is named, and holds each verdict against the answer of now", async () => {
    const { cwd } = await judgedFolder();
    expect((await blind(["--verdicts", "v.json", ...PAGES], { cwd })).exitCode).toBe(0);
    await writeFile(
      join(cwd, "docs/shipping.md"),
      FILES["docs/shipping.md"].replace("three working days", "four working days"),
    );
    const { stderr, exitCode, stdout } = await blind(["--verdicts", "v.json", ...PAGES], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(
      /q-[0-9a-f]{10} "How long does delivery take\?" is stale: it is answered otherwise now/,
    );
    expect(stderr).not.toContain("pay by invoice");
    expect(stderr).toContain("--keep v.json");
  });

  it("names verdicts that are missing, doubled, unknown, or of another answer", async () => {
    const { cwd, sheet } = await judgedFolder();
    const all = filled(sheet, "Ann", { ...ALL, "Who tunes": {} });
    const itemOf = (start: string): SheetItem =>
      all.items.find(({ question }) => question.startsWith(start)) as SheetItem;
    const [invoice, delivery, open, islands] = ["Can I", "How long does", "Who", "How long do p"].map(itemOf);
    await write(cwd, "bad.json", {
      ...all,
      items: [
        { ...invoice, answer: `${invoice?.answer} And more.` },
        open,
        islands,
        islands,
        { ...delivery, id: "q-0000000000" },
      ],
    });
    const { stderr, exitCode } = await blind(["--verdicts", "bad.json"], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([
      "Error: bad.json cannot be used:",
      `  ${invoice?.id} "Can I pay by invoice?" is stale: question or answer were changed in the file since it was written`,
      `  ${open?.id} "Who tunes grand pianos in Vienna?" has no verdict yet`,
      `  ${islands?.id} "How long do parcels to islands take?" is doubled; keep one`,
      '  q-0000000000 "How long does delivery take?" is unknown: no question is asked so any more; remove it',
      `  ${delivery?.id} "How long does delivery take?" is missing`,
    ]);
  });

  it("names the place of a verdict or a cause that there is none of", async () => {
    const { cwd, sheet } = await judgedFolder();
    const all = JSON.parse(JSON.stringify(filled(sheet, "", ALL))) as { items: Record<string, unknown>[] };
    Object.assign(all.items[0] ?? {}, { verdict: "good", cause: "HALF-HEARTED" });
    await write(cwd, "bad.json", all);
    const { stderr } = await blind(["--verdicts", "bad.json"], { cwd });
    expect(stderr).toContain(`${String(all.items[0]?.["id"])}, verdict: must be one of defended, half, not`);
    expect(stderr).toContain(`${String(all.items[0]?.["id"])}, cause: must be one of wrong-section`);
  });

  it.each([
    [["--verdicts", "none.json"], 1, /none\.json cannot be read \(ENOENT\)/],
    [["--verdicts", "q.jsonl"], 1, /q\.jsonl cannot be read \(it is not JSON\)/],
    [["--agreement", "v.json"], 2, /--agreement needs --verdicts/],
    [["--verdicts", "v.json", "--keep", "v.json"], 2, /--keep is for a new sheet/],
    [["--baseline", "v.json"], 2, /--baseline does not go with --blind/],
    [["--min-facts", "0.5"], 2, /--min-facts does not go with --blind/],
  ] as const)(
    "answers %j with exit code %d and one line that names the fix",
    async (args, exitCode, message) => {
      const result = await blind([...args]);
      expect(result.stderr).toMatch(message);
      expect(result).toMatchObject({ exitCode, stdout: "" });
    },
  );

  it("needs --blind, and questions that can be told apart", async () => {
    const cwd = await temporaryFolder(FILES);
    const alone = await runCli(["eval", "q.jsonl", "--verdicts", "v.json"], { cwd });
    expect(alone).toMatchObject({ exitCode: 2 });
    expect(alone.stderr).toContain("--verdicts needs --blind");
    const doubled = await blind(PAGES, {
      cwd: await temporaryFolder({ ...FILES, "q.jsonl": '{"question": "What?"}\n{"question": "What?"}' }),
    });
    expect(doubled.stderr).toContain('"line-0001" and "line-0002" ask the same: "What?"; keep one');
  });
});
