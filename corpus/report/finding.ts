/** What `check` can find on a page. */
export const FINDING_KINDS = [
  "missing-title",
  "too-short",
  "broken-link",
  "broken-anchor",
  "stale",
  "oversize-passage",
  "lost-text",
] as const;

export interface Finding {
  kind: (typeof FINDING_KINDS)[number];
  path: string;
  detail: string;
}
