/** What a judge says of one answer. */

/** Defended: the answer stands as it is. Half: it helps, and lacks or adds something. Not: it does not stand. */
export const VERDICTS = ["defended", "half", "not"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why an answer is not defended, or only by half. */
export const CAUSES = [
  "wrong-section",
  "badly-quoted",
  "refused-answerable",
  "answered-absent",
  "not-found",
  "other",
] as const;
export type Cause = (typeof CAUSES)[number];

export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  defended: "Defended",
  half: "Half",
  not: "Not",
};

export const CAUSE_LABELS: Readonly<Record<Cause, string>> = {
  "wrong-section": "wrong section quoted",
  "badly-quoted": "quoted badly",
  "refused-answerable": "refused though answerable",
  "answered-absent": "answered though absent",
  "not-found": "passage not found",
  "other": "other",
};

/** What a verdict counts. */
export const VERDICT_SCORES: Readonly<Record<Verdict, number>> = { defended: 1, half: 0.5, not: 0 };
