/** What a reader makes of a file: documents, before they have an address and are cut into chunks. */
import type { OutlineItem } from "../parse/outline.ts";
import type { PageLink } from "../parse/inline-text.ts";

export interface ReadDocument {
  /** Where the document itself says that it lies: a URL, a path from the root of the host, or one from the site's base. */
  address?: string;
  title?: string;
  description?: string;
  /** BCP 47. */
  language?: string;
  /** Of its last change, as it writes it. */
  date?: string;
  /** All fields of its front matter, as they were written. */
  fields: Readonly<Record<string, unknown>>;
  /** Whether there is front matter, be it empty. */
  hasFrontMatter?: boolean;
  items: OutlineItem[];
  /** What it says of the whole site, such as hours and numbers: of the pages that say the same, one is cited. */
  siteFacts?: OutlineItem[];
  links: PageLink[];
  /** Every id that a link to this document may name. */
  anchors: string[];
  /** Visible text that is in none of the items, by why. */
  dropped: DroppedText[];
  problems: DocumentProblem[];
}

/** Words that a reader of the document sees, and that are in no passage. */
export interface DroppedText {
  reason: DropReason;
  words: number;
  /** Code blocks among it; absent where there is none. */
  code?: number;
  /** Tables among it; absent where there is none. */
  tables?: number;
}

/** Furniture is meant to be dropped; the others are losses, and reports name the page. */
export const DROP_REASONS = {
  "furniture": { isLoss: false, label: "menus, footers and their like" },
  "repeated": { isLoss: false, label: "the same on many pages" },
  "hidden": { isLoss: false, label: "hidden from readers" },
  "opted-out": { isLoss: false, label: "kept out of search by its author" },
  "unknown-value": { isLoss: true, label: "sentences whose value is only known when the site is built" },
  "include-missing": { isLoss: true, label: "included files that were not found" },
  "component": { isLoss: true, label: "components that make their text when the site is built" },
  "too-deep": { isLoss: true, label: "nested too deeply" },
} as const satisfies Record<string, { isLoss: boolean; label: string }>;
export type DropReason = keyof typeof DROP_REASONS;

export interface DocumentProblem {
  kind:
    | "invalid-front-matter"
    | "invalid-mdx"
    | "invalid-markup"
    | "wrong-encoding"
    | "pages-without-text"
    | "pages-unreadable"
    | "pages-cut"
    | "macros-not-run";
  detail: string;
}

/** Why a file, or a part of it, is no page. */
export interface LeftOut {
  skipped: LeftOutReason;
  detail?: string;
  problems: DocumentProblem[];
}

export type LeftOutReason =
  | "draft"
  | "empty"
  | "noindex"
  | "error-page"
  | "redirect"
  | "listing"
  | "not-a-page"
  | "unparsable"
  | "encrypted";
