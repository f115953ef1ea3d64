/**
 * Who is denied what: in "staff may enter, guests may not", which of the two the passages deny it to. Two clauses of a
 * sentence say it of two things, so that another wording of what is said turns both alike, and a swap turns only one.
 */
import type { Alignment } from "./alignment.ts";
import type { Clause } from "./statement.ts";

/** Opposites of which one side says yes: 1 where it is the first one. */
const YES_SIDES: Record<string, 1 | -1> = {
  included: 1,
  enabled: 1,
  allowed: 1,
  accepted: 1,
  open: 1,
  success: 1,
  kept: 1,
  started: 1,
  eligible: 1,
  public: 1,
  ignored: -1,
  hidden: -1,
};

export interface Contrast {
  /** How much likelier the passages deny it of what the sentence affirms it of than the other way round, -1 to 1. */
  denialMost: number;
  denialMean: number;
  valenceMost: number;
  valenceMean: number;
  demandMost: number;
  demandMean: number;
  /** The same of single words: how often their clauses there deny what is affirmed here or affirm what is denied. */
  valenceMismatch: number;
  nameMismatch: number;
}

export function isDeniedBy({ markers }: Pick<Clause, "markers">): boolean {
  return markers.has("not");
}

export function valenceOf({ markers, words }: Pick<Clause, "markers" | "words">): 1 | -1 {
  let valence: 1 | -1 = markers.has("not") ? -1 : 1;
  const counted = new Set<string>();
  for (const { opposites } of words)
    for (const { name, said, side } of opposites) {
      const yes = YES_SIDES[name];
      if (yes === undefined || counted.has(name)) continue;
      counted.add(name);
      if ((said ?? side) * yes < 0) valence = valence === 1 ? -1 : 1;
    }
  return valence;
}

export function contrastOf(
  { items, evidence, closeness, inClause }: Alignment,
  clauses: readonly Clause[],
): Contrast {
  const there = evidence.map((one) => ({
    denied: isDeniedBy(one),
    turned: valenceOf(one) < 0,
    demanded: one.markers.has("must") && !one.markers.has("optional"),
  }));
  type Side = keyof (typeof there)[number];
  const told = items.flatMap(({ word, clause }, index) => {
    if (word === undefined || word.isLight) return [];
    const shares = { denied: 0, turned: 0, demanded: 0 };
    let total = 0;
    there.forEach((one, at) => {
      if (inClause(index, at) < 0.7) return;
      const weight = Math.exp(closeness(clause, at, index) * SHARPNESS);
      total += weight;
      for (const side of ["denied", "turned", "demanded"] as const) if (one[side]) shares[side] += weight;
    });
    if (total === 0) return [];
    return [
      {
        word,
        clause,
        isName: word.isName,
        denied: shares.denied / total,
        turned: shares.turned / total,
        demanded: shares.demanded / total,
      },
    ];
  });
  const here = clauses.map((clause) => ({
    denied: isDeniedBy(clause),
    turned: valenceOf(clause) < 0,
    demanded: clause.markers.has("must") && !clause.markers.has("optional"),
  }));
  const isShared = (one: (typeof told)[number], clause: number): boolean =>
    (clauses[clause]?.words ?? []).some((word) =>
      word.keys.some((key) => /^[ws]:/.test(key) && one.word.keys.includes(key)),
    );
  const pairs = (side: Side): { most: number; mean: number } => {
    const leads: number[] = [];
    for (const yes of told)
      for (const no of told) {
        if (here[yes.clause]?.[side] !== false || here[no.clause]?.[side] !== true) continue;
        if (isShared(yes, no.clause) || isShared(no, yes.clause)) continue;
        leads.push(yes[side] - no[side]);
      }
    if (leads.length === 0) return { most: 0, mean: 0 };
    return { most: Math.max(...leads), mean: leads.reduce((sum, lead) => sum + lead, 0) / leads.length };
  };
  const mismatch = (some: typeof told): number =>
    some.length === 0
      ? 0
      : some.reduce(
          (sum, one) => sum + (here[one.clause]?.turned === true ? 1 - one.turned : one.turned),
          0,
        ) / some.length;
  const [denial, valence, demand] = [pairs("denied"), pairs("turned"), pairs("demanded")];
  return {
    denialMost: denial.most,
    denialMean: denial.mean,
    valenceMost: valence.most,
    valenceMean: valence.mean,
    demandMost: demand.most,
    demandMean: demand.mean,
    valenceMismatch: mismatch(told),
    nameMismatch: mismatch(told.filter(({ isName }) => isName)),
  };
}

const SHARPNESS = 8;
