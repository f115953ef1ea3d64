/** What `eval` is given, as one thing: the questions, and the documents of a test set where there are any. */
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CliError } from "../cli-error.ts";
import type { EvaluationQuestion } from "./question.ts";
import { documentAddress, readDocuments, type TestDocument } from "./read-documents.ts";
import { readQrels } from "./read-qrels.ts";
import { readQuestions } from "./read-questions.ts";

export interface EvaluationSet {
  /** For reports: the name of the file or the folder. */
  name: string;
  questions: EvaluationQuestion[];
  /** Of a test set that brings its own documents. */
  documents?: TestDocument[];
  warnings: string[];
}

/** Where BEIR keeps its judgments. */
const QRELS_FILES = ["qrels.tsv", "qrels/test.tsv", "qrels/dev.tsv"];

/**
 * Reads a file of questions, with judgments where `qrels` names them, or a BEIR folder with `corpus.jsonl`,
 * `queries.jsonl` and `qrels.tsv` or `qrels/test.tsv`.
 *
 * @throws CliError where a file is missing or wrong.
 */
export async function readEvaluationSet(
  input: string,
  { cwd, qrels }: { cwd: string; qrels: string | undefined },
): Promise<EvaluationSet> {
  const kind = await kindOf(resolve(cwd, input));
  if (kind === "missing") throw new CliError("questions-unreadable", input, "ENOENT");
  if (kind === "file") {
    const { questions, warnings } = await readQuestions(input, cwd);
    if (qrels === undefined) return { name: input, questions, warnings };
    const judged = await withJudgments(questions, { qrels, cwd, addressOf: (id) => id });
    return { name: input, questions: judged.questions, warnings: [...warnings, ...judged.warnings] };
  }
  return readFolder(input, { cwd, qrels });
}

/**
 * The questions about one site; those that name none are about every one.
 *
 * @param site undefined for all.
 * @throws CliError where the questions name sites, and none of them is this one.
 */
export function questionsOfSite(
  { name, questions }: EvaluationSet,
  site: string | undefined,
): EvaluationQuestion[] {
  if (site === undefined) return questions;
  const left = questions.filter((question) => question.site === undefined || question.site === site);
  if (left.length > 0) return left;
  const known = [...new Set(questions.flatMap((question) => question.site ?? []))].sort();
  throw new CliError("questions-of-site", name, site, known.join(", "));
}

async function readFolder(
  folder: string,
  { cwd, qrels }: { cwd: string; qrels: string | undefined },
): Promise<EvaluationSet> {
  for (const name of ["corpus.jsonl", "queries.jsonl"]) {
    if ((await kindOf(resolve(cwd, folder, name))) !== "file") {
      throw new CliError("beir-incomplete", folder, name);
    }
  }
  const found = qrels ?? (await firstFile(folder, cwd));
  if (found === undefined)
    throw new CliError("beir-incomplete", folder, QRELS_FILES.slice(0, 2).join(" or "));
  const documents = await readDocuments(join(folder, "corpus.jsonl"), cwd);
  const { questions } = await readQuestions(join(folder, "queries.jsonl"), cwd);
  const judged = await withJudgments(questions, { qrels: found, cwd, addressOf: documentAddress });
  const known = new Set(documents.map(({ id }) => documentAddress(id)));
  const strays = new Set(
    judged.questions
      .flatMap(({ relevant }) => relevant.map(({ url }) => url))
      .filter((url) => !known.has(url)),
  ).size;
  if (strays > 0) judged.warnings.push(`${strays} judged documents are not in corpus.jsonl`);
  return { name: basename(resolve(cwd, folder)), documents, ...judged };
}

async function firstFile(folder: string, cwd: string): Promise<string | undefined> {
  for (const name of QRELS_FILES) {
    if ((await kindOf(resolve(cwd, folder, name))) === "file") return join(folder, name);
  }
  return undefined;
}

async function withJudgments(
  questions: readonly EvaluationQuestion[],
  { qrels, cwd, addressOf }: { qrels: string; cwd: string; addressOf: (id: string) => string },
): Promise<{ questions: EvaluationQuestion[]; warnings: string[] }> {
  const judgments = await readQrels(qrels, cwd);
  const judged = questions.map((question): EvaluationQuestion => {
    const grades = judgments.get(question.id);
    if (grades === undefined) return question;
    const relevant = [...grades].map(([id, grade]) => ({ url: addressOf(id), grade }));
    const saysMore = question.answers.length > 0 || question.facts.length > 0;
    return {
      ...question,
      relevant,
      ...(question.expectation === "answer" && !saysMore && { expectation: "ranking" as const }),
    };
  });
  // A query of another split has nothing to be measured by.
  const measured = judged.filter(
    ({ expectation, relevant, answers, facts }) =>
      expectation !== "answer" || relevant.length + answers.length + facts.length > 0,
  );
  if (measured.length === 0) throw new CliError("qrels-foreign", join(dirname(qrels), basename(qrels)));
  const left = judged.length - measured.length;
  return {
    questions: measured,
    warnings: left === 0 ? [] : [`${left} of ${judged.length} questions have no judgment and are left out`],
  };
}

async function kindOf(path: string): Promise<"file" | "folder" | "missing"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return "missing";
  }
}
