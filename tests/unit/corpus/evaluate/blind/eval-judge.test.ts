import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BlindReport } from "../../../../../corpus/evaluate/blind/blind-report.ts";
import type { Sheet, SheetItem } from "../../../../../corpus/evaluate/blind/sheet.ts";
import {
  startCompletionServer,
  type CompletionScript,
  type CompletionServer,
} from "../../../../support/completion-server.ts";
import { runCli, type RunOptions } from "../../support/fake-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const FILES = {
  "docs/billing.md":
    "# Billing\n\n## Can I pay by invoice?\n\nCompanies can pay by invoice. An invoice is due after 30 days. Write to accounts with your order number and the address of your company.\n",
  "docs/shipping.md":
    "# Shipping\n\n## How long does delivery take?\n\nDelivery takes three working days within the country. Parcels to islands take a week.\n",
  "q.jsonl": [
    '{"id": "invoice", "question": "Can I pay by invoice?", "urls": ["/billing/"], "facts": [["30 days", "a month"]]}',
    '{"id": "delivery", "question": "How long does delivery take?", "facts": ["a fortnight"]}',
    '{"id": "piano", "question": "Who tunes grand pianos in Vienna?", "refuse": true}',
  ].join("\n"),
};

/** Stands for a judge that holds the answer against what is expected, and nothing else. */
function verdictOf(prompt: string): string {
  const [, said = ""] = /It should say: ([^\n]+)\./.exec(prompt) ?? [];
  const isRefused = prompt.includes("I could not find");
  const isRight = prompt.includes("Expected: a refusal")
    ? isRefused
    : said.split(" or ").some((wording) => prompt.split("<answer")[1]?.includes(wording));
  return isRight
    ? '{"verdict": "defended", "cause": null, "note": "says it"}'
    : '{"verdict": "not", "cause": "wrong-section", "note": "says something else"}';
}

let server: CompletionServer;
let replyTo: (prompt: string) => CompletionScript;
beforeAll(async () => {
  server = await startCompletionServer((prompt) => replyTo(prompt));
});
beforeEach(() => {
  server.script.length = 0;
  replyTo = verdictOf;
});
afterAll(() => server.close());

async function judge(args: string[], { env, ...options }: RunOptions = {}) {
  const cwd = options.cwd ?? (await temporaryFolder(FILES));
  const before = server.requests.length;
  const result = await runCli(
    ["eval", "q.jsonl", "--blind", "--judge", server.baseUrl, "--write-verdicts", "m.json", ...args],
    {
      ...options,
      cwd,
      env: { OPENAI_MODEL: "some-model", ...env },
      dependencies: { fetch: globalThis.fetch },
    },
  );
  const written = async (): Promise<Sheet> =>
    JSON.parse(await readFile(join(cwd, "m.json"), "utf8")) as Sheet;
  return { ...result, cwd, written, requests: server.requests.slice(before) };
}

const PAGES = ["--source", "docs"];

async function personsFolder(verdicts: Readonly<Record<string, SheetItem["verdict"]>>): Promise<string> {
  const cwd = await temporaryFolder(FILES);
  const { stdout } = await runCli(["eval", "q.jsonl", "--blind", ...PAGES, "--json"], { cwd });
  const sheet = JSON.parse(stdout) as Sheet;
  const items = sheet.items.map((item) => {
    const [word = ""] = item.question.split(" ");
    return { ...item, verdict: verdicts[word] ?? null };
  });
  await writeFile(join(cwd, "ann.json"), JSON.stringify({ ...sheet, judge: "Ann", items }));
  return cwd;
}

