/** Asks every question of a set, and lays the answers out for a judge. */
import type { CommandContext } from "../../command.ts";
import { createProgress } from "../../terminal/progress.ts";
import { askAll } from "../ask-all.ts";
import { AnswerFailure } from "../collect-answer.ts";
import { createTemporaryFolder, openTarget } from "../open-target.ts";
import type { EvaluationQuestion } from "../question.ts";
import type { EvaluationSet } from "../read-set.ts";
import type { EvaluationTarget } from "../target.ts";
import { SHEET_VERSION, sheetItems, type BlindAnswer, type Sheet } from "./sheet.ts";

export interface BlindRun {
  set: EvaluationSet;
  /** Those that are asked, and must be judged. */
  questions: EvaluationQuestion[];
  signal: AbortSignal;
}

/**
 * @throws AnswerFailure where not even the first question can be asked, CliError where the target cannot be opened, and
 *   what the signal throws once it is aborted.
 */
export async function askForSheet(
  context: CommandContext,
  { set, questions, signal }: BlindRun,
): Promise<Sheet> {
  const { terminal, dependencies } = context;
  const progress = createProgress(terminal, ["read", "ask"], dependencies.now);
  progress.begin("read");
  const temporary = createTemporaryFolder();
  try {
    const target = await openTarget(context, set, temporary.path);
    const asking = progress.begin("ask", "questions");
    const answers = await askAll(
      questions,
      target,
      { signal, onProgress: (done, total) => asking.update(done, total) },
      (question) => askOne(question, target, signal),
    );
    return {
      sheetVersion: SHEET_VERSION,
      set: set.name,
      target: { kind: target.kind, name: target.name, corpusVersion: target.corpusVersion() ?? null },
      judge: "",
      items: sheetItems(answers),
    };
  } finally {
    progress.end();
    await temporary.remove();
  }
}

async function askOne(
  question: EvaluationQuestion,
  target: EvaluationTarget,
  signal: AbortSignal,
): Promise<BlindAnswer> {
  try {
    return { question, answer: await target.ask(question, signal) };
  } catch (error) {
    if (signal.aborted || !(error instanceof AnswerFailure)) throw error;
    return { question, failure: error.message };
  }
}
