/**
 * The last pass over an outline: what the passes before marked as unknown, missing or a label becomes plain text, or goes.
 * A hole in a sentence is worse than no sentence.
 */
import type { Block } from "../../core/corpus/format.ts";
import { splitSentences } from "../../core/text/sentences.ts";
import type { DropReason } from "../formats/document.ts";
import { cellWords } from "./icon-words.ts";
import {
  hasMarks,
  LABEL_END,
  MISSING_CONTENT,
  PANEL_END,
  restoreBraces,
  UNKNOWN_VALUE,
  withoutMarks,
} from "./marks.ts";
import type { OutlineItem } from "./outline.ts";

export interface SettleContext {
  /** BCP 47: icons are said in words of it. */
  language: string;
  /** Sees each text that a reader of the page reads, and no passage has. */
  drop: (reason: DropReason, text: string, kind?: "code" | "table") => void;
}

export function settleOutline(items: readonly OutlineItem[], context: SettleContext): OutlineItem[] {
  const settled: OutlineItem[] = [];
  /** The label of a tab, until the text below it is known. */
  let label: string | undefined;
  const flushLabel = (end: string): void => {
    if (label !== undefined) settled.push({ kind: "paragraph", text: label + end });
    label = undefined;
  };
  for (const item of items) {
    if (item.kind === "paragraph" && item.text.includes(LABEL_END)) {
      flushLabel("");
      label = tidy(withoutMarks(withoutHoles(item.text, context)));
      if (label === "") label = undefined;
      continue;
    }
    if (item.kind === "paragraph" && withoutMarks(item.text).trim() === "" && item.text.includes(PANEL_END)) {
      flushLabel("");
      continue;
    }
    const read = settleItem(item, context);
    if (read === undefined) {
      if (isMissing(item)) withdrawIntroduction(settled, context);
      continue;
    }
    if (
      label !== undefined &&
      read.kind === "paragraph" &&
      read.isHeading !== true &&
      !isCodeTitle(read.text)
    ) {
      const mark = /[:：?!.…]$/.test(label) ? " " : ": ";
      settled.push({ ...read, text: `${label}${mark}${read.text}` });
      label = undefined;
      continue;
    }
    flushLabel(read.kind === "list" && !/[:：?!.]$/.test(label ?? ".") ? ":" : "");
    settled.push(read);
  }
  flushLabel("");
  return settled;
}

/** Undefined where nothing is left of it. */
function settleItem(item: OutlineItem, context: SettleContext): OutlineItem | undefined {
  switch (item.kind) {
    case "heading": {
      // A section that goes on has no text of its own.
      if (item.text === "") return item;
      const text = tidy(clean(item.text));
      return text === "" ? undefined : text === item.text ? item : { ...item, text };
    }
    case "paragraph": {
      if (!hasMarks(item.text)) return item;
      const text = tidy(clean(withoutHoles(item.text, context)));
      return /[\p{L}\p{N}]/u.test(text) ? { ...item, text } : undefined;
    }
    case "list": {
      if (!item.items.some(hasMarks)) return item;
      const items = item.items
        .map((text) => clean(withoutHoles(text, context)))
        .filter((text) => text.trim() !== "");
      return items.length === 0 ? undefined : { ...item, items };
    }
    case "table": {
      const rows = item.rows.map((row) =>
        row.map((cell) => cellWords(tidy(clean(withoutHoles(cell, context))), context.language)),
      );
      const filled = rows.filter((row) => row.some((cell) => cell !== ""));
      return filled.length === 0 ? undefined : { ...item, rows: filled };
    }
    case "code":
      return settleCode(item, context);
  }
}

function settleCode(item: Block & { kind: "code" }, context: SettleContext): Block | undefined {
  if (!hasMarks(item.code)) return item;
  if (item.code.includes(UNKNOWN_VALUE)) {
    context.drop("unknown-value", withoutMarks(item.code), "code");
    return undefined;
  }
  const lines = item.code.split("\n").filter((line) => !line.includes(MISSING_CONTENT));
  const code = withoutMarks(restoreBraces(lines.join("\n")));
  if (code.trim() !== "") return { ...item, code };
  context.drop("include-missing", "", "code");
  return undefined;
}

/** The name of a file above its code. */
function isCodeTitle(text: string): boolean {
  return /^`[^`]+`$/.test(text);
}

function isMissing(item: OutlineItem): boolean {
  const text = item.kind === "code" ? item.code : item.kind === "paragraph" ? item.text : "";
  return text.includes(MISSING_CONTENT);
}

/** "Run it like so:" says nothing when what it announces is not there; neither does the name of a file. */
function withdrawIntroduction(settled: OutlineItem[], context: SettleContext): void {
  const last = settled.at(-1);
  if (last?.kind !== "paragraph") return;
  const sentences = splitSentences(last.text);
  const end = sentences.at(-1) ?? "";
  if (!/[:：]$/.test(end)) return;
  context.drop("include-missing", end);
  const rest = last.text.slice(0, last.text.lastIndexOf(end)).trimEnd();
  if (rest === "") settled.pop();
  else settled[settled.length - 1] = { ...last, text: rest };
}

function clean(text: string): string {
  return withoutMarks(restoreBraces(text));
}

/** Sentences that hold a mark of what is not known go, line by line; the marks of a list stay with its lines. */
function withoutHoles(text: string, { drop }: SettleContext): string {
  if (!text.includes(UNKNOWN_VALUE) && !text.includes(MISSING_CONTENT)) return text;
  return text
    .split("\n")
    .map((line) => {
      if (!line.includes(UNKNOWN_VALUE) && !line.includes(MISSING_CONTENT)) return line;
      const kept: string[] = [];
      for (const sentence of splitSentences(line)) {
        const isUnknown = sentence.includes(UNKNOWN_VALUE);
        if (!isUnknown && !sentence.includes(MISSING_CONTENT)) kept.push(sentence);
        else if (/[\p{L}\p{N}]/u.test(sentence)) {
          drop(isUnknown ? "unknown-value" : "include-missing", withoutMarks(sentence));
        }
      }
      const indent = /^ */.exec(line)?.[0] ?? "";
      return kept.length === 0 ? "" : indent + kept.join(" ");
    })
    .filter((line, _, lines) => line !== "" || lines.length === 1)
    .join("\n");
}

function tidy(text: string): string {
  return text.replace(/ {2,}/g, " ").trim();
}
