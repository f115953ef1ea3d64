/**
 * Takes code out of a text and puts it back: what the passes over a text never see, they can't change. Block by block,
 * so that a mark may open before a code block and close after it.
 */
import { codeSpans } from "./code-spans.ts";
import { STASHED_BLOCK, STASHED_END, STASHED_SPAN } from "./marks.ts";
import { protectCode } from "./protect-code.ts";

const PLACE = new RegExp(`[${STASHED_BLOCK}${STASHED_SPAN}](\\d+)${STASHED_END}`, "g");

export class CodeStash {
  readonly #kept: string[] = [];

  /** Each fenced block becomes one line. `change` sees its lines, the fences included. */
  hideFences(text: string, change: (block: string) => string = (block) => block): string {
    const lines: string[] = [];
    // What `protectCode` hands on is no code; what lies between two pieces of it is.
    protectCode(
      text,
      (prose) => {
        lines.push(prose);
        return prose;
      },
      (block) => {
        lines.push(this.#keep(change(block), STASHED_BLOCK));
        return block;
      },
    );
    return lines.join("\n");
  }

  hideSpans(text: string): string {
    if (!text.includes("`")) return text;
    let result = "";
    let start = 0;
    for (const [from, to] of codeSpans(text)) {
      result += text.slice(start, from) + this.#keep(text.slice(from, to), STASHED_SPAN);
      start = to;
    }
    return result + text.slice(start);
  }

  restore(text: string): string {
    // What was kept early may lie inside of what was kept late, never the other way round.
    return text.replace(PLACE, (_, index: string) => this.restore(this.#kept[Number(index)] ?? ""));
  }

  #keep(code: string, open: string): string {
    this.#kept.push(code);
    return `${open}${this.#kept.length - 1}${STASHED_END}`;
  }
}
