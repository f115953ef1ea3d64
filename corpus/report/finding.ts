/** What `check` can find on a page. */
export const FINDING_KINDS = [
  "missing-title",
  "too-short",
  "broken-link",
  "broken-anchor",
  "stale",
  "oversize-passage",
  "lost-text",
  "page-not-published",
  "anchor-not-published",
  "title-not-published",
  "page-moved",
  "page-not-asked",
] as const;

export interface Finding {
  kind: (typeof FINDING_KINDS)[number];
  path: string;
  detail: string;
}
