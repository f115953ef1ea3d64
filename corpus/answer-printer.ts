import { citedSources } from "../core/citation/cited-sources.ts";
import type { TextMark } from "../core/insert-marks.ts";
import type { ChatEvent, ChatEventOf, Source } from "../core/protocol.ts";
import { createMarkdownUnescaper } from "./terminal/plain-markdown.ts";
import type { Terminal } from "./terminal/terminal.ts";

const STAGES = {
  searching: "Searching",
  reading: "Reading",
  writing: "Writing",
  verifying: "Checking",
} as const;

/** Characters of a sentence by which it is told which one a mark belongs to. */
const MARKED_CHARS = 80;

/**
 * Prints the events of an answer: text as it comes on a terminal, in one piece into a pipe (where text that is
 * discarded later could not be taken back), then the sources, those that are cited first.
 */
export function createAnswerPrinter(terminal: Terminal, streams: boolean): { print(event: ChatEvent): void } {
  /** As it came, and as it is printed. */
  let raw = "";
  let text = "";
  let marks: readonly TextMark[] = [];
  let marked = "";
  let unescaper = createMarkdownUnescaper();
  let sources: Source[] = [];
  let followUps: string[] = [];
  const styled = (piece: string): string =>
    piece.replace(/\[\d+\]/g, (marker) => terminal.style("cyan", marker));

  const finish = ({
    citedPositions,
    citations,
    prepared,
    further,
    finishReason,
  }: ChatEventOf<"answer-end">): void => {
    const rest = unescaper.push("\n");
    if (streams) {
      terminal.text(rest);
      // What stands on the terminal already can't be written into.
      for (const { at, text: mark } of marks)
        terminal.line(terminal.style("dim", `${endOf(raw, at)}${mark}`));
    } else if (marks.length === 0) terminal.text(`${(text + rest).trim()}\n`);
    else terminal.text(`${createMarkdownUnescaper().push(`${marked}\n`).trim()}\n`);
    if (prepared === true) terminal.line(terminal.style("dim", "(prepared when the corpus was built)"));
    const cited = citedSources(sources, citations).filter(({ position }) =>
      citedPositions.includes(position),
    );
    const beside = further?.positions ?? [];
    const others = sources.filter(
      ({ position }) => !citedPositions.includes(position) && !beside.includes(position),
    );
    if (further !== undefined)
      printSources(
        further.label,
        beside.flatMap((position) => sources.find((source) => source.position === position) ?? []),
        { withExcerpts: true },
      );
    printSources("Sources", cited);
    if (cited.length === 0 || finishReason === "refused")
      printSources("Pages that may help", others, { withExcerpts: true });
    else printSources("See also", others);
    if (followUps.length > 0) terminal.line(`\n${terminal.style("bold", "You could ask next")}`);
    for (const question of followUps) terminal.line(`  ${question}`);
  };
  const printSources = (heading: string, list: readonly Source[], { withExcerpts = false } = {}): void => {
    if (list.length === 0) return;
    terminal.line(`\n${terminal.style("bold", heading)}`);
    for (const { position, title, section, url, excerpt } of list) {
      const path = section === undefined ? "" : terminal.style("dim", ` › ${section}`);
      terminal.line(`  ${terminal.style("cyan", `[${position}]`)} ${title}${path}`);
      if (withExcerpts) terminal.line(`      ${excerpt}`);
      terminal.line(`      ${url}`);
    }
  };

  return {
    print(event) {
      let shown: string;
      switch (event.type) {
        case "stage":
          terminal.progress(
            `${STAGES[event.stage] ?? "Working"}${event.count === undefined ? "" : ` (${event.count})`}${event.part === undefined ? "" : `, ${event.part} of ${event.parts}`}${event.query === undefined ? "" : `: ${event.query}`} …`,
          );
          break;
        case "sources-available":
          sources = event.sources;
          break;
        case "text-delta":
          shown = unescaper.push(event.text);
          raw += event.text;
          text += shown;
          if (streams) terminal.text(styled(shown));
          break;
        case "follow-ups-available":
          followUps = event.questions;
          break;
        case "marks-available":
          marks = event.marks;
          marked = event.text;
          break;
        case "answer-reset":
          raw = text = "";
          marks = [];
          unescaper = createMarkdownUnescaper();
          if (streams) terminal.text(`\n${terminal.style("dim", "(starting over)")}\n`);
          break;
        case "answer-end":
          terminal.progress(undefined);
          finish(event);
          break;
        case "error":
          terminal.progress(undefined);
          if (streams && text !== "") terminal.text("\n");
          break;
        default:
          break;
      }
    },
  };
}

/** The end of the sentence that a mark belongs to. */
function endOf(text: string, at: number): string {
  const line = text.slice(Math.max(0, at - MARKED_CHARS), at);
  return `… ${line.slice(line.lastIndexOf("\n") + 1).trimStart()}`;
}
