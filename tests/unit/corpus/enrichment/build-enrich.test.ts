import { access, appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openCorpusFolder } from "../../../../corpus/open-folder.ts";
import type { EnrichmentReport } from "../../../../corpus/enrichment/enrich-chunks.ts";
import type { ReviewEntry } from "../../../../corpus/enrichment/review-file.ts";
import {
  HANG,
  startCompletionServer,
  type CompletionScript,
  type CompletionServer,
} from "../../../support/completion-server.ts";
import { runCli, type RunOptions } from "../support/fake-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const PAGES = {
  "docs/invoices.md":
    "# Invoices\n\nInvoices are sent on the 3rd of each month. They can be paid by card or by bank transfer within 14 days.",
  "docs/export.md":
    "# Export\n\nThe whole account can be exported as a ZIP file. Open Settings and choose Export; the file is ready within an hour.",
};
const REPLIES: Record<string, object> = {
  Invoices: {
    questions: ["When do I get the bill for a month?", "How can I pay an invoice?", "Who is the president?"],
    answer:
      "Invoices are sent on the 3rd of each month. [1] They can be paid by card or by bank transfer. [1]",
  },
  Export: {
    questions: [
      "How do I export my account?",
      "Can I get a ZIP file of my account?",
      "How long until the ZIP file is ready?",
    ],
    answer: "Open Settings and choose Export. [1] The ZIP file of the account is ready within an hour. [1]",
  },
};

let server: CompletionServer;
let replyTo: (section: string) => CompletionScript;
beforeAll(async () => {
  server = await startCompletionServer((section) => replyTo(section));
});
beforeEach(() => {
  server.script.length = 0;
  replyTo = (section) => JSON.stringify(REPLIES[section.split("\n", 1)[0] ?? ""] ?? { questions: [] });
});
afterAll(() => server.close());

async function build(cwd: string, args: string[] = [], { env, ...options }: RunOptions = {}) {
  const before = server.requests.length;
  const result = await runCli(["build", "docs", "--out", "out", "--enrich", ...args], {
    cwd,
    env: { OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: "some-model", ...env },
    dependencies: { fetch: globalThis.fetch },
    ...options,
  });
  return { ...result, requests: server.requests.length - before };
}

async function buildReport(cwd: string, args: string[] = [], options: RunOptions = {}) {
  const { stdout, stderr, requests } = await build(cwd, ["--json", ...args], options);
  expect(stderr).toBe("");
  return { ...(JSON.parse(stdout) as { enrichment: EnrichmentReport; unchanged: boolean }), requests };
}

async function reviewOf(cwd: string): Promise<ReviewEntry[]> {
  const text = await readFile(join(cwd, "out.enrichment.json"), "utf8");
  return (JSON.parse(text) as { sections: ReviewEntry[] }).sections;
}

async function changeReview(
  cwd: string,
  section: string,
  change: (entry: ReviewEntry) => void,
): Promise<void> {
  const sections = await reviewOf(cwd);
  const entry = sections.find((one) => one.section === section);
  if (entry === undefined) throw new Error(`There is no section ${section}.`);
  change(entry);
  await writeFile(join(cwd, "out.enrichment.json"), JSON.stringify({ version: 1, sections }));
}

async function preparedOf(cwd: string, title: string) {
  const corpus = await openCorpusFolder("out", cwd);
  const chunks = await corpus.readChunks([0, 1]);
  return chunks.find((chunk) => chunk.title === title)?.prepared;
}

