/**
 * Citations in the brackets that some models were trained on, `【1】` and `【1†L3-L5】`, as the prompt asks for them: `[1]`.
 * What else stands in such brackets is left as it is. Only what a server itself puts there is read here, since the
 * beginning and the end of an answer are told by their citations; all other spellings are for `answer/tidy`, which knows
 * the pages.
 */
export interface PlainCitations {
  push(text: string): string;
  /** Returns what was held back. */
  end(): string;
}

const CITATION = /【\s?(\d{1,3})\s?(?:[†:][^【】\n]{0,60})?】/g;
const MAY_BECOME_CITATION = /【(?:\s?(?:\d{1,3}\s?(?:[†:][^【】\n]{0,60})?)?)?$/;

export function createPlainCitations(): PlainCitations {
  let held = "";
  return {
    push(text) {
      const all = (held + text).replace(CITATION, "[$1]");
      const from = all.lastIndexOf("【");
      const open = from === -1 ? -1 : MAY_BECOME_CITATION.test(all.slice(from)) ? from : -1;
      held = open === -1 ? "" : all.slice(open);
      return open === -1 ? all : all.slice(0, open);
    },
    end() {
      const rest = held;
      held = "";
      return rest;
    },
  };
}
