/** What single rules find in a sentence. None of them decides: each is weighed with how the sentence fits its passages. */
import type { UnsupportedReason } from "./entailment.ts";

export const FINDINGS = {
  absentCode: "code",
  absentContact: "name",
  absentAmount: "number",
  otherUnit: "unit",
  otherRowsAmount: "number",
  swappedAmount: "number",
  absentName: "name",
  unknownFullName: "name",
  otherLabel: "name",
  swappedName: "name",
  otherOrdinal: "number",
  amountBesideOther: "number",
  nameBesideOther: "name",
  otherDay: "number",
  deniedVerbatim: "negation",
  deniedOpposite: "negation",
  opposite: "opposite",
  deniedWord: "negation",
  demandsFree: "modality",
  freesDemand: "modality",
  deniesThere: "negation",
  speaksFirmly: "modality",
  needsNothing: "modality",
  turnedForm: "opposite",
  universal: "scope",
  moreThanOnly: "scope",
  saysException: "scope",
  offersUnknown: "unknown",
  unknownWords: "unknown",
} as const satisfies Record<string, UnsupportedReason>;

export type Finding = keyof typeof FINDINGS;
