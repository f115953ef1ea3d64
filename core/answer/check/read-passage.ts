/** Passages as what is said of them is compared with: by their clauses, the rows and cells of their tables, and what stands around each. */
import { blockText, passageText } from "../../passage-text.ts";
import type { Block } from "../../corpus/format.ts";
import type { Passage } from "../generation-provider.ts";
import { codeOf } from "./sentence-facts.ts";
import { splitSentences } from "../../text/sentences.ts";
import { compareAmounts, isBare, type Amount } from "./amounts.ts";
import type { Clause, StatementReader, Word } from "./statement.ts";
import { unitOf, type Unit } from "./units.ts";
import type { Marker } from "./words/meanings.ts";

/** A clause of a passage, or a cell of a table with the words of its row and its column. */
export interface EvidenceClause extends Clause {
  amounts: readonly Amount[];
  keys: ReadonlySet<string>;
  sentence: EvidenceSentence;
  /** It, or what follows it at once, makes an exception: what it says may not hold there. */
  hasException: boolean;
}

export interface EvidenceSentence {
  clauses: EvidenceClause[];
  keys: ReadonlySet<string>;
  markers: ReadonlySet<Marker>;
  words: readonly Word[];
  amounts: readonly Amount[];
  /** Of the sentences before and after it and of the headings. */
  nearKeys: ReadonlySet<string>;
  nearAmounts: readonly Amount[];
  /** Rows of one table and items of one list are told apart by what is theirs alone. */
  group: string | undefined;
  /** What a row or an item is about: its first cell, or what stands before its colon. */
  labelWords: readonly Word[];
  isCode: boolean;
  /** The words of its columns' heads are said of each row, whatever its cells say. */
  isRow: boolean;
}

export interface PassageEvidence {
  sentences: readonly EvidenceSentence[];
  clauses: readonly EvidenceClause[];
  keys: ReadonlySet<string>;
  /** Lower case, white space collapsed. */
  text: string;
  /** With its capitals. */
  writtenText: string;
  /** Of it, the blocks and spans of code. */
  code: string;
  /** Items of the lists and rows of the tables: what a writer may have counted. */
  counts: ReadonlySet<number>;
  language: string;
}

interface Draft {
  clauses: Clause[];
  group?: string;
  isCode?: boolean;
  isRow?: boolean;
}

/** One passage may hold a whole page; what is beyond is not compared. */
const MAX_SENTENCES = 400;

