/** Whether the amounts of a sentence stand in its passages, and are said there of the same thing. */
import { compareAmounts, isBare, type Amount } from "./amounts.ts";
import { contactsOf } from "./contact-problem.ts";
import { isDerived, isOfRate } from "./derived-amount.ts";
import type { Finding } from "./findings.ts";
import { isOfOtherSubject } from "./other-subject.ts";
import { closeness, type EvidenceClause, type EvidenceSentence } from "./read-passage.ts";
import { bestOf, contextOf, type CheckedStatement } from "./sentence-context.ts";
import type { Clause, Word } from "./statement.ts";
import { unitOf } from "./units.ts";

/** An amount that is said of something else: how well the other one fits, and by how much better. */
const SWAPPED = { closeness: 0.6, lead: 0.3 };

export function findAmountProblems(statement: CheckedStatement, found: Set<Finding>): void {
  const evidence = statement.cited.flatMap(({ clauses }) => clauses);
  // A telephone number is no amount.
  const contacts = contactsOf(statement.text);
  for (const clause of statement.clauses) {
    for (const amount of clause.amounts) {
      const isWithin = contacts.some(({ from, to }) => amount.from >= from && amount.from < to);
      if (amount.isArticle === true || isWithin) continue;
      const problem = problemOf(amount, clause, statement, evidence);
      if (problem !== undefined) found.add(problem);
    }
  }
}

function problemOf(
  amount: Amount,
  clause: Clause,
  statement: CheckedStatement,
  evidence: readonly EvidenceClause[],
): Finding | undefined {
  const holds = ({ amounts, sentence }: EvidenceClause): boolean =>
    amounts.some((other) => isHeldBy(amount, other, sentence));
  const holding = evidence.filter(holds);
  if (holding.length === 0) {
    // What is denied may be all that lies outside of what the page says: "not in April".
    if (clause.markers.has("not") && (isBare(amount) || amount.dimension === "clock")) return undefined;
    if (
      isInCode(amount, statement) ||
      isInstance(amount, statement) ||
      isExample(amount, clause, statement, evidence) ||
      isCounted(amount, statement) ||
      isAsked(amount, statement) ||
      isDerived(amount, statement)
    )
      return undefined;
    // "In two ways" counts what the writer himself tells apart.
    if (amount.isWord && isBare(amount) && amount.values.every((value) => value <= 3)) return undefined;
    const isOtherUnit = evidence.some(({ amounts }) =>
      amounts.some(
        (other) => compareAmounts(amount, other) === "other-unit" && familyOf(amount) === familyOf(other),
      ),
    );
    return isOtherUnit ? "otherUnit" : "absentAmount";
  }
  const context = contextOf(statement, clause, [amount]);
  const measure = (one: EvidenceClause): number => closeness(context, one);
  const strictly = holding.filter(({ amounts }) =>
    amounts.some((other) => compareAmounts(amount, other) === "same"),
  );
  if (strictly.length === 0) return undefined;
  const own = bestOf(holding, measure);
  const others = statement.evidence.filter(
    (one) => one.amounts.some((other) => isComparable(amount, other)) && !holds(one),
  );
  if (
    isOfOtherRow(strictly, evidence, statement) ||
    isOfSibling(amount, clause, strictly, statement) ||
    isOfOtherSubject(amount, clause, strictly, statement)
  )
    return isOfRate(amount, statement) ? undefined : "otherRowsAmount";
  const other = bestOf(others, measure);
  if (own === undefined || other === undefined) return undefined;
  return other.score >= SWAPPED.closeness &&
    other.score - own.score >= SWAPPED.lead &&
    !isDerived(amount, statement)
    ? "swappedAmount"
    : undefined;
}

/** Money is changed for money and days for weeks; 30 euros are no slip for 30 days. */
function familyOf({ dimension }: Amount): string {
  if (/^(?:EUR|USD|GBP|cents)$/.test(dimension)) return "money";
  if (/^(?:time|months|clock|hour)$/.test(dimension)) return "time";
  return /^(?:mass|volume|length|(?:cubic|square) .*)$/.test(dimension) ? "measure" : dimension;
}

function isHeldBy(amount: Amount, other: Amount, { isCode, words }: EvidenceSentence): boolean {
  const relation = compareAmounts(amount, other);
  if (relation === "same") return isSamePeriod(amount, other);
  if (relation !== "bare") return false;
  if (isBare(amount) && isBare(other)) return true;
  // "10 DVDs" are not £10; "12" in "12 to 16 years" is in years.
  if (!isBare(other)) return !/^(?:EUR|USD|GBP|cents|percent)$/.test(other.dimension);
  return isCode || words.some(({ text }) => unitOf(text.toLowerCase())?.dimension === amount.dimension);
}

/** €5 a month are no €5 a year; where one side names no period, the other one may. */
function isSamePeriod({ period }: Amount, other: Amount): boolean {
  return period === undefined || other.period === undefined || period === other.period;
}