describe("eval --blind --judge", () => {
  it("asks about each answer once, beside what is expected, and writes and reports the verdicts", async () => {
    const { stdout, exitCode, written, requests } = await judge([...PAGES, "--json"]);
    expect(exitCode).toBe(0);
    expect(requests).toHaveLength(3);
    const asked = requests.map(({ body }) => JSON.stringify(body)).join("\n");
    expect(asked).toContain("It stands on: /billing/. It should say: 30 days or a month.");
    expect(asked).toContain("Expected: a refusal. The pages hold no answer.");
    expect(asked).toContain("[1] Billing > Can I pay by invoice?");
    expect(requests[0]?.body).toMatchObject({ model: "some-model" });
    const report = JSON.parse(stdout) as BlindReport;
    expect(report).toMatchObject({
      judge: "some-model",
      counts: { questions: 3, defended: 2, half: 0, not: 1 },
      causes: { "wrong-section": 1 },
      judging: { asked: 3, kept: 0, tokens: { inputTokens: 3000, outputTokens: 300 }, usd: 0 },
    });
    expect((await written()).items.map(({ verdict }) => verdict).toSorted()).toEqual([
      "defended",
      "defended",
      "not",
    ]);
  });

  it("judges the answers in a person's sheet, asks no site, and reports how far the two agree", async () => {
    const cwd = await personsFolder({ Can: "defended", How: "half", Who: "defended" });
    await rm(join(cwd, "docs"), { recursive: true });
    const { stdout, stderr } = await judge(["--verdicts", "ann.json"], { cwd });
    expect(stderr).toMatch(
      /^Judging 3 answers with some-model: about \d+ tokens in and 240 out, \$0\.00 \(ceiling \$1\.00\)\n/,
    );
    expect(stdout).toContain("3 answers of docs, judged by Ann");
    expect(stdout).toMatch(/Judged by the model +3 asked, 0 kept {2}3000 tokens in and 300 out, \$0\.00/);
    // 2 of 3 agree; by chance (2·2 + 1·0 + 0·1) / 9.
    expect(stdout).toContain("Agreement of Ann and some-model: 0.667, 2 of 3 answers; Cohen's kappa 0.400");
    expect(stdout).toMatch(/Ann: half\n {6}some-model: not: wrong section quoted; says something else/);
  });

  it("takes a sheet without verdicts for answers to judge, and an agreement with others", async () => {
    const empty = await personsFolder({});
    expect((await judge(["--verdicts", "ann.json"], { cwd: empty })).stdout).toContain(
      "judged by some-model",
    );
    const cwd = await personsFolder({ Can: "defended", How: "not", Who: "defended" });
    const { stdout } = await judge([...PAGES, "--agreement", "ann.json"], { cwd });
    expect(stdout).toContain("Agreement of some-model and Ann: 1.000, 3 of 3 answers; Cohen's kappa 1.000");
  });

  it("goes on where it ended, and pays for nothing twice", async () => {
    server.script.push({ status: 400, body: "" });
    const first = await judge([...PAGES, "--concurrency", "1"]);
    expect(first.exitCode).toBe(1);
    expect(first.stderr).toContain(
      "Error: 1 of 3 answers could not be judged (1 request refused). What came is in m.json and kept: run the same command to go on.",
    );
    expect((await first.written()).items.filter(({ verdict }) => verdict === null)).toHaveLength(1);
    const second = await judge(PAGES, { cwd: first.cwd });
    expect(second.exitCode).toBe(0);
    expect(second.requests).toHaveLength(1);
    expect(second.stderr).toContain("Judging 1 answer with some-model, 2 kept");
    const third = await judge(PAGES, { cwd: first.cwd });
    expect(third.requests).toHaveLength(0);
    expect(third.stderr).toContain("Judging with some-model: nothing to ask, 3 kept");
  });

  it("judges again what is answered or expected otherwise now", async () => {
    const { cwd } = await judge(PAGES);
    await writeFile(join(cwd, "q.jsonl"), FILES["q.jsonl"].replace("a fortnight", "three working days"));
    const { requests, stdout } = await judge(PAGES, { cwd });
    expect(requests.map(({ section }) => section.includes("delivery"))).toEqual([true]);
    expect(stdout).toMatch(/Defended +3\n/);
  });

  it("asks again where a reply holds no verdict, and gives up in time", async () => {
    server.script.push("I would say it is fine.");
    expect(await judge(PAGES)).toMatchObject({ exitCode: 0 });
    replyTo = () => "I would say it is fine.";
    const { stderr, requests, exitCode } = await judge(PAGES);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("3 of 3 answers could not be judged (3 not readable)");
    expect(requests).toHaveLength(12);
  });

  it("keeps to its ceiling: nothing is sent above it", async () => {
    const price = ["--judge-price", "1000,1000"];
    const { stderr, requests, exitCode } = await judge([...PAGES, ...price, "--judge-max-usd", "0.01"]);
    expect({ exitCode, sent: requests.length }).toEqual({ exitCode: 1, sent: 0 });
    expect(stderr).toMatch(/costs about \$\d\.\d\d, and the ceiling is \$0\.01\. Nothing was sent/);
  });

  it("sends a key only to whom it belongs", async () => {
    const authorized = async (env: Record<string, string>): Promise<string | undefined> =>
      (await judge(PAGES, { env })).requests[0]?.authorization;
    expect(await authorized({ OPENAI_API_KEY: "k" })).toBeUndefined();
    expect(await authorized({ OPENAI_API_KEY: "k", OPENAI_BASE_URL: server.baseUrl })).toBe("Bearer k");
    expect(await authorized({ OPENAI_API_KEY: "k", JUDGE_API_KEY: "own" })).toBe("Bearer own");
    server.script.push(...Array.from({ length: 3 }, () => ({ status: 401, body: "bad key k" })));
    const { stderr } = await judge([...PAGES, "--concurrency", "1"]);
    expect(stderr).toMatch(
      /Error: The judge at 127\.0\.0\.1:\d+ refuses the key \(HTTP 401\)\. Set JUDGE_API_KEY\.\n$/,
    );
  });

  it("fences what stands in an answer, so that it gives no instructions", async () => {
    const { requests } = await judge(PAGES);
    const messages = requests[0]?.body["messages"] as { content: string }[];
    const [, mark = ""] = /<answer ([0-9a-f]{32})>/.exec(messages[1]?.content ?? "") ?? [];
    expect(messages[0]?.content).toContain(`"<answer ${mark}>"`);
    expect(messages[1]?.content.endsWith(`</answer ${mark}>`)).toBe(true);
  });
});

