/**
 * What a reader sees of a rendered answer, and whether a beginning of it shows anything that the whole does not. Knows
 * nothing of Markdown or of how the renderer works. Both functions run in the page: they use nothing from outside.
 */

/** One character with the blocks that it stands in, white space left out. */
export interface ShownText {
  characters: string[];
  blocks: string[];
}

/** Reads the text of an answer in its order, without what the renderer itself writes above code. */
export function readShownText(container: Element): ShownText {
  const shown: ShownText = { characters: [], blocks: [] };
  const visit = (node: Node, block: string): void => {
    if (node instanceof Text) {
      for (const character of node.data) {
        if (/\s/.test(character)) continue;
        shown.characters.push(character);
        shown.blocks.push(block);
      }
      return;
    }
    if (!(node instanceof Element) || node.classList.contains("code-header")) return;
    const isBlock = /^(?:h[3-6]|ul|ol|blockquote|pre|th|td)$/.test(node.localName);
    const own = node.classList.contains("citation") ? "citation" : isBlock ? node.localName : "";
    for (const child of node.childNodes) visit(child, own === "" ? block : `${block} ${own}`);
  };
  visit(container, "");
  return shown;
}

/**
 * Compares a beginning of an answer with the whole.
 *
 * - Each character must come in the whole at its turn. The whole may have signs in between that could have become
 *   markup and did not: an asterisk that nothing closed. Letters and digits may not be missing.
 * - It must stand in the same blocks, but for what nobody can know in time: that a line will be underlined and so a
 *   heading, or the head of a table.
 *
 * @returns what is wrong, or undefined.
 */
export function findStrayText(beginning: ShownText, whole: ShownText): string | undefined {
  const couldBeMarkup = /[*_~`[\]()!<>\\|#&;:^="'\-+.]/;
  let at = 0;
  for (let index = 0; index < beginning.characters.length; index++) {
    const character = beginning.characters[index]!;
    const from = at;
    while (at < whole.characters.length && whole.characters[at] !== character) {
      if (!couldBeMarkup.test(whole.characters[at]!)) break;
      at++;
    }
    if (whole.characters[at] !== character) {
      const seen = beginning.characters.slice(Math.max(0, index - 20), index + 10).join("");
      return `shows "${seen}" where the whole has "${whole.characters.slice(Math.max(0, from - 20), from + 10).join("")}"`;
    }
    const [here, there] = [beginning.blocks[index]!, whole.blocks[at]!];
    const grows = there.replace(/ (?:h3|h4|th)(?= citation$|$)/, "") === here;
    if (here !== there && !grows) {
      const seen = beginning.characters.slice(Math.max(0, index - 20), index + 10).join("");
      return `shows "${seen}" in "${here}" that belongs in "${there}"`;
    }
    at++;
  }
  return undefined;
}