/** "General admission is €7 and reduced €4": whether the sentence says one amount of all that the other one is said of. */
function isOfSibling(
  amount: Amount,
  clause: Clause,
  holding: readonly EvidenceClause[],
  { words, clauses, isTranslated }: CheckedStatement,
): boolean {
  if (isTranslated) return false;
  const isAmong = ({ keys }: Word, some: readonly Word[]): boolean =>
    some.some((word) => !word.isLight && word.keys.some((key) => keys.includes(key)));
  // What follows in another clause is said of something else.
  const own = clauses.slice(0, clauses.indexOf(clause) + 1).flatMap((one) => [...one.words]);
  const unsaid = (one: EvidenceClause, among: readonly Word[]): number =>
    one.words.filter((word) => !word.isLight && !isAmong(word, among)).length;
  const said = (one: EvidenceClause, other: EvidenceClause): Word[] =>
    one.words.filter(
      (word) => !word.isLight && isAmong(word, own) && !word.keys.some((key) => other.keys.has(key)),
    );
  return holding.every(
    (one) =>
      unsaid(one, words) > 0 &&
      one.sentence.group === undefined &&
      one.sentence.clauses.some(
        (other) =>
          other !== one &&
          other.amounts.some((near) => near.dimension === amount.dimension && near.isArticle !== true) &&
          !other.amounts.some((near) => isHeldBy(amount, near, other.sentence)) &&
          !other.amounts.some((near) =>
            clauses.some(({ amounts }) => amounts.some((said) => compareAmounts(said, near) === "same")),
          ) &&
          unsaid(other, own) === 0 &&
          said(other, one).length > 0,
      ),
  );
}

/** Whether all that holds an amount are rows that the sentence does not name, while it names another one of theirs. */
function isOfOtherRow(
  holding: readonly EvidenceClause[],
  others: readonly EvidenceClause[],
  { words }: CheckedStatement,
): boolean {
  const named = ({ sentence: { labelWords } }: EvidenceClause): number => {
    const label = labelWords.filter(({ isLight }) => !isLight);
    const hits = label.filter(({ keys }) =>
      words.some(
        (word) => !word.isLight && word.keys.some((key) => !/^[mbo]:/.test(key) && keys.includes(key)),
      ),
    );
    return label.length === 0 ? 0 : hits.length / label.length;
  };
  const groups = new Set(holding.map(({ sentence }) => sentence.group));
  if (groups.has(undefined) || holding.some((one) => named(one) > 0)) return false;
  return others.some(
    (one) =>
      one.sentence.group !== undefined && groups.has(one.sentence.group) && named(one) >= NAMED_LABEL_SHARE,
  );
}

const NAMED_LABEL_SHARE = 0.5;

/** Amounts of one kind, of which a thing has only one. */
function isComparable(a: Amount, b: Amount): boolean {
  if (b.isArticle === true || b.dimension === "month" || a.dimension === "month") return false;
  if (a.dimension === b.dimension) return true;
  return isBare(a) && isBare(b);
}

/** Code is compared as code. */
export function isInCode({ from }: Amount, { text }: CheckedStatement): boolean {
  return text.slice(0, from).split("`").length % 2 === 0;
}

/** Of the visitor's own words: no claim. */
function isAsked(amount: Amount, { asked }: CheckedStatement): boolean {
  return asked.some((other) => isSameOrBare(amount, other));
}

function isSameOrBare(amount: Amount, other: Amount): boolean {
  const relation = compareAmounts(amount, other);
  return relation === "same" || relation === "bare";
}

/** Somebody who is taken as an example: "a ten-year-old". */
export function isInstance(amount: Amount, { text: sentence }: CheckedStatement): boolean {
  const { from, to, text } = amount;
  const before = sentence.slice(Math.max(0, from - MAX_LOOKED_AT), from);
  const behind = sentence.slice(from + text.length, to + MAX_LOOKED_AT);
  return (
    /^[\s-]?(?:years?[\s-]olds?|jahre alt|jährig|año?s de edad|ans(?!\p{L})|jaar oud|anni(?!\p{L}))/iu.test(
      behind,
    ) ||
    /(?:\baged|\bage|\bchild of|\bkind von|\bniñ[oa]s? de|\benfants? de|\bbambin[oi] di|\bcrianças? de|\bkind van) $/iu.test(
      before,
    ) ||
    (isBare(amount) && /\bat $/iu.test(before) && !/^[\s-]?\p{L}/u.test(behind))
  );
}

/** "A 6 GB file" is an example of what the page says of files above 5 GB; "a 6 GB limit" is none. */
export function isExample(
  amount: Amount,
  clause: Clause,
  { text: sentence }: CheckedStatement,
  evidence: readonly EvidenceClause[],
): boolean {
  const before = sentence.slice(Math.max(0, amount.from - MAX_LOOKED_AT), amount.from);
  if (
    !/(?:^|\s)(?:an?|eine?[mnrs]?|une?|un[ao]?|uma?|een|with|mit|con|avec|com|met)\s[$€£]?$|\s(?:of|von|de|di|van|for|weighing|costing|worth)\s[$€£]?$/iu.test(
      before,
    )
  )
    return false;
  const comparable = evidence.filter(({ amounts }) =>
    amounts.some((other) => other.dimension === amount.dimension && other.isArticle !== true),
  );
  const isBound = ({ words }: EvidenceClause): boolean =>
    words.some(({ opposites }) => opposites.some(({ name }) => name === "bound"));
  if (
    comparable.some(({ amounts }) => amounts.some((other) => compareAmounts(amount, other) === "other-unit"))
  )
    return false;
  // The page says itself how much the thing beside the amount is.
  const beside = [
    clause.words.findLast(({ at, isLight }) => !isLight && at < amount.from),
    clause.words.find(({ at, isLight }) => !isLight && at >= amount.to),
  ];
  const isStated = comparable.some(
    (one) =>
      !isBound(one) &&
      beside.some((word) => word?.keys.some((key) => /^[sw]:/.test(key) && one.keys.has(key)) === true),
  );
  return !isStated && comparable.some(isBound);
}

const MAX_LOOKED_AT = 24;

function isCounted(amount: Amount, { cited }: CheckedStatement): boolean {
  return (
    amount.dimension === "count" &&
    cited.some(({ counts }) => amount.values.some((value) => counts.has(value)))
  );
}
