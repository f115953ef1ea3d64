import type { OutlineItem } from "../../parse/outline.ts";
import type { DocumentResult } from "../format-reader.ts";
import { textFragment } from "../fragments.ts";
import { isDraftStatus } from "../draft-status.ts";

export interface QuestionAnswer {
  question: string;
  answer: string;
  url?: string | undefined;
  title?: string | undefined;
  category?: string | undefined;
  language?: string | undefined;
  date?: string | undefined;
  status?: string | undefined;
}

/** Questions by the page that they lie on; those without an address lie where the file lies. */
export function questionDocuments(pairs: readonly QuestionAnswer[], title: string): DocumentResult[] {
  const pages = new Map<string, QuestionAnswer[]>();
  let drafts = 0;
  for (const pair of pairs) {
    if (pair.question === "" || pair.answer === "") continue;
    if (isDraftStatus(pair.status)) {
      drafts += 1;
      continue;
    }
    const [address = ""] = (pair.url ?? "").split("#", 1);
    pages.set(address, [...(pages.get(address) ?? []), pair]);
  }
  const documents: DocumentResult[] = [...pages].map(([address, questions]) => {
    const [first] = questions;
    const own = questions.find((pair) => pair.title !== undefined)?.title;
    const outlines = questions.map((pair) => textFragment(pair.answer, { headingDepth: 4 }));
    const items: OutlineItem[] = [];
    let category: string | undefined;
    for (const [index, pair] of questions.entries()) {
      if (pair.category !== undefined && pair.category !== category) {
        items.push({ kind: "heading", depth: 2, text: pair.category, anchor: "" });
      }
      category = pair.category;
      const depth = category === undefined ? 2 : 3;
      const anchor = pair.url?.split("#").slice(1).join("#") ?? "";
      const text = pair.question.replace(/\s+/g, " ").replace(/`/g, "'");
      items.push({ kind: "heading", depth, text, anchor, standsAlone: true });
      items.push(...(outlines[index]?.items ?? []));
    }
    return {
      ...(address !== "" && { address }),
      title: own ?? title,
      ...(first?.language !== undefined && { language: first.language }),
      ...(first?.date !== undefined && questions.length === 1 && { date: first.date }),
      fields: {},
      items,
      links: outlines.flatMap(({ links }) => links),
      anchors: items.flatMap((item) => (item.kind === "heading" && item.anchor !== "" ? [item.anchor] : [])),
      dropped: [],
      problems: [],
    };
  });
  if (drafts > 0) {
    documents.push({ skipped: "draft", detail: `${drafts} questions that are not published`, problems: [] });
  }
  return documents;
}
