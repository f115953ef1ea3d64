import { describe, expect, it } from "vitest";
import { documentAddress } from "../../../../corpus/evaluate/read-documents.ts";
import { readEvaluationSet } from "../../../../corpus/evaluate/read-set.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const CORPUS = '{"_id": "d/1", "title": "Whales", "text": "Whales sing."}\n{"id": 2, "text": "Cats purr."}\n';
const QUERIES =
  '{"_id": "a", "text": "whales?"}\n{"_id": "b", "text": "cats?", "answers": ["purr"]}\n{"_id": "c", "text": "dogs?"}\n{"_id": "d", "text": "unknown?", "unanswerable": true}\n';

async function read(files: Record<string, string>, input = "set", qrels?: string) {
  return readEvaluationSet(input, { cwd: await temporaryFolder(files), qrels });
}

describe("a BEIR folder", () => {
  it.each([
    ["qrels.tsv", "query-id\tcorpus-id\tscore\na\td/1\t2\nb\t2\t1\na\t2\t0\n"],
    ["qrels/test.tsv", "a\td/1\t2\nb\t2\t1\n"],
    ["qrels.tsv", "\uFEFFa 0 d/1 2\r\nb 0 2 1\r\n"],
  ])("is read with its judgments in %s", async (name, qrels) => {
    const set = await read({
      "set/corpus.jsonl": CORPUS,
      "set/queries.jsonl": QUERIES,
      [`set/${name}`]: qrels,
    });
    expect(set.name).toBe("set");
    expect(set.documents?.map(({ id }) => id)).toEqual(["d/1", "2"]);
    expect(set.questions).toMatchObject([
      { id: "a", expectation: "ranking", relevant: [{ url: documentAddress("d/1"), grade: 2 }] },
      { id: "b", expectation: "answer", answers: ["purr"] },
      { id: "d", expectation: "refuse", relevant: [] },
    ]);
    expect(set.warnings).toEqual(["1 of 4 questions have no judgment and are left out"]);
  });

  it.each([
    [{ "set/queries.jsonl": QUERIES }, /set has no corpus\.jsonl/],
    [{ "set/corpus.jsonl": CORPUS }, /set has no queries\.jsonl/],
    [{ "set/corpus.jsonl": CORPUS, "set/queries.jsonl": QUERIES }, /has no qrels\.tsv or qrels\/test\.tsv/],
    [
      { "set/corpus.jsonl": "{}", "set/queries.jsonl": QUERIES, "set/qrels.tsv": "a\td\t1" },
      /line 1: must be a document/,
    ],
    [
      { "set/corpus.jsonl": "x", "set/queries.jsonl": QUERIES, "set/qrels.tsv": "a\td\t1" },
      /line 1: must be a document/,
    ],
    [
      { "set/corpus.jsonl": "\n", "set/queries.jsonl": QUERIES, "set/qrels.tsv": "a\td\t1" },
      /corpus\.jsonl holds no line/,
    ],
    [
      { "set/corpus.jsonl": CORPUS, "set/queries.jsonl": QUERIES, "set/qrels.tsv": "a\td\t1\na\tb\n" },
      /line 2: must be query-id, corpus-id and score/,
    ],
    [
      { "set/corpus.jsonl": CORPUS, "set/queries.jsonl": QUERIES, "set/qrels.tsv": "query\tdoc\tscore\n" },
      /qrels\.tsv holds no line/,
    ],
    [{ other: "" }, /set cannot be read \(ENOENT\)/],
  ])("is refused where something is missing or wrong (%#)", async (files, message) => {
    await expect(read(files as unknown as Record<string, string>)).rejects.toThrow(message);
  });

  it("tells of judged documents that it lacks", async () => {
    const { warnings } = await read({
      "set/corpus.jsonl": CORPUS,
      "set/queries.jsonl": QUERIES,
      "set/qrels.tsv": "a\tzz\t1\nb\t2\t1\nc\t2\t1",
    });
    expect(warnings).toEqual(["1 judged documents are not in corpus.jsonl"]);
  });
});

describe("a file of queries with judgments beside it", () => {
  it("takes the judged ids for addresses", async () => {
    const set = await read(
      { "q.jsonl": QUERIES, "judged.tsv": "a\t/sea/whales/\t1\n" },
      "q.jsonl",
      "judged.tsv",
    );
    expect(set.documents).toBeUndefined();
    expect(set.questions[0]).toMatchObject({ relevant: [{ url: "/sea/whales/", grade: 1 }] });
  });

  it("is refused where the judgments are about other queries, or missing", async () => {
    const files = { "q.jsonl": '{"_id": "a", "text": "whales?"}', "judged.tsv": "zz\t/a/\t1\n" };
    await expect(read(files, "q.jsonl", "judged.tsv")).rejects.toThrow(/judges none of these questions/);
    await expect(read(files, "q.jsonl", "none.tsv")).rejects.toThrow(/none\.tsv cannot be read \(ENOENT\)/);
  });
});
