import { describe, expect, onTestFinished, test } from "vitest";
import type { EvaluationReport } from "../../../../corpus/evaluate/report.ts";
import { startRerankServer, type RerankServer } from "../../../support/rerank-server.ts";
import { runCli, type RunOptions } from "../support/fake-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Documents that say the one word of each question that they all share often, and the right one in other forms. */
const RIGHT = [
  "Descriptions and divisions of land are drawn up by a surveyor for a fee, before both neighbours of the parcel.",
  "Receptions and conceptions of land are told at the office in the morning, to whoever owns the parcel.",
];
const OTHERS = Array.from(
  { length: 12 },
  (_, index) => `Parcel list ${index}. A parcel, one more parcel, and the parcel behind the parcel.`,
);
const documents = [...RIGHT, ...OTHERS].map((text, index) =>
  JSON.stringify({ _id: String(index), title: `Page ${index}`, text }),
);
const FILES = {
  "set/corpus.jsonl": documents.join("\n"),
  "set/queries.jsonl": [
    '{"_id": "a", "text": "Who may describe and divide a parcel?"}',
    '{"_id": "b", "text": "Who may receive and conceive a parcel?"}',
  ].join("\n"),
  "set/qrels.tsv": "query-id\tcorpus-id\tscore\na\t0\t1\nb\t1\t1\n",
  "docs/plans.md": "# Plans\n\nThe team plan costs 12 euros.\n",
  "q.jsonl": '{"question": "What does the team plan cost?", "urls": ["/plans/"]}',
};

async function evaluate(server: RerankServer | undefined, args: string[], options: RunOptions = {}) {
  const cwd = await temporaryFolder(FILES);
  const at = server === undefined ? [] : ["--rerank", server.url];
  const result = await runCli(["eval", ...args, ...at], {
    cwd,
    ...options,
    dependencies: { fetch: globalThis.fetch, ...options.dependencies },
  });
  return { ...result, report: () => JSON.parse(result.stdout) as EvaluationReport };
}

async function serverLike(vendor: Parameters<typeof startRerankServer>[0]): Promise<RerankServer> {
  const server = await startRerankServer(vendor);
  onTestFinished(() => server.close());
  return server;
}

describe("eval --rerank", () => {
  test("shows each figure of the ranking before and after, and how long it took", async () => {
    const server = await serverLike("jina");
    let nowMs = 0;
    const { exitCode, stdout } = await evaluate(server, ["set", "--rerank-model", "r-1"], {
      env: { RERANK_API_KEY: "rk-secret" },
      dependencies: { now: () => (nowMs += 450) },
    });
    expect(stdout).toMatch(/Reranked by 127\.0\.0\.1:\d+, r-1: 2 questions, before and after\n/);
    expect(stdout).toMatch(/ {2}nDCG@10 +0\.\d{3} → 0\.\d{3} {2}\+0\.\d{3}\n/);
    expect(stdout).toMatch(/ {2}Mean reciprocal rank {2}0\.\d{3} → 0\.\d{3} {2}\+0\.\d{3}\n/);
    expect(stdout).toContain("median 450 ms, 95 % within 450 ms; 0 of 2 took longer than the 800 ms");
    expect(stdout).not.toContain("secret");
    expect(server.requests.map(({ authorization }) => authorization)).toEqual(
      Array(2).fill("Bearer rk-secret"),
    );
    expect(exitCode).toBe(0);
  });

  test("has all of it in JSON, and for each question its rank before and after", async () => {
    const { report } = await evaluate(await serverLike("tei"), ["set", "--json"]);
    const { reranking, results, measures } = report();
    expect(reranking).toMatchObject({ model: "", questions: 2, requests: 2, failures: {}, late: 0 });
    expect(reranking?.before).toMatchObject({ ndcgAt10: measures.ndcgAt10, mrr: measures.mrr });
    expect(reranking?.after?.mrr).toBeGreaterThan(reranking?.before?.mrr ?? 1);
    for (const { rank, reranked } of results) {
      expect(reranked?.rank).toBeLessThan(rank ?? Number.POSITIVE_INFINITY);
    }
  });

  test("keeps the order of the search where the server fails, and says how often", async () => {
    const server = await serverLike("jina");
    server.script.push({ status: 500, body: "rk-secret" });
    const { stdout, report } = await evaluate(server, ["set", "--json", "--rerank-model", "r-1"]);
    expect(report().reranking).toMatchObject({
      requests: 2,
      failures: { "rerank-unreachable (HTTP 500)": 1 },
    });
    const [first, second] = report().results;
    expect(first?.reranked?.rank).toBe(first?.rank);
    expect(second?.reranked?.rank).toBeLessThan(second?.rank ?? Number.POSITIVE_INFINITY);
    expect(stdout).not.toContain("secret");
  });

  test("fails where the server never answered", async () => {
    const server = await serverLike("jina");
    server.script.push({ status: 401, body: "" }, { status: 401, body: "" });
    const { exitCode, stdout } = await evaluate(server, ["set"]);
    expect(stdout).toContain("2 of 2 failed: rerank-unauthorized (HTTP 401)");
    expect(exitCode).toBe(1);
  });

  test("measures pages too, and answers as before", async () => {
    const pages = ["q.jsonl", "--source", "docs", "--threshold", "0", "--json"];
    const { report } = await evaluate(await serverLike("llama.cpp"), pages);
    const plain = await evaluate(undefined, pages);
    expect(report().reranking).toMatchObject({ questions: 1, before: { mrr: 1 }, after: { mrr: 1 } });
    expect(report().results.map(({ answer }) => answer)).toEqual(
      plain.report().results.map(({ answer }) => answer),
    );
    expect(plain.report().reranking).toBeNull();
  });

  test.each<[string[], string]>([
    [["set", "--rerank", "api.jina.ai"], "is not the address of a reranker"],
    [["set", "--rerank", "https://api.jina.ai"], "https://api.jina.ai/v1/rerank"],
    [["set", "--rerank-model", "r-1"], "--rerank-model belongs to --rerank"],
    [
      ["q.jsonl", "--endpoint", "http://localhost:1", "--rerank", "http://localhost:2/rerank"],
      "for a folder",
    ],
  ])("says what is wrong with %j", async (args, words) => {
    const { exitCode, stderr } = await evaluate(undefined, args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });
});
