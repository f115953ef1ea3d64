/** Writes a sheet: as a page to be filled in, to be read, or as JSON. */
import type { CommandContext } from "../../command.ts";
import { formatCount } from "../../terminal/format.ts";
import { writeReportFile } from "../write-report-file.ts";
import { askForSheet, type BlindRun } from "./ask-for-sheet.ts";
import { printSheet } from "./print-sheet.ts";
import { keepVerdicts, readSheet } from "./read-verdicts.ts";
import { renderSheetPage } from "./sheet-page.ts";
import type { Sheet } from "./sheet.ts";

/** @throws CliError for a file that cannot be read or written, and as {@link askForSheet}. */
export async function writeSheet(context: CommandContext, run: BlindRun): Promise<void> {
  const { terminal, options, process } = context;
  const earlier = await Promise.all(options.texts("keep").map((file) => readSheet(file, process.cwd())));
  const asked = await askForSheet(context, run);
  const { items, kept } = keepVerdicts(asked.items, earlier);
  const judge = [...new Set(earlier.map((sheet) => sheet.judge).filter((name) => name !== ""))].join(", ");
  const sheet: Sheet = { ...asked, judge, items };
  for (const warning of run.set.warnings) terminal.note(`${terminal.styleNote("yellow", "!")} ${warning}`);
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