describe("build --enrich", () => {
  it("puts what the sections bear out into the corpus, and says what came of it", async () => {
    const cwd = await temporaryFolder(PAGES);
    const { enrichment, requests } = await buildReport(cwd);
    expect(requests).toBe(2);
    expect(enrichment).toMatchObject({
      model: "some-model",
      sections: 2,
      toAsk: 2,
      replied: 2,
      failed: {},
      questions: 5,
      answers: 2,
      dropped: { unrelated: 1 },
      // A server of this machine costs nothing.
      usd: 0,
      statuses: { proposed: 2, approved: 0, edited: 0, rejected: 0 },
    });
    expect(await preparedOf(cwd, "Invoices")).toEqual({
      questions: ["When do I get the bill for a month?", "How can I pay an invoice?"],
      answer: { text: (REPLIES["Invoices"] as { answer: string }).answer, answers: [0, 1] },
    });
    const corpus = await openCorpusFolder("out", cwd);
    expect(corpus.manifest.preparedAnswers).toBe(2);
    // "bill" stands in no page.
    const { ranked, terms } = corpus.retriever.retrieve("bill", { limit: 1 });
    expect(terms[0]?.known).toBe(true);
    expect(corpus.documentOf(ranked[0]?.ordinal ?? -1).title).toBe("Invoices");
  });

  it("keeps an answer to what the site itself asks, whatever the model asked", async () => {
    const cwd = await temporaryFolder({
      "docs/invoices.md":
        "# Invoices\n\n## When are invoices sent?\n\nInvoices are sent on the 3rd of each month.",
      "docs/export.md": "# Export\n\nThe whole account can be exported as a ZIP file, under Settings.",
    });
    const replies: Record<string, object> = {
      Invoices: {
        questions: ["Who is the president?"],
        answer: "They are sent on the 3rd of each month. [1]",
      },
      Export: {
        questions: ["Who is the president?"],
        answer: "The account can be exported as a ZIP file. [1]",
      },
    };
    replyTo = (section) => JSON.stringify(replies[section.startsWith("Invoices") ? "Invoices" : "Export"]);
    await build(cwd);
    expect(await preparedOf(cwd, "Invoices")).toEqual({
      questions: [],
      answer: { text: "They are sent on the 3rd of each month. [1]", answers: [] },
    });
    // Nobody asks for this one.
    expect(await preparedOf(cwd, "Export")).toBeUndefined();
  });

  it("writes a page to read beside the sections", async () => {
    const cwd = await temporaryFolder({
      ...PAGES,
      "docs/markup.md":
        "# Markup\n\nA page may hold <b>bold</b> words and `<script>alert(1)</script>` in code, which is shown.",
    });
    await build(cwd);
    const page = await readFile(join(cwd, "out.enrichment.html"), "utf8");
    expect(page).toContain("When do I get the bill for a month?");
    expect(page).toContain("Dropped, shares no word with the section: Who is the president?");
    expect(page).not.toContain("<script>");
  });

  it("asks nobody, needs no key and changes no byte the second time", async () => {
    const cwd = await temporaryFolder(PAGES);
    await build(cwd);
    const review = await readFile(join(cwd, "out.enrichment.json"), "utf8");
    const again = await buildReport(cwd, [], { env: { OPENAI_BASE_URL: "" } });
    expect(again).toMatchObject({
      requests: 0,
      unchanged: true,
      enrichment: { kept: 2, toAsk: 0, answers: 2 },
    });
    expect(await readFile(join(cwd, "out.enrichment.json"), "utf8")).toBe(review);
  });

  it("asks again only for what changed, or for all with another model", async () => {
    const cwd = await temporaryFolder(PAGES);
    await build(cwd);
    await appendFile(join(cwd, "docs/export.md"), " It is kept for seven days.");
    expect((await build(cwd)).requests).toBe(1);
    expect((await build(cwd, ["--enrich-model", "another"])).requests).toBe(2);
  });

  it("leaves a corpus without a trace where it is not asked for", async () => {
    const cwd = await temporaryFolder(PAGES);
    await build(cwd);
    await runCli(["build", "docs", "--out", "out"], { cwd });
    await runCli(["build", "docs", "--out", "plain"], { cwd });
    const read = (name: string): Promise<string> => readFile(join(cwd, name, "manifest.json"), "utf8");
    expect(await read("out")).toBe(await read("plain"));
    expect(await preparedOf(cwd, "Export")).toBeUndefined();
  });

  it("is found by its questions in an index of Lunr's format too", async () => {
    const cwd = await temporaryFolder(PAGES);
    await build(cwd, ["--format", "lunr"]);
    const corpus = await openCorpusFolder("out", cwd);
    const [first] = corpus.retriever.retrieve("bill", { limit: 1 }).ranked;
    expect(corpus.documentOf(first?.ordinal ?? -1).title).toBe("Invoices");
  });
});

