/** A sheet on a terminal, to be read; its page and its JSON are what is filled in. */
import { createMarkdownUnescaper } from "../../terminal/plain-markdown.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import type { Sheet, SheetItem, SheetSource } from "./sheet.ts";

export function printSheet(terminal: Terminal, { items }: Sheet): void {
  for (const [index, item] of items.entries()) printItem(terminal, item, `${index + 1} of ${items.length}`);
}

function printItem(terminal: Terminal, item: SheetItem, place: string): void {
  const { id, question, history, kind, answer, sources } = item;
  terminal.line(terminal.style("dim", `── ${place}  ${id}`));
  for (const { role, text } of history) {
    terminal.line(terminal.style("dim", `${role === "visitor" ? "Visitor" : "Assistant"}: ${text}`));
  }
  terminal.line(terminal.style("bold", question));
  terminal.line();
  if (kind === "failure") terminal.line(`No answer came: ${answer}`);
  else terminal.line(createMarkdownUnescaper().push(`${answer}\n`).trim());
  for (const { heading, list } of groupSources(item.sources, kind)) {
    terminal.line(`\n${terminal.style("bold", heading)}`);
    for (const source of list) printSource(terminal, source, heading !== SEE_ALSO);
  }
  if (sources.length > 0 || answer !== "") terminal.line();
}

function printSource(
  terminal: Terminal,
  { position, title, section, url, excerpt }: SheetSource,
  isExcerptShown: boolean,
): void {
  const path = section === null ? "" : terminal.style("dim", ` › ${section}`);
  terminal.line(`  ${terminal.style("cyan", `[${position}]`)} ${title}${path}`);
  terminal.line(`      ${withoutTextFragment(url)}`);
  if (isExcerptShown && excerpt !== "")
    terminal.line(terminal.style("dim", `      ${excerpt.replace(/\s+/g, " ")}`));
}

/** Below an answer, as closed cards with one sentence each. */
const OFFERED = "It may also be here, offered as closed cards";
/** Below the sources of an answer: a visitor sees them only on opening the list. */
export const SEE_ALSO = "See also";

/** Which words of a section are marked is nothing to read. */
export function withoutTextFragment(url: string): string {
  return url.replace(/:~:.*$/s, "");
}

export interface SourceGroup {
  heading: string;
  list: readonly SheetSource[];
}

/** As a visitor reads them: cited, offered, then the others; of a refusal, and where none is cited, pages that may help. */
export function groupSources(sources: readonly SheetSource[], kind?: SheetItem["kind"]): SourceGroup[] {
  const cited = sources.filter((source) => source.cited);
  const offered = cited.length === 0 ? [] : sources.filter((source) => !source.cited && source.offered);
  const others = sources.filter((source) => !source.cited && !offered.includes(source));
  return [
    { heading: "Sources", list: cited },
    { heading: OFFERED, list: offered },
    { heading: cited.length === 0 || kind === "refusal" ? "Pages that may help" : SEE_ALSO, list: others },
  ].filter(({ list }) => list.length > 0);
}
