/** Joins the verdicts of persons and of a model with what is expected, and reports them. */
import { resolve } from "node:path";
import { CliError } from "../../cli-error.ts";
import type { CommandContext } from "../../command.ts";
import { writeReportFile } from "../write-report-file.ts";
import { askForSheet, type BlindRun } from "./ask-for-sheet.ts";
import { createBlindReport, type Judged } from "./blind-report.ts";
import { renderBlindReportPage } from "./blind-report-page.ts";
import { judgeAnswers, type JudgingCost } from "./judge-answers.ts";
import type { JudgeModel } from "./judge-model.ts";
import { printBlindReport } from "./print-blind-report.ts";
import { joinVerdicts, readSheet } from "./read-verdicts.ts";
import { blindIdOf, SHEET_VERSION, type Sheet, type SheetItem } from "./sheet.ts";

/**
 * @param model undefined where only persons have judged.
 * @throws CliError for verdicts that do not belong to the questions and their answers, and as {@link askForSheet} and
 *   {@link judgeAnswers}.
 */
export async function reportVerdicts(
  context: CommandContext,
  run: BlindRun,
  model: JudgeModel | undefined,
): Promise<void> {
  const { terminal, options, process } = context;
  const { set, questions } = run;
  const cwd = process.cwd();
  const files = options.texts("verdicts");
  const [given, agreeing] = (await Promise.all(
    [files, options.texts("agreement")].map((names) =>
      Promise.all(names.map(async (file) => ({ file, sheet: await readSheet(file, cwd) }))),
    ),
  )) as [FiledSheet[], FiledSheet[]];
  // A folder gives the same answer to the same question, and is asked in a moment. A Worker whose model writes does not.
  const isAskedAgain = options.text("corpus") !== undefined || options.text("source") !== undefined;
  const asked = files.length === 0 || isAskedAgain ? await askForSheet(context, run) : undefined;
  const wanted = questions.map((question) => ({ id: blindIdOf(question), question: question.text }));
  const known = new Set(set.questions.map(blindIdOf));
  const join = (
    sheets: FiledSheet[],
    answers: readonly SheetItem[] | undefined,
    isToBeJudged: boolean,
  ): Judged => ({
    judge: judgesOf(sheets.map(({ sheet }) => sheet)),
    items: joinVerdicts(sheets, { known, wanted, current: answers && hashesOf(answers), isToBeJudged }),
  });
  // Without any verdict, a sheet is only what a model is to judge.
  const isPersons = given.some(({ sheet }) => sheet.items.some(({ verdict }) => verdict !== null));
  const person =
    files.length === 0 ? undefined : join(given, asked?.items, model !== undefined && !isPersons);
  const answers = person?.items ?? asked?.items ?? [];
  const others = agreeing.map((one) => ({
    judge: judgesOf([one.sheet]),
    items: joinVerdicts([one], { known, wanted, current: hashesOf(answers), isComparison: true }),
  }));
  const targets =
    files.length === 0 && asked !== undefined ? [asked.target] : given.map(({ sheet }) => sheet.target);
  const judging =
    model === undefined ? undefined : await judge(context, run, { model, answers, target: targets[0] });
  const judges = [
    ...(person !== undefined && (isPersons || judging === undefined) ? [person] : []),
    ...(judging === undefined ? [] : [judging.judged]),
    ...others,
  ];
  const [first, ...rest] = judges;
  if (first === undefined) return;
  const result = createBlindReport({
    set: set.name,
    targets,
    questions,
    judged: first,
    others: rest,
    judging: judging?.cost ?? null,
    warnings: set.warnings,
  });
  const file = options.text("html");
  if (file !== undefined) await writeReportFile(cwd, file, renderBlindReportPage(result));
  for (const warning of result.warnings) terminal.note(`${terminal.styleNote("yellow", "!")} ${warning}`);
  printBlindReport(terminal, result);
  terminal.data(result);
}

interface FiledSheet {
  file: string;
  sheet: Sheet;
}

interface Judging {
  judged: Judged;
  cost: JudgingCost;
}

/** Writes the verdicts, those of a run that came not to its end too. @throws CliError where some are missing. */
async function judge(
  context: CommandContext,
  { set, questions, signal }: BlindRun,
  {
    model,
    answers,
    target,
  }: { model: JudgeModel; answers: readonly SheetItem[]; target: Sheet["target"] | undefined },
): Promise<Judging> {
  const cwd = context.process.cwd();
  const path = resolve(cwd, model.file);
  const { items, cost, missing } = await judgeAnswers(
    context,
    model,
    { questions, items: answers, path },
    signal,
  );
  const sheet: Sheet = {
    sheetVersion: SHEET_VERSION,
    set: set.name,
    target: target ?? { kind: "folder", name: "", corpusVersion: null },
    judge: model.name,
    items,
  };
  await writeReportFile(cwd, model.file, `${JSON.stringify(sheet, null, 2)}\n`);
  if (missing !== undefined) throw new CliError("judge-incomplete", missing, model.file);
  return { judged: { judge: model.name, items }, cost };
}

function hashesOf(items: readonly SheetItem[]): Map<string, string> {
  return new Map(items.map(({ id, answerHash }) => [id, answerHash]));
}

function judgesOf(sheets: readonly Sheet[]): string {
  return [...new Set(sheets.map(({ judge }) => judge.trim()).filter((name) => name !== ""))].join(", ");
}
