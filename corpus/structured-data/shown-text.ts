/** Whether a page shows a text already, by its letters and digits. */
import type { OutlineItem } from "../parse/outline.ts";

export interface ShownText {
  has: (text: string) => boolean;
}

/** Of a long text its beginning tells; what is shorter than this stands in any text by chance. */
const COMPARED_CHARS = 120;
const MIN_CHARS = 4;

export function shownText(items: readonly OutlineItem[]): ShownText {
  const shown = items
    .map((item) => {
      if (item.kind === "list") return item.items.join(" ");
      if (item.kind === "table") return item.rows.flat().join(" ");
      return item.kind === "code" ? item.code : item.text;
    })
    .map(comparable)
    .join("\n");
  return {
    has(text) {
      const wanted = comparable(text).slice(0, COMPARED_CHARS);
      return wanted.length >= MIN_CHARS && shown.includes(wanted);
    },
  };
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
