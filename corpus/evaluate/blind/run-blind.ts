/** The work of `eval --blind`: a sheet for a judge, or what the verdicts come to. */
import { CliError } from "../../cli-error.ts";
import type { CommandContext } from "../../command.ts";
import { AnswerFailure } from "../collect-answer.ts";
import type { EvaluationQuestion } from "../question.ts";
import { questionsOfSite, readEvaluationSet } from "../read-set.ts";
import type { BlindRun } from "./ask-for-sheet.ts";
import { judgeModel } from "./judge-model.ts";
import { reportVerdicts } from "./report-verdicts.ts";
import { blindIdOf } from "./sheet.ts";
import { writeSheet } from "./write-sheet.ts";

/** @throws CliError */
export async function runBlind(context: CommandContext, input: string): Promise<0 | 1> {
  const { options, process } = context;
  // Read in any case, so that a wrong value is told before anything is asked.
  const model = judgeModel(context);
  const set = await readEvaluationSet(input, { cwd: process.cwd(), qrels: options.text("qrels") });
  const questions = questionsOfSite(set, options.text("site")).filter(
    ({ expectation }) => expectation !== "ranking",
  );
  if (questions.length === 0) {
    throw new CliError(
      "questions-invalid",
      input,
      "  has only queries whose documents are judged; --blind needs questions that are answered",
    );
  }
  checkDoubled(input, questions);
  const abort = new AbortController();
  process.onStop(() => abort.abort());
  const run: BlindRun = { set, questions, signal: abort.signal };
  try {
    if (options.texts("verdicts").length > 0 || model !== undefined)
      await reportVerdicts(context, run, model);
    else await writeSheet(context, run);
    return 0;
  } catch (error) {
    if (abort.signal.aborted) return 1;
    if (error instanceof AnswerFailure) throw new CliError("answer-failed", error.message);
    throw error;
  }
}

/** Verdicts are joined by what is asked: two that ask the same could not be told apart. */
function checkDoubled(input: string, questions: readonly EvaluationQuestion[]): void {
  const first = new Map<string, string>();
  const problems: string[] = [];
  for (const question of questions) {
    const id = blindIdOf(question);
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, question.id);
    else problems.push(`  "${earlier}" and "${question.id}" ask the same: "${question.text}"; keep one`);
  }
  if (problems.length > 0) throw new CliError("questions-invalid", input, problems.join("\n"));
}