export function readEvidence({ chunk }: Passage, reader: StatementReader): PassageEvidence {
  const { language } = chunk;
  const heading = [chunk.title, ...chunk.headingPath].join(". ");
  const drafts: Draft[] = [{ clauses: reader.read(heading, language) }];
  chunk.blocks.forEach((block, index) => {
    if (block.kind === "table")
      drafts.push(...readTable(block.rows, `${chunk.id} ${index}`, reader, language));
    else if (block.kind === "code") {
      for (const line of block.code.split("\n"))
        drafts.push({ clauses: reader.read(line.replace(/[`"']/g, " "), language), isCode: true });
    } else if (block.kind === "list") {
      for (const item of block.items)
        drafts.push({ clauses: reader.read(item, language), group: `${chunk.id} ${index}` });
    } else {
      for (const line of block.text.split(/\n+/))
        for (const sentence of splitSentences(line))
          drafts.push({ clauses: reader.read(sentence, language) });
    }
  });
  const kept = drafts.filter(({ clauses }) => clauses.length > 0).slice(0, MAX_SENTENCES);
  const sentences = kept.map(toSentence);
  const headingKeys = sentences[0]?.keys ?? NONE;
  sentences.forEach((sentence, index) => {
    const around = [sentences[index - 1], sentences[index + 1]].filter((near) => near !== undefined);
    sentence.nearKeys = new Set([...headingKeys, ...around.flatMap(({ keys }) => [...keys])]);
    sentence.nearAmounts = around.flatMap(({ amounts }) => [...amounts]);
  });
  const writtenText = `${heading}\n${passageText(chunk.blocks)}\n${chunk.blocks.map(blockText).join("\n")}`;
  const counts = chunk.blocks.flatMap((block) => {
    if (block.kind === "list") return [block.items.length];
    return block.kind === "table" ? [block.rows.length - 1] : [];
  });
  return {
    sentences,
    clauses: sentences.flatMap(({ clauses }) => clauses),
    keys: new Set(sentences.flatMap(({ keys }) => [...keys])),
    text: collapse(writtenText),
    writtenText,
    code: collapse(chunk.blocks.flatMap(codeIn).join("\n")),
    counts: new Set(counts),
    language,
  };
}

function codeIn(block: Block): string[] {
  if (block.kind === "code") return [block.code];
  if (block.kind === "list") return block.items.flatMap(codeOf);
  return block.kind === "table" ? block.rows.flat().flatMap(codeOf) : codeOf(block.text);
}

const NONE: ReadonlySet<string> = new Set();

/** What a cell says, it says of its row's first cell and of its column's head. */
function readTable(
  rows: readonly (readonly string[])[],
  group: string,
  reader: StatementReader,
  language: string,
): Draft[] {
  const [head = [], ...body] = rows.map((row) => row.map((cell) => reader.read(cell, language)));
  const wordsOf = (clauses: readonly Clause[] | undefined): Word[] =>
    (clauses ?? []).flatMap(({ words }) => [...words]);
  return [
    { clauses: head.flat() },
    ...body.map((cells) => ({
      group,
      isRow: true,
      clauses: cells.flatMap((clauses, column) =>
        column === 0
          ? clauses
          : clauses.map((clause) => ({
              ...withUnit(clause, unitOfCells(cells)),
              words: [
                ...wordsOf(cells[0]),
                ...wordsOf(head[column]).map(isDenying(clause) ? deny : (word) => word),
                ...clause.words,
              ],
            })),
      ),
    })),
  ];
}

function toSentence({ clauses, group, isCode = false, isRow = false }: Draft): EvidenceSentence {
  const words = clauses.flatMap((clause) => [...clause.words]);
  const amounts = clauses.flatMap((clause) => [...clause.amounts]);
  const sentence: EvidenceSentence = {
    clauses: [],
    keys: keysOf(words),
    markers: new Set(clauses.flatMap(({ markers }) => [...markers])),
    words,
    amounts,
    nearKeys: NONE,
    nearAmounts: [],
    group,
    labelWords: group === undefined || clauses.length < 2 ? [] : (clauses[0]?.words ?? []),
    isCode,
    isRow,
  };
  sentence.clauses = clauses.map((clause) => ({
    ...clause,
    keys: keysOf(clause.words),
    sentence,
    hasException: clause.markers.has("except"),
  }));
  sentence.clauses.forEach((clause, index) => {
    clause.hasException ||=
      sentence.clauses[index + 1]?.markers.has("except") === true ||
      sentence.clauses[index - 1]?.markers.has("except") === true;
  });
  return sentence;
}

/** In a table a number and its unit may stand in two cells: "300" and "seconds". */
function withUnit(clause: Clause, unit: Unit | undefined): Clause {
  if (unit === undefined) return clause;
  const { factor, dimension } = unit;
  const measured = clause.amounts
    .filter(isBare)
    .map((amount) => ({ ...amount, values: amount.values.map((value) => value * factor), dimension }));
  return { ...clause, amounts: [...clause.amounts, ...measured] };
}

/** "none", "no", "–": what the column says is not so for this row. */
function isDenying({ words, markers }: Clause): boolean {
  return markers.has("not") && words.every(({ isLight }) => isLight);
}

function deny(word: Word): Word {
  const opposites = word.opposites.map(({ name, side }) => ({ name, side: -side as -1 | 0 | 1 }));
  return { ...word, isDenied: true, isDeniedFirst: true, isNearNegation: true, opposites };
}

/** A cell that begins with a unit and has no number of its own: "seconds; 0 switches it off". */
function unitOfCells(cells: readonly (readonly Clause[])[]): Unit | undefined {
  for (const [first] of cells) {
    const unit =
      first?.amounts.length === 0
        ? unitOf(first.words.find(({ isLight }) => !isLight)?.text.toLowerCase() ?? "")
        : undefined;
    if (unit !== undefined) return unit;
  }
  return undefined;
}

function keysOf(words: readonly Word[]): Set<string> {
  return new Set(words.flatMap(({ keys }) => [...keys]));
}

/** As code and phrases are compared: lower case, white space collapsed. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

/** What a word or an amount of a sentence is looked for by, and how much it counts. */
export interface ContextItem {
  keys: readonly string[];
  amount?: Amount;
  weight: number;
}

/** What stands in a clause itself counts whole, the rest of its sentence less, what is around it little. */
const SENTENCE_SHARE = 0.7;
const NEAR_SHARE = 0.25;

/** How much of a context stands in and around a clause, 0 to 1. */
export function closeness(context: readonly ContextItem[], clause: EvidenceClause): number {
  let held = 0;
  let total = 0;
  const { sentence } = clause;
  for (const { keys, amount, weight } of context) {
    total += weight;
    const isIn = (own: ReadonlySet<string>, amounts: readonly Amount[]): boolean =>
      amount === undefined
        ? keys.some((key) => own.has(key))
        : amounts.some((other) => compareAmounts(amount, other) === "same");
    if (isIn(clause.keys, clause.amounts)) held += weight;
    else if (isIn(sentence.keys, sentence.amounts)) held += weight * SENTENCE_SHARE;
    else if (isIn(sentence.nearKeys, sentence.nearAmounts)) held += weight * NEAR_SHARE;
  }
  return total === 0 ? 0 : held / total;
}
