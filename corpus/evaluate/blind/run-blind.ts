/** The work of `eval --blind`: a sheet for a judge, and what the judge's verdicts come to. */
import { CliError } from "../../cli-error.ts";
import type { CommandContext } from "../../command.ts";
import { createProgress } from "../../terminal/progress.ts";
import { formatCount } from "../../terminal/format.ts";
import { askAll } from "../ask-all.ts";
import { AnswerFailure } from "../collect-answer.ts";
import { createTemporaryFolder, openTarget } from "../open-target.ts";
import type { EvaluationQuestion } from "../question.ts";
import { questionsOfSite, readEvaluationSet, type EvaluationSet } from "../read-set.ts";
import type { EvaluationTarget } from "../target.ts";
import { writeReportFile } from "../write-report-file.ts";
import { createBlindReport, type Judged } from "./blind-report.ts";
import { renderBlindReportPage } from "./blind-report-page.ts";
import { printBlindReport } from "./print-blind-report.ts";
import { printSheet } from "./print-sheet.ts";
import { joinVerdicts, keepVerdicts, readSheet } from "./read-verdicts.ts";
import { blindIdOf, SHEET_VERSION, sheetItems, type BlindAnswer, type Sheet } from "./sheet.ts";
import { renderSheetPage } from "./sheet-page.ts";

/** @throws CliError */
export async function runBlind(context: CommandContext, input: string): Promise<0 | 1> {
  const { options, process } = context;
  const set = await readEvaluationSet(input, { cwd: process.cwd(), qrels: options.text("qrels") });
  const site = options.text("site");
  const questions = questionsOfSite(set, site).filter(({ expectation }) => expectation !== "ranking");
  if (questions.length === 0) throw new CliError("questions-empty", input);
  checkDoubled(input, questions);
  const abort = new AbortController();
  process.onStop(() => abort.abort());
  try {
    const files = options.texts("verdicts");
    if (files.length === 0) await writeSheet(context, { ...set, questions }, abort.signal);
    else await report(context, { ...set, questions: set.questions }, questions, files, abort.signal);
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

async function writeSheet(context: CommandContext, set: EvaluationSet, signal: AbortSignal): Promise<void> {
  const { terminal, options, process } = context;
  const earlier = await Promise.all(options.texts("keep").map((file) => readSheet(file, process.cwd())));
  const asked = await askForSheet(context, set, signal);
  const { items, kept } = keepVerdicts(asked.items, earlier);
  const judge = [...new Set(earlier.map((sheet) => sheet.judge).filter((name) => name !== ""))].join(", ");
  const sheet: Sheet = { ...asked, judge, items };
  terminal.data(sheet);
  const file = options.text("html");
  if (file === undefined) {
    printSheet(terminal, sheet);
    terminal.note(
      "To judge these answers, write them as a page with --html sheet.html, or as JSON with --json > sheet.json.",
    );
    return;
  }
  await writeReportFile(process.cwd(), file, renderSheetPage(sheet));
  const keptNote = earlier.length === 0 ? "" : `, ${formatCount(kept, "verdict")} kept`;
  terminal.line(
    `${formatCount(items.length, "answer")} to judge in ${file}${keptNote}. Open it in a browser, judge, save, and give what it saved to --verdicts.`,
  );
}

async function askForSheet(context: CommandContext, set: EvaluationSet, signal: AbortSignal): Promise<Sheet> {
  const { terminal, dependencies } = context;
  const progress = createProgress(terminal, ["read", "ask"], dependencies.now);
  progress.begin("read");
  const temporary = createTemporaryFolder();
  try {
    const target = await openTarget(context, set, temporary.path);
    const asking = progress.begin("ask", "questions");
    const answers = await askAll(
      set.questions,
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

async function report(
  context: CommandContext,
  set: EvaluationSet,
  questions: readonly EvaluationQuestion[],
  files: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { terminal, options, process } = context;
  const cwd = process.cwd();
  const read = async (names: readonly string[]) =>
    Promise.all(names.map(async (file) => ({ file, sheet: await readSheet(file, cwd) })));
  const sheets = await read(files);
  const agreeing = await read(options.texts("agreement"));
  // A folder gives the same answer to the same question, and is asked in a moment. A Worker whose model writes does not.
  const isAskedAgain = options.text("corpus") !== undefined || options.text("source") !== undefined;
  const current = isAskedAgain
    ? new Map(
        (await askForSheet(context, { ...set, questions: [...questions] }, signal)).items.map(
          ({ id, answerHash }) => [id, answerHash],
        ),
      )
    : undefined;
  const wanted = questions.map((question) => ({ id: blindIdOf(question), question: question.text }));
  const known = new Set(set.questions.map(blindIdOf));
  const join = (given: typeof sheets, now: typeof current): Judged => ({
    judge: judgesOf(given.map(({ sheet }) => sheet)),
    items: joinVerdicts(given, { known, wanted, current: now }),
  });
  const judged = join(sheets, current);
  // Whoever is compared has judged the very same answers.
  const answers = new Map(judged.items.map(({ id, answerHash }) => [id, answerHash]));
  const result = createBlindReport({
    set: set.name,
    targets: sheets.map(({ sheet }) => sheet.target),
    questions,
    judged,
    others: agreeing.map((one) => join([one], answers)),
    warnings: set.warnings,
  });
  const file = options.text("html");
  if (file !== undefined) await writeReportFile(cwd, file, renderBlindReportPage(result));
  for (const warning of result.warnings) terminal.note(`${terminal.styleNote("yellow", "!")} ${warning}`);
  printBlindReport(terminal, result);
  terminal.data(result);
}

function judgesOf(sheets: readonly Sheet[]): string {
  return [...new Set(sheets.map(({ judge }) => judge.trim()).filter((name) => name !== ""))].join(", ");
}