describe("the price", () => {
  const DEAR = ["--enrich-price", "900,900"];

  it("is told before anything is sent", async () => {
    const cwd = await temporaryFolder(PAGES);
    const { stderr } = await build(cwd, ["--enrich-price", "1,4"]);
    expect(stderr).toMatch(
      /^Enriching 2 sections with some-model: about \d+ tokens in and 500 out, \$0\.0\d+ \(ceiling \$1\.00\)/,
    );
  });

  it("is all that a dry run tells", async () => {
    const cwd = await temporaryFolder(PAGES);
    const { stdout, requests } = await build(cwd, ["--enrich-dry-run", ...DEAR]);
    expect(stdout).toMatch(/^Enriching 2 sections with some-model: about .* \$\d/);
    expect(requests).toBe(0);
    await expect(access(join(cwd, "out"))).rejects.toThrow();
  });

  it("stops a build that costs more than its ceiling, with the figure that would allow it", async () => {
    const cwd = await temporaryFolder(PAGES);
    const dear = await build(cwd, DEAR);
    expect(dear).toMatchObject({ exitCode: 1, requests: 0 });
    expect(dear.stderr).toContain("the ceiling is $1.00. Nothing was sent.");
    const ceiling = /--enrich-max-usd (\S+),/.exec(dear.stderr)?.[1] ?? "";
    expect((await build(cwd, [...DEAR, "--enrich-max-usd", ceiling])).requests).toBeGreaterThan(0);
  });

  it.each([
    [["--enrich-price", "cheap"], '--enrich-price is "cheap"'],
    [["--enrich-max-usd", "much"], "US dollars, such as"],
    [["--enrich-concurrency", "0"], "a whole number from 1 to 64"],
  ])("and the other options are named where they are wrong: %j", async (args, message) => {
    const { exitCode, stderr } = await build(await temporaryFolder(PAGES), args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  it("has no ceiling where nobody knows it", async () => {
    const options = { env: { OPENAI_BASE_URL: "https://models.example/v1", OPENAI_API_KEY: "k" } };
    const { exitCode, stderr } = await build(
      await temporaryFolder(PAGES),
      ["--enrich-max-usd", "2"],
      options,
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain("give --enrich-price IN,OUT too");
  });

  it("and everything else of it needs --enrich", async () => {
    const cwd = await temporaryFolder(PAGES);
    const { exitCode, stderr } = await runCli(["build", "docs", "--enrich-approved-only"], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--enrich-approved-only needs --enrich");
  });
});

describe("what fails", () => {
  it("for half of the sections leaves a corpus of the other half, and says so", async () => {
    const cwd = await temporaryFolder(PAGES);
    const reply = replyTo;
    replyTo = (section) => (section.startsWith("Export") ? "I would rather not." : reply(section));
    const first = await build(cwd);
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toContain("1 section left out: 1 not readable. Build again to ask for them.");
    expect(await preparedOf(cwd, "Invoices")).toBeDefined();
    expect(await preparedOf(cwd, "Export")).toBeUndefined();
    replyTo = reply;
    expect((await build(cwd)).requests).toBe(1);
    expect(await preparedOf(cwd, "Export")).toBeDefined();
  });

  it("with an invented answer keeps the questions and serves nothing", async () => {
    const cwd = await temporaryFolder(PAGES);
    replyTo = (section) =>
      JSON.stringify({
        ...REPLIES[section.split("\n", 1)[0] ?? ""],
        answer: "Everything costs 99 dollars a year. [1]",
      });
    const { enrichment } = await buildReport(cwd);
    expect(enrichment).toMatchObject({ answers: 0, questions: 5, dropped: { unsupported: 2 } });
  });

  it("for all, or with a key that is refused, writes nothing and repeats no word of the server", async () => {
    const cwd = await temporaryFolder(PAGES);
    replyTo = () => ({ status: 401, body: '{"error":{"message":"sk-secret is wrong"}}' });
    const { exitCode, stderr } = await build(cwd);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("refuses the key (HTTP 401). Check OPENAI_API_KEY.");
    expect(stderr).not.toContain("sk-secret");
    await expect(access(join(cwd, "out"))).rejects.toThrow();
  });

  it("without a model to ask names the two ways to have one", async () => {
    const { exitCode, stderr } = await build(await temporaryFolder(PAGES), [], {
      env: { OPENAI_BASE_URL: "" },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("http://localhost:11434/v1 for Ollama");
  });

  it("because somebody stopped it goes on from there", async () => {
    const cwd = await temporaryFolder(PAGES);
    let stop = (): void => undefined;
    const reply = replyTo;
    replyTo = (section) => {
      if (section.startsWith("Export")) return reply(section);
      stop();
      return HANG;
    };
    const stopped = await build(cwd, ["--enrich-concurrency", "1"], { onStart: (own) => (stop = own) });
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stderr).toContain("What the model wrote is kept: build again to go on.");
    replyTo = reply;
    expect((await build(cwd)).requests).toBe(1);
  });
});

describe("the review file", () => {
  it("keeps what somebody decided, by status or by changing a text", async () => {
    const cwd = await temporaryFolder(PAGES);
    await build(cwd);
    await changeReview(cwd, "Invoices", (entry) => (entry.answer = "Bills come on the 3rd."));
    await changeReview(cwd, "Export", (entry) => (entry.status = "rejected"));
    const { enrichment } = await buildReport(cwd);
    expect(enrichment.statuses).toEqual({ proposed: 0, approved: 0, edited: 1, rejected: 1 });
    expect(await preparedOf(cwd, "Export")).toBeUndefined();
    expect(await preparedOf(cwd, "Invoices")).toMatchObject({
      answer: { text: "Bills come on the 3rd. [1]" },
    });
    // Another model has no say in it either.
    expect((await buildReport(cwd, ["--enrich-model", "another"])).requests).toBe(0);
    expect((await reviewOf(cwd)).map(({ status }) => status).sort()).toEqual(["edited", "rejected"]);
  });

  it("says that the section changed, and waits for somebody to look again", async () => {
    const cwd = await temporaryFolder(PAGES);
    await build(cwd);
    await changeReview(cwd, "Export", (entry) => {
      entry.status = "edited";
      entry.answer = "Ask us. [1]";
    });
    await appendFile(join(cwd, "docs/export.md"), " It is kept for seven days.");
    const { enrichment } = await buildReport(cwd);
    expect(enrichment).toMatchObject({ sectionsChanged: 1, answers: 1 });
    const entry = (await reviewOf(cwd)).find(({ section }) => section === "Export");
    expect(entry).toMatchObject({
      status: "proposed",
      answer: (REPLIES["Export"] as { answer: string }).answer,
      sectionChanged: { status: "edited", answer: "Ask us. [1]" },
    });
    expect(await preparedOf(cwd, "Export")).toBeUndefined();
    expect((await buildReport(cwd)).enrichment.sectionsChanged).toBe(1);
    await changeReview(cwd, "Export", (changed) => (changed.status = "approved"));
    expect((await buildReport(cwd)).enrichment.sectionsChanged).toBe(0);
    expect(await preparedOf(cwd, "Export")).toBeDefined();
  });

  it("lets only what was approved through where that is asked for", async () => {
    const cwd = await temporaryFolder(PAGES);
    expect((await buildReport(cwd, ["--enrich-approved-only"])).enrichment).toMatchObject({
      questions: 0,
      answers: 0,
    });
    await changeReview(cwd, "Export", (entry) => (entry.status = "approved"));
    expect((await buildReport(cwd, ["--enrich-approved-only"])).enrichment).toMatchObject({
      questions: 3,
      answers: 1,
    });
  });

  it.each([
    ["is not JSON", '{"version": 1,\n "sections": [}', "it is not JSON"],
    [
      "has a status that is none",
      undefined,
      'the status of "Export" is none of proposed, approved, edited, rejected',
    ],
    ["is something else", '{"version": 2, "sections": []}', '"version" is not as it was written'],
  ])("is left alone where it %s", async (_name, content, problem) => {
    const cwd = await temporaryFolder(PAGES);
    await build(cwd);
    const path = join(cwd, "out.enrichment.json");
    if (content === undefined)
      await changeReview(cwd, "Export", (entry) => (entry.status = "ok" as "approved"));
    else await writeFile(path, content);
    const before = await readFile(path, "utf8");
    const { exitCode, stderr } = await build(cwd);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(problem);
    expect(await readFile(path, "utf8")).toBe(before);
  });
});
