/** Whether a sentence names a day of the week where its passages name another one of the same thing. */
import type { Finding } from "./findings.ts";
import { closeness, type EvidenceClause } from "./read-passage.ts";
import { bestOf, contextOf, type CheckedStatement } from "./sentence-context.ts";
import type { Word } from "./statement.ts";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(
  (day) => `m:${day}`,
);
const OTHER_DAY = { closeness: 0.5, lead: 0.3 };

export function findCalendarProblems(statement: CheckedStatement, found: Set<Finding>): void {
  const { clauses, evidence } = statement;
  for (const clause of clauses) {
    if (clause.markers.has("not") || clause.markers.has("except") || clause.markers.has("if")) continue;
    const named = clause.words.filter((word) => daysOf(word).length > 0);
    const days = new Set(named.flatMap(daysOf));
    // "From Monday to Saturday" tells of days that it does not name.
    if (days.size !== 1) continue;
    const [day = ""] = days;
    const context = contextOf(statement, clause, named);
    const measure = (one: EvidenceClause): number => closeness(context, one);
    const known = evidence.filter((one) => hasDay(one) || isDaily(one));
    const own = bestOf(
      known.filter((one) => isDaily(one) || one.sentence.keys.has(day) || daysIn(one).size > 1),
      measure,
    );
    const other = bestOf(
      known.filter((one) => !isDaily(one) && daysIn(one).size === 1 && !one.sentence.keys.has(day)),
      measure,
    );
    if (other === undefined || other.score < OTHER_DAY.closeness) continue;
    if (other.score - (own?.score ?? 0) >= OTHER_DAY.lead) found.add("otherDay");
  }
}

function daysOf({ keys }: Word): string[] {
  const days = keys.filter((key) => DAYS.includes(key));
  // A weekend is two of them.
  return days.length === 1 ? days : [];
}

function daysIn({ sentence }: EvidenceClause): Set<string> {
  return new Set(DAYS.filter((day) => sentence.keys.has(day)));
}

function hasDay(one: EvidenceClause): boolean {
  return daysIn(one).size > 0;
}

function isDaily({ markers, sentence }: EvidenceClause): boolean {
  return markers.has("all") || sentence.keys.has("o:weekdays");
}
