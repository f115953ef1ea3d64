/** How far two judges agree about the same answers. */
import { VERDICTS, type Verdict } from "./verdict.ts";

export interface Agreement {
  /** Answers that both have judged. */
  count: number;
  /** Share of them with the same verdict; null for none. */
  share: number | null;
  /**
   * Cohen's kappa: the agreement beyond what two judges with these habits reach by chance, 1 for all of it and 0 for
   * none. Null where chance alone agrees in everything: both gave the same one verdict throughout.
   */
  kappa: number | null;
  /** How often the first judge said the one and the second the other: `table[first][second]`. */
  table: Record<Verdict, Record<Verdict, number>>;
}

/** Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960). */
export function measureAgreement(pairs: readonly (readonly [first: Verdict, second: Verdict])[]): Agreement {
  const row = (): Record<Verdict, number> => ({ defended: 0, half: 0, not: 0 });
  const table: Agreement["table"] = { defended: row(), half: row(), not: row() };
  for (const [first, second] of pairs) table[first][second]++;
  const count = pairs.length;
  if (count === 0) return { count, share: null, kappa: null, table };
  const same = VERDICTS.reduce((sum, verdict) => sum + table[verdict][verdict], 0);
  const firsts = (verdict: Verdict): number =>
    VERDICTS.reduce((sum, other) => sum + table[verdict][other], 0);
  const seconds = (verdict: Verdict): number =>
    VERDICTS.reduce((sum, other) => sum + table[other][verdict], 0);
  // In whole numbers, so that a chance of exactly 1 is told from one that is only near it.
  const byChance = VERDICTS.reduce((sum, verdict) => sum + firsts(verdict) * seconds(verdict), 0);
  const kappa =
    byChance === count * count ? null : (same / count - byChance / count ** 2) / (1 - byChance / count ** 2);
  return { count, share: same / count, kappa, table };
}
