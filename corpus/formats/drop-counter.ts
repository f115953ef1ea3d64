import { countWords } from "../chunk/words.ts";
import type { DropReason, DroppedText } from "./document.ts";

export interface DropCounter {
  /** Counts a text that a reader of the document sees, and that is in none of its items. */
  drop: (reason: DropReason, text: string, kind?: "code" | "table") => void;
  /** In the order in which the reasons were met first. */
  dropped: () => DroppedText[];
}

export function createDropCounter(): DropCounter {
  const byReason = new Map<DropReason, DroppedText>();
  return {
    drop(reason, text, kind) {
      const known = byReason.get(reason) ?? { reason, words: 0 };
      // What nobody has seen has at least a word.
      known.words += text === "" && kind === undefined ? 1 : countWords(text);
      if (kind === "code") known.code = (known.code ?? 0) + 1;
      if (kind === "table") known.tables = (known.tables ?? 0) + 1;
      byReason.set(reason, known);
    },
    dropped: () => [...byReason.values()],
  };
}
