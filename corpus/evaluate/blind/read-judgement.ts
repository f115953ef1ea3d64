/** Reads the verdict that a model wrote of one answer. */
import { findObject } from "../../completion/find-object.ts";
import { CAUSES, VERDICTS, type Cause, type Verdict } from "./verdict.ts";

export interface Judgement {
  verdict: Verdict;
  /** Null where the answer is defended, and where the model named none. */
  cause: Cause | null;
  note: string;
}

/** A sentence was asked for. */
const NOTE_MAX_CHARS = 500;

/** @returns undefined where there is no object with a verdict in the text. */
export function readJudgement(text: string): Judgement | undefined {
  return findObject(text, (value) =>
    typeof value === "object" && value !== null
      ? checkJudgement(value as Record<string, unknown>)
      : undefined,
  );
}

/** Of a model, or as it was kept. */
export function checkJudgement({
  verdict: given,
  cause,
  note,
}: Readonly<Record<string, unknown>>): Judgement | undefined {
  const word = wordOf(given);
  const verdict = VERDICTS.find((known) => word === known || word === `${known}-defended`);
  if (verdict === undefined) return undefined;
  return {
    verdict,
    cause: verdict === "defended" ? null : causeOf(cause),
    note: typeof note === "string" ? note.replace(/\s+/g, " ").trim().slice(0, NOTE_MAX_CHARS) : "",
  };
}

function causeOf(value: unknown): Cause | null {
  const word = wordOf(value);
  if (word === "" || word === "null" || word === "none") return null;
  return CAUSES.find((known) => known === word) ?? "other";
}

/** In any case, with spaces or lines between its parts. */
function wordOf(value: unknown): string {
  return typeof value === "string"
    ? value
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, "-")
    : "";
}
