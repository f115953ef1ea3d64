/** Lists: lines that begin with a mark, and what hangs below each. */
import { joinLines, textOfLine } from "./line-text.ts";
import { PARAGRAPH_GAP, type Column, type Found } from "./page-blocks.ts";

const BULLET = /^[•▪◦‣⁃○●■□➢➤✓✔∙·◆◇★▶►❖–—*-]\s+(?=\S)/u;
const NUMBER = /^\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+(?=\S)/;

interface Mark {
  kind: "bullet" | "number";
  /** With the space behind it. */
  length: number;
  label: string;
}

export function markOf(text: string): Mark | undefined {
  const bullet = BULLET.exec(text);
  if (bullet !== null) return { kind: "bullet", length: bullet[0].length, label: "" };
  const number = NUMBER.exec(text);
  if (number !== null) return { kind: "number", length: number[0].length, label: number[1] ?? "" };
  return undefined;
}

interface Item {
  mark: Mark;
  text: string;
  left: number;
}

export function listAt(column: Column, start: number): Found | undefined {
  const { lines, rules, pitch } = column;
  const first = lines[start];
  if (first === undefined) return undefined;
  const items: Item[] = [];
  let index = start;
  while (index < lines.length) {
    const line = lines[index];
    const before = lines[index - 1];
    if (line === undefined) break;
    const text = textOfLine(line, rules.marksCode);
    const mark = markOf(text);
    const open = items.at(-1);
    const gap = before === undefined || open === undefined ? 0 : line.baseline - before.baseline;
    const near = PARAGRAPH_GAP * Math.max(pitch, 1.05 * line.size);
    if (line.size > 1.15 * first.size || gap > 2.1 * near) break;
    if (mark !== undefined && (open === undefined || line.left > (items[0]?.left ?? 0) - line.size)) {
      if (
        mark.kind === "number" &&
        items[0]?.mark.kind === "bullet" &&
        line.left <= (items[0]?.left ?? 0) + 1
      )
        break;
      items.push({ mark, text: text.slice(mark.length), left: line.left });
    } else {
      const hangs = open !== undefined && line.left > open.left + 0.4 * line.size;
      const goesOn =
        before !== undefined && before.right > column.right - 0.15 * (column.right - column.left);
      if (open === undefined || !(hangs || goesOn) || (gap > near && !hangs)) break;
      open.text = gap > near ? `${open.text}\n${text}` : joinLines(open.text, text, rules.vocabulary);
    }
    index += 1;
  }
  return items.length === 0 ? undefined : { blocks: blocksOfItems(items), end: index };
}

/** Numbers are dropped where they are those of an ordered list; a list that goes on from elsewhere keeps its own. */
function blocksOfItems(items: readonly Item[]): Found["blocks"] {
  const [first] = items;
  if (first === undefined) return [];
  const outer = items.filter(({ left }) => left <= first.left + 6);
  const numbered = outer.filter(({ mark }) => mark.kind === "number");
  const isOrdered =
    numbered.length === outer.length && outer.every(({ mark }, index) => Number(mark.label) === index + 1);
  if (items.length === 1 && first.mark.kind === "number")
    return [{ kind: "paragraph", text: `${first.mark.label}. ${first.text}` }];
  const texts: string[] = [];
  for (const item of items) {
    const own = item.mark.kind === "number" && !isOrdered ? `${item.mark.label}. ${item.text}` : item.text;
    if (item.left <= first.left + 6 || texts.length === 0) texts.push(own);
    else {
      const mark = item.mark.kind === "number" ? `${item.mark.label}.` : "–";
      texts[texts.length - 1] = `${texts.at(-1) ?? ""}\n  ${mark} ${item.text.replace(/\n/g, "\n  ")}`;
    }
  }
  return [{ kind: "list", ordered: isOrdered, items: texts }];
}
