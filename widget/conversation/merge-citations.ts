/** Where a run of citations ends at the latest. */
const BLOCKS = "p, li, td, th, blockquote, h3, h4, h5, h6";

interface Mark {
  readonly block: Element | null;
  readonly chips: HTMLElement[];
  /** Positions that it names, each once. */
  readonly positions: Set<string>;
}

/**
 * Shows one mark for a run of sentences that rest on the same sources: the last one, which stands for all of the text
 * before it. The others stay in the page, hidden, so that each keeps its place among the citations of the answer.
 */
export function mergeCitations(root: Element): void {
  const marks: Mark[] = [];
  for (const chip of root.querySelectorAll<HTMLElement>(".citation")) {
    const position = chip.textContent!;
    const before = marks.at(-1);
    if (before && isBeside(chip)) {
      hide(chip, before.positions.has(position));
      before.positions.add(position);
      before.chips.push(chip);
      continue;
    }
    hide(chip, false);
    marks.push({ block: chip.closest(BLOCKS), chips: [chip], positions: new Set([position]) });
  }
  marks.forEach((mark, index) => {
    const next = marks[index + 1];
    const same = next?.block === mark.block && isSame(next.positions, mark.positions);
    if (same) mark.chips.forEach((chip) => hide(chip, true));
  });
}

/** Nothing but space stands between this citation and the one before it. */
function isBeside(chip: Element): boolean {
  let node = chip.previousSibling;
  if (node instanceof Text && node.data.trim() === "") node = node.previousSibling;
  return node instanceof Element && node.matches(".citation");
}

function hide(chip: HTMLElement, hidden: boolean): void {
  if (chip.hidden !== hidden) chip.hidden = hidden;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