describe("eval --judge used wrongly", () => {
  it.each([
    [
      ["--judge", "ftp://x", "--write-verdicts", "m.json"],
      2,
      /"ftp:\/\/x" is not the address of a model server/,
    ],
    [["--judge", "http://x.example/v1", "--write-verdicts", "m.json"], 2, /give --judge-model/],
    [["--judge", "http://x.example/v1", "--judge-model", "m"], 2, /needs --write-verdicts FILE/],
    [["--judge-model", "m"], 2, /--judge-model needs --judge/],
    [["--judge", "http://x.example/v1", "--keep", "v.json"], 2, /a model goes on by itself/],
  ] as const)("answers %j with exit code %d and the fix", async (args, exitCode, message) => {
    const cwd = await temporaryFolder(FILES);
    const result = await runCli(["eval", "q.jsonl", "--blind", ...args], { cwd });
    expect(result.stderr).toMatch(message);
    expect(result).toMatchObject({ exitCode, stdout: "" });
  });

  it("needs a price for a ceiling, and prices that are some", async () => {
    const cwd = await temporaryFolder(FILES);
    const args = ["eval", "q.jsonl", "--blind", "--judge", "http://x.example/v1/chat/completions"];
    const all = [...args, "--judge-model", "m", "--write-verdicts", "m.json"];
    expect((await runCli([...all, "--judge-max-usd", "1"], { cwd })).stderr).toContain(
      "The price of m is not known",
    );
    expect((await runCli([...all, "--judge-price", "cheap"], { cwd })).stderr).toContain(
      '--judge-price is "cheap"',
    );
  });
});
