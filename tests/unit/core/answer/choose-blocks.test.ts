import { describe, expect, it } from "vitest";
import { answeringGroups } from "../../../../core/answer/quote/choose-blocks.ts";
import { answeringPart } from "../../../../core/answer/quote/choose-lines.ts";
import type { WeighedLine } from "../../../../core/answer/generation-provider.ts";
import type { Block } from "../../../../core/corpus/format.ts";

const line = (blockIndex: number, share: number, more: Partial<WeighedLine> = {}): WeighedLine => ({
  text: `line of block ${blockIndex}`,
  blockIndex,
  share,
  ownShare: 0,
  covers: new Set(),
  ...more,
});

const words = (first: string, count: number): string => `${first} ${"word ".repeat(count - 2)}end.`;
const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const places = (blocks: readonly Block[], lines: readonly WeighedLine[]): [number, number][] =>
  answeringGroups({ from: 0, to: blocks.length, lines }, blocks).map(({ from, to }) => [from, to]);

describe("the blocks of a section that answer", () => {
  it("are all of it where it is read at once", () => {
    const blocks = [paragraph("Closed on Mondays."), paragraph("Open from nine.")];
    expect(places(blocks, [line(0, 0.99), line(1, 0.01)])).toEqual([[0, 2]]);
  });

  it("are those among which the answer is likely", () => {
    const blocks = ["A", "B", "C"].map((name) => paragraph(words(name, 30)));
    expect(places(blocks, [line(0, 0.02), line(1, 0.95), line(2, 0.03)])).toEqual([[1, 2]]);
  });

  it("begin with what answers best where much stands before it", () => {
    const blocks = ["A", "B", "C"].map((name) => paragraph(words(name, 30)));
    expect(places(blocks, [line(0, 0.3), line(1, 0.05), line(2, 0.65)])).toEqual([
      [2, 3],
      [0, 1],
    ]);
  });

  it("keep a label and an announcement above what they are of, and no contact line", () => {
    const table: Block = {
      kind: "table",
      rows: [
        ["Day", "Hours"],
        ["Monday", "9 to 5"],
      ],
    };
    const blocks = [paragraph(words("A", 40)), paragraph("When we are there"), table];
    expect(places(blocks, [line(0, 0.05), line(2, 0.95)])).toEqual([[1, 3]]);
    const contact = [paragraph("Tel. 01632 960 111"), paragraph(words("B", 45))];
    expect(places(contact, [line(0, 0.95), line(1, 0.05)])).toEqual([[0, 1]]);
  });

  it("include a brief one that speaks of something that the likeliest does not", () => {
    const blocks = ["A", "B", "C"].map((name) => paragraph(words(name, 30)));
    const lines = [
      line(0, 0.96, { covers: new Set(["0"]) }),
      line(1, 0.01, { covers: new Set(["1"]) }),
      line(2, 0.03),
    ];
    expect(places(blocks, lines)).toEqual([[0, 2]]);
  });
});

describe("the lines of a block that answer", () => {
  const rows = (count: number): string[][] => [
    ["Name", "Price"],
    ...Array.from({ length: count }, (_, at) => [`Thing ${at}`, `£${at}`]),
  ];
  const linesOf = (count: number, own: ReadonlyMap<number, number>): WeighedLine[] =>
    Array.from({ length: count }, (_, at) =>
      line(0, own.has(at) ? 0.5 : 0.01, { text: `Thing ${at} – £${at}`, ownShare: own.get(at) ?? 0 }),
    );

  it("are the rows that hold what tells them from the others", () => {
    const part = answeringPart({ kind: "table", rows: rows(12) }, linesOf(12, new Map([[4, 1]])), {
      asksList: false,
    });
    expect(part).toEqual({ kind: "table", rows: [rows(12)[0], ["Thing 4", "£4"]] });
  });

  it("are all rows where none or many do, where the table is short, and where all of a kind were asked for", () => {
    const many = new Map(Array.from({ length: 6 }, (_, at) => [at, 1] as const));
    const table = (count: number): Block => ({ kind: "table", rows: rows(count) });
    const whole = (count: number, own: ReadonlyMap<number, number>, asksList = false): boolean =>
      answeringPart(table(count), linesOf(count, own), { asksList }) !== undefined &&
      (answeringPart(table(count), linesOf(count, own), { asksList }) as { rows: unknown[] }).rows.length ===
        count + 1;
    expect(whole(12, new Map())).toBe(true);
    expect(whole(12, many)).toBe(true);
    expect(whole(3, new Map([[1, 1]]))).toBe(true);
    expect(whole(12, new Map([[4, 1]]), true)).toBe(true);
    expect(whole(12, new Map([[4, 1]]))).toBe(false);
  });

  it("never leave out steps", () => {
    const steps: Block = {
      kind: "list",
      ordered: true,
      items: Array.from({ length: 12 }, (_, at) => `Do the ${at}th thing now`),
    };
    const lines = steps.items.map((text, at) => line(0, 0.1, { text, ownShare: at === 3 ? 1 : 0 }));
    expect(answeringPart(steps, lines, { asksList: false })).toBe(steps);
  });

  it("are the sentences of a long paragraph around the one that answers, with what it points back to", () => {
    const text = [
      "The house was built in 1802 by a family of weavers from the next valley.",
      "Breakfast is served in the old weaving room, where the looms still stand.",
      "It begins at eight and ends at ten, and later only if you ask the day before.",
      "The garden goes down to the river, and has apple trees that nobody has counted.",
      "In winter we light the stove and read.",
    ];
    const shares = [0.01, 0.02, 0.95, 0.01, 0.01];
    const lines = text.map((sentence, at) => line(0, shares[at] ?? 0, { text: sentence }));
    expect(answeringPart(paragraph(text.join(" ")), lines, { asksList: false })).toEqual(
      paragraph(`${text[1]} ${text[2]}`),
    );
  });
});
