/** What changed for each question since an earlier evaluation. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import * as z from "zod";
import { CliError } from "../cli-error.ts";
import type { QuestionResult } from "./judge.ts";
import type { EvaluationReport } from "./report.ts";
import type { MeasureName, Measures } from "./summary.ts";

export interface Change {
  id: string;
  question: string;
  /** What changed, in words: "passed → refused", "rank 1 → 4". */
  changes: string[];
}

export interface Comparison {
  /** Worse and better questions, those whose verdict changed first. */
  worse: Change[];
  better: Change[];
  /** Ids that only one of the two has. */
  added: string[];
  removed: string[];
  /** What each measure gained, where both have it. */
  measures: Partial<Record<MeasureName, number>>;
}

type Comparable = Pick<QuestionResult, "id" | "question" | "passed" | "problems" | "rank" | "facts">;

/** Compares by id. What neither gained nor lost a verdict, a place or a fact is left out. */
export function compareResults(
  before: { measures: Measures; results: readonly Comparable[] },
  after: { measures: Measures; results: readonly Comparable[] },
): Comparison {
  const earlier = new Map(before.results.map((result) => [result.id, result]));
  const now = new Set(after.results.map(({ id }) => id));
  const compared = after.results.flatMap((result) => {
    const old = earlier.get(result.id);
    return old === undefined ? [] : [{ result, ...compareOne(old, result) }];
  });
  const changed = (sign: 1 | -1): Change[] =>
    compared
      .filter(({ direction }) => Math.sign(direction) === sign)
      .sort((a, b) => Math.abs(b.direction) - Math.abs(a.direction))
      .map(({ result: { id, question }, changes }) => ({ id, question, changes }));
  const measures: Comparison["measures"] = {};
  for (const name of Object.keys(after.measures) as MeasureName[]) {
    const [old, value] = [before.measures[name], after.measures[name]];
    // Six decimals: sums in another order differ behind them.
    if (typeof old === "number" && value !== null) measures[name] = Number((value - old).toFixed(6));
  }
  return {
    worse: changed(-1),
    better: changed(1),
    added: [...now].filter((id) => !earlier.has(id)),
    removed: [...earlier.keys()].filter((id) => !now.has(id)),
    measures,
  };
}

/** A verdict outweighs facts, and facts a place. */
const WEIGHTS = { verdict: 4, facts: 2, rank: 1 } as const;

function compareOne(old: Comparable, result: Comparable): { direction: number; changes: string[] } {
  const changes: string[] = [];
  const verdict = ({ passed, problems }: Comparable): string => (passed ? "passed" : problems.join(", "));
  const factCount = ({ facts }: Comparable): number => facts.filter(({ found }) => found).length;
  const place = ({ rank }: Comparable): number => rank ?? Number.POSITIVE_INFINITY;
  if (verdict(old) !== verdict(result)) changes.push(`${verdict(old)} → ${verdict(result)}`);
  if (factCount(old) !== factCount(result)) {
    changes.push(`facts ${factCount(old)}/${old.facts.length} → ${factCount(result)}/${result.facts.length}`);
  }
  if (old.rank !== result.rank) changes.push(`rank ${old.rank ?? "none"} → ${result.rank ?? "none"}`);
  const direction =
    WEIGHTS.verdict * (Number(result.passed) - Number(old.passed)) +
    WEIGHTS.facts * Math.sign(factCount(result) - factCount(old)) +
    (place(old) === place(result) ? 0 : WEIGHTS.rank * Math.sign(place(old) - place(result)));
  return { direction, changes };
}

/** As much of a report as a comparison reads. */
const baselineSchema = z.looseObject({
  reportVersion: z.literal(1),
  measures: z.record(z.string(), z.number().nullable()),
  results: z.array(
    z.looseObject({
      id: z.string(),
      question: z.string(),
      passed: z.boolean(),
      problems: z.array(z.string()),
      rank: z.number().nullable(),
      facts: z.array(z.object({ fact: z.string(), found: z.boolean() })),
    }),
  ),
});

/** Reads what an earlier `--json` printed. @throws CliError where the file is none. */
export async function readBaseline(file: string, cwd: string): Promise<EvaluationReport> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), "utf8");
  } catch (error) {
    throw new CliError("baseline-invalid", file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  try {
    return baselineSchema.parse(JSON.parse(text.replace(/^\uFEFF/, ""))) as unknown as EvaluationReport;
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const reason =
      issue === undefined ? "it is not JSON" : `${issue.path.map(String).join(".")}: ${issue.message}`;
    throw new CliError("baseline-invalid", file, reason);
  }
}
