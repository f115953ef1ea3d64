/** What is said for politeness around a question, in any of the assistant's languages. */
import { dialogueWords } from "../../../dialogue/dialogue-words.ts";
import { readCourtesy } from "../../../routing/courtesy.ts";
import type { ConversationTopic } from "../../../routing/route.ts";
import { plainWords } from "../../../routing/utterance.ts";
import { takenOf, wordsOf, type CleanStep, type Cleaner, type CleanTools, type Taken } from "./clean-step.ts";
import {
  EMPTY_WORDS,
  FILLER_CLAUSES,
  HELP,
  LEADS,
  POLITE,
  SALUTATIONS,
  SIGN_OFFS,
  THANKS,
} from "./filler-phrases.ts";

const OF_COURTESY: ReadonlySet<ConversationTopic> = new Set([
  "greeting",
  "how-are-you",
  "thanks",
  "goodbye",
  "compliment",
  "capabilities",
]);

const either = (lists: Record<string, readonly string[]>): string => Object.values(lists).flat().join("|");
const END = String.raw`(?![\p{L}\p{N}])`;
const LEADS_BY_LANGUAGE = Object.values(LEADS).map(
  (leads) => new RegExp(`^(?:${leads.join("|")})${END}`, "iu"),
);
const WHOLE_LEAD = new RegExp(`^(?:${either(LEADS)})$`, "iu");
const FILLER_CLAUSE = new RegExp(`^(?:${either(FILLER_CLAUSES)})$`, "iu");
const SALUTATION = new RegExp(`^(?:${SALUTATIONS})${END}`, "iu");
const SIGN_OFF = new RegExp(
  String.raw`(?:^|[\n.!?,;])\s{0,3}(?:${SIGN_OFFS})${END}|[\n.!?;]\s{0,3}(?:${THANKS})(?=[,!.]?\s{1,3}\p{L}[\p{L}.'’-]{0,30}(?:\s\p{L}[\p{L}.'’-]{0,30})?[.!\s]{0,20}$)`,
  "iu",
);
/** In capitals, so that no question is taken for one. */
const NAME_BEHIND = /^[ \t]{0,3}[,.!]?(?:\s{1,3}\p{Lu}[\p{L}.'’-]{0,30}){0,4}[.!\s]{0,20}$/u;
const ENDING = new RegExp(
  String.raw`(?<=[\p{L}\p{N}\p{M}?!.,;:)\s])[\s,;.!?]{1,20}(?:${POLITE})${END}[\s.!]{0,20}$`,
  "iu",
);
const HELP_ENDING = new RegExp(String.raw`[?!.,;]\s{0,3}(?:${HELP})${END}[\s.!]{0,20}$`, "iu");
const IS_POLITE = new RegExp(`^(?:${POLITE})$`, "iu");
const OPENING_WORD = new RegExp(`^(?:${POLITE}|${HELP}|${EMPTY_WORDS})${END}`, "iu");

/** What clauses end with. */
const BORDER = /[.!?…;:,]+(?=\s|$)|\n+/gu;

interface Clause {
  text: string;
  from: number;
  /** After its marks. */
  to: number;
  marks: string;
}

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const add = (end: number, to: number): void => {
    const clause = text.slice(from, end);
    if (/[\p{L}\p{N}]/u.test(clause))
      clauses.push({ text: clause.trim(), from, to, marks: text.slice(end, to) });
    else if (clauses.length > 0) (clauses.at(-1) as Clause).to = to;
    from = to;
  };
  for (const match of text.matchAll(BORDER)) add(match.index, match.index + match[0].length);
  add(text.length, text.length);
  return clauses;
}

/** Clauses around a question that are looked at. */
const MAX_CLAUSES = 12;
const MAX_OPENINGS = 8;
const MAX_GREETING_WORDS = 6;
const MAX_SALUTATION_WORDS = 6;

const plain = (text: string): string => text.toLowerCase().replace(/[’ʼ]/gu, "'");

/** Whether all of a clause is courtesy. */
function isCourtesyClause({ text, marks, from }: Clause, { language, isKnown }: CleanTools): boolean {
  const isFirst = from === 0;
  const words = plainWords(text);
  const { topic } = readCourtesy(words, language);
  if (topic !== undefined && OF_COURTESY.has(topic)) return true;
  if (IS_POLITE.test(plain(text))) return true;
  if (marks.startsWith("?")) return false;
  if (FILLER_CLAUSE.test(plain(text))) return true;
  // "Hello World, …" is no salutation where the pages write of it.
  const salutation = isFirst ? SALUTATION.exec(plain(text)) : null;
  if (salutation === null || words.length > MAX_SALUTATION_WORDS) return false;
  return wordsOf(text.slice(salutation[0].length)).every((word) => word.length < 4 || !isKnown(word));
}

function beginsQuestion(text: string, language: string): boolean {
  if (/^[¿¡]/u.test(text)) return true;
  const [first = ""] = /^[\p{L}'’ʼ-]+/u.exec(text) ?? [];
  const word = plain(first);
  if (
    /^(?:if|whether|ob|si|se|of|d'o[uù]|c'è|y-a-t-il|cuanto|cuanta|cuando|donde|como|cual|que|ou|ha|há|où)$/u.test(
      word,
    )
  )
    return true;
  const words = dialogueWords(language) ?? dialogueWords("en");
  const parts = [word, word.split(/['-]/u)[0] ?? ""];
  return parts.some(
    (part) =>
      words?.questionWords.has(part) === true ||
      words?.auxiliaries.has(part) === true ||
      words?.subjects.has(part) === true,
  );
}

/** The length of courtesy that a text opens with, where a question follows: "hey so quick question is there …". */
function openingLength(text: string, tools: CleanTools, depth = 0): number {
  if (depth >= MAX_OPENINGS) return 0;
  const marks = /^[¿¡\s]*/u.exec(text)?.[0].length ?? 0;
  for (const opening of openings(text.slice(marks), tools)) {
    const length = marks + opening;
    const rest = text.slice(length).replace(/^[\s,;:.!–-]+/u, "");
    const begun = text.length - rest.length;
    if (rest === "" || begun === 0) continue;
    const further = openingLength(rest, tools, depth + 1);
    if (further > 0) return begun + further;
    if (beginsQuestion(rest, tools.language)) return begun;
  }
  return 0;
}

/** Longest first. */
function* openings(text: string, { language, isKnown }: CleanTools): Generator<number> {
  const leads = LEADS_BY_LANGUAGE.map((lead) => lead.exec(plain(text))?.[0].length ?? 0);
  yield* leads.filter((length) => length > 0).sort((a, b) => b - a);
  const words = [...text.slice(0, 120).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ]*/gu)];
  // "¿Qué hay que hacer?" asks, though "¡qué hay!" greets.
  const asksFirst =
    (dialogueWords(language) ?? dialogueWords("en"))?.questionWords.has(plain(words[0]?.[0] ?? "")) === true;
  for (let count = Math.min(MAX_GREETING_WORDS, words.length - 1); count >= 1; count--) {
    const last = words[count - 1];
    if (last === undefined) continue;
    const end = last.index + last[0].length;
    const { topic } = readCourtesy(plainWords(text.slice(0, end)), language);
    if ((topic === "greeting" || topic === "thanks") && !asksFirst) yield end;
  }
  const single = OPENING_WORD.exec(plain(text))?.[0];
  if (single !== undefined && (!isKnown(single) || IS_POLITE.test(single))) {
    yield single.length;
  }
}

/** What remains must be able to be a question: a word that can be looked up. */
function canBeAsked(text: string, { isTelling }: CleanTools): boolean {
  return wordsOf(text).some((word) => /\p{L}/u.test(word) && isTelling(word));
}

export const withoutCourtesy: Cleaner = (original, tools) => {
  const taken: Taken[] = [];
  let text = original;
  const cut = (from: number, to: number, kind: "courtesy" | "filler"): boolean => {
    const rest = `${text.slice(0, from)}${text.slice(to)}`.trim();
    if (!canBeAsked(rest, tools)) return false;
    taken.push(takenOf(kind, text.slice(from, to)));
    text = rest;
    return true;
  };

  const signedOff = SIGN_OFF.exec(text);
  const isSignedOff =
    signedOff !== null && NAME_BEHIND.test(text.slice(signedOff.index + signedOff[0].length));
  if (isSignedOff && wordsOf(text.slice(0, signedOff.index)).length > 1) {
    const from = signedOff.index + (/^[?.!]/u.test(signedOff[0]) ? 1 : 0);
    cut(from, text.length, "courtesy");
  }
  for (let count = 0; count < MAX_CLAUSES; count++) {
    const clauses = clausesOf(text);
    const [first, last] = [clauses[0], clauses.at(-1)];
    if (first === undefined || last === undefined || clauses.length < 2) break;
    if (isCourtesyClause(first, tools) && cut(0, first.to, "courtesy")) continue;
    if (isLeadClause(first) && cut(0, first.to, "filler")) continue;
    if (isCourtesyClause(last, tools) && cut(last.from, text.length, "courtesy")) continue;
    const inner = clauses
      .slice(1, -1)
      .find((clause) => isCourtesyClause(clause, tools) || isLeadClause(clause));
    if (inner === undefined || !cut(inner.from, inner.to, "courtesy")) break;
  }
  for (const ending of [ENDING, HELP_ENDING, ENDING, ENDING]) {
    const found = ending.exec(text);
    if (found === null || wordsOf(text.slice(0, found.index)).length < 2) continue;
    const marks = /^[\s,;]*([.!?]*)/u.exec(found[0])?.[1] ?? "";
    cut(found.index + found[0].indexOf(marks) + marks.length, text.length, "courtesy");
  }
  for (const clause of clausesOf(text)) {
    const length = openingLength(clause.text, tools);
    if (length === 0) continue;
    const from = text.indexOf(clause.text);
    cut(from, from + length, "filler");
  }
  return taken.length === 0
    ? undefined
    : ({ text: text.replace(/^[\s,;:.!–-]+|[\s,;–-]+$/gu, ""), taken } satisfies CleanStep);
};

/** "Ich wollte mal kurz fragen, wie …": all of a clause leads the next one in. */
function isLeadClause({ text, marks }: Clause): boolean {
  return /^[,:.!\n]/u.test(marks) && WHOLE_LEAD.test(plain(text));
}
