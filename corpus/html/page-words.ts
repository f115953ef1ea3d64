/** The account of a page: how many words a reader of it sees that are in no passage, and why. */
import type { ElementContent } from "hast";
import { countWords } from "../chunk/words.ts";
import type { DropReason, DroppedText } from "../formats/document.ts";
import { isBlockName, MACHINERY } from "./elements.ts";
import type { Parent } from "./tree.ts";

export interface AccountInput {
  /** All that may be seen. */
  body: Parent;
  /** What is read. */
  isMain: (parent: Parent) => boolean;
  reasonOf: (node: ElementContent) => DropReason | undefined;
}

interface Account {
  text: string;
  code: number;
  tables: number;
}

export function accountForText({ body, isMain, reasonOf }: AccountInput): DroppedText[] {
  const accounts = new Map<DropReason, Account>();
  const visit = (parent: Parent, around: DropReason | undefined): void => {
    for (const child of parent.children as ElementContent[]) {
      const reason = around ?? reasonOf(child);
      if (child.type === "text") {
        if (reason !== undefined) accountOf(reason).text += child.value;
      } else if (child.type === "element" && !MACHINERY.has(child.tagName)) {
        const below = isMain(child) ? undefined : (reasonOf(child) ?? reason);
        const account = below === undefined ? undefined : accountOf(below);
        if (account !== undefined) {
          if (child.tagName === "pre") account.code += 1;
          if (child.tagName === "table") account.tables += 1;
          if (isBlockName(child.tagName) || child.tagName === "br") account.text += "\n";
        }
        visit(child, below);
        if (account !== undefined && isBlockName(child.tagName)) account.text += "\n";
      }
    }
  };
  const accountOf = (reason: DropReason): Account => {
    const known = accounts.get(reason);
    if (known !== undefined) return known;
    const account = { text: "", code: 0, tables: 0 };
    accounts.set(reason, account);
    return account;
  };
  visit(body, isMain(body) ? undefined : "furniture");
  return [...accounts]
    .map(([reason, { text, code, tables }]) => ({
      reason,
      words: countWords(text),
      ...(code > 0 && { code }),
      ...(tables > 0 && { tables }),
    }))
    .filter(({ words }) => words > 0)
    .sort((left, right) => (left.reason < right.reason ? -1 : 1));
}
