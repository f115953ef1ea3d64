/** What is seen of a section for a question, without any statistics of the site. */
import { DAY_KINDS } from "./days.ts";
import type { QuestionUnit, ReadQuestion } from "./read-question.ts";
import type { ReadSentence, ReadText, SiteSection, SmallSite } from "./site-sections.ts";

export const SMALL_SITE_FEATURES = [
  // Directions of the encoder; 0 where the site has none.
  "vectorWhole",
  "vectorHeading",
  "vectorBody",
  "vectorSentence",
  "vectorAbove",
  // Shares of the question: by its own words, and by words and kinds.
  "wordsHeading",
  "wordsBody",
  "wordsSentence",
  "wordsAbove",
  "heldHeading",
  "heldBody",
  "heldSentence",
  "heldAbove",
  "held",
  // The same of what is asked for alone, not of what is asked of it.
  "topicHeading",
  "topicBody",
  "topicSentence",
  "topicAbove",
  "topicPlace",
  "rareHeld",
  // Its heading with those above it.
  "topicPath",
  "heldPath",
  // Its heading names the kind that is asked for, and few others do.
  "ownHeading",
  // How much of the heading was asked for.
  "headingAsked",
  "headingForeign",
  // Headings that are questions.
  "sameQuestion",
  // What the answer looks like.
  "formHeld",
  "formMissing",
  "formInHeld",
  // Where an address, a number or hours are asked for: the place that gives them all.
  "contactBlock",
  "hoursBlock",
  "rank",
  "found",
  "isLead",
  "isBrief",
  "length",
] as const;
export type SmallSiteFeature = (typeof SMALL_SITE_FEATURES)[number];

const INDEX = Object.fromEntries(SMALL_SITE_FEATURES.map((name, index) => [name, index])) as Record<
  SmallSiteFeature,
  number
>;

/** What a kind that is named in other words counts, against the word itself. */
const KIND_SHARE = 0.8;
/** The same where another of its kind may be named. */
const ONE_OF_MANY_SHARE = 0.4;
const SYNONYM_SHARE = 0.7;
const RELATED_SHARE = 0.7;

const CONTACT_KINDS = ["address", "phone", "email", "contact"];
const CONTACT_FORMS = ["phone", "email", "address"] as const;
const HOURS_KINDS: readonly string[] = ["hours", ...DAY_KINDS];

/** What the title of a page says of a section, against its own heading. */
const PAGE_SHARE = 0.8;

const BRIEF_WORDS = 8;
const LONG_WORDS = 150;

/** How much of a unit a text holds, 0 to 1. @param byKind in other words too. */
export function heldShare(
  unit: QuestionUnit,
  text: Pick<ReadText, "terms" | "kinds">,
  byKind: boolean,
): number {
  let held = 0;
  if (unit.terms.length > 0) {
    let count = 0;
    unit.terms.forEach((term, at) => {
      if (text.terms.has(term)) count++;
      else if (unit.related[at]?.some((other) => text.terms.has(other)) === true) count += RELATED_SHARE;
    });
    held = count / unit.terms.length;
  }
  if (!byKind) return held;
  if (held < SYNONYM_SHARE && unit.synonyms.some((term) => text.terms.has(term))) held = SYNONYM_SHARE;
  if (held < KIND_SHARE && unit.kinds.some((kind) => text.kinds.has(kind))) held = KIND_SHARE;
  if (held < ONE_OF_MANY_SHARE && unit.looseKinds.some((kind) => text.kinds.has(kind)))
    held = ONE_OF_MANY_SHARE;
  return held;
}

export function shareHeld(
  question: ReadQuestion,
  text: Pick<ReadText, "terms" | "kinds">,
  byKind: boolean,
): number {
  let sum = 0;
  for (const unit of question.units) sum += unit.weight * heldShare(unit, text, byKind);
  return sum / question.weight;
}

const TOPIC_WEIGHT = 1;

export function topicShare(question: ReadQuestion, text: Pick<ReadText, "terms" | "kinds">): number {
  let sum = 0;
  let total = 0;
  for (const unit of question.units) {
    if (unit.weight < TOPIC_WEIGHT) continue;
    total += unit.weight;
    sum += unit.weight * heldShare(unit, text, true);
  }
  return total === 0 ? shareHeld(question, text, true) : sum / total;
}

/** The same, in which a unit counts more that fewer sections hold. */
function rareShare(question: ReadQuestion, text: Pick<ReadText, "terms" | "kinds">, site: SmallSite): number {
  let sum = 0;
  let total = 0;
  for (const unit of question.units) {
    const count = Math.max(
      0,
      ...unit.terms.map((term) => site.sectionsWith.get(term) ?? 0),
      ...[...unit.kinds, ...unit.looseKinds].map((kind) => site.sectionsOfKind.get(kind) ?? 0),
    );
    const weight = unit.weight * Math.log(1 + site.sections.length / (count + 0.5));
    total += weight;
    sum += weight * heldShare(unit, text, true);
  }
  return total === 0 ? 0 : sum / total;
}

/** How few of the site's headings hold what this one holds of a unit that names a thing, 0 to 1. */
function ownHeading({ units }: ReadQuestion, heading: ReadText, site: SmallSite): number {
  let most = 0;
  for (const unit of units) {
    if (unit.weight < TOPIC_WEIGHT) continue;
    const held = heldShare(unit, heading, true);
    if (held === 0) continue;
    const count = Math.max(
      1,
      ...unit.terms.map((term) => site.headingsWith.get(term) ?? 0),
      ...[...unit.kinds, ...unit.looseKinds].map((kind) => site.headingsOfKind.get(kind) ?? 0),
    );
    most = Math.max(most, held / count);
  }
  return most;
}

export interface SectionSeen {
  section: SiteSection;
  features: Float64Array;
  /** The sentence that holds most of the question. */
  best: ReadSentence | undefined;
}

/** @param found score of its chunk by the words of the site, as a share of the best one's. */
export function describeSection(
  section: SiteSection,
  question: ReadQuestion,
  site: SmallSite,
  found: { score: number; rank: number },
): SectionSeen {
  const features = new Float64Array(SMALL_SITE_FEATURES.length);
  const set = (name: SmallSiteFeature, value: number | boolean): void => {
    features[INDEX[name]] = Number(value);
  };
  const { heading, body, above, sentences } = section;
  const whole: Pick<ReadText, "terms" | "kinds"> = {
    terms: new Set([...heading.terms, ...body.terms]),
    kinds: new Set([...heading.kinds, ...body.kinds]),
  };
  const withAbove = {
    terms: new Set([...whole.terms, ...above.terms]),
    kinds: new Set([...whole.kinds, ...above.kinds]),
  };
  set("vectorWhole", cosine(question.vector, section.whole));
  set("vectorHeading", cosine(question.vector, heading.vector));
  set("vectorBody", cosine(question.vector, body.vector));
  set("vectorSentence", Math.max(0, ...sentences.map(({ vector }) => cosine(question.vector, vector))));
  set("vectorAbove", cosine(question.vector, above.vector));
  set("wordsHeading", shareHeld(question, heading, false));
  set("wordsBody", shareHeld(question, body, false));
  set("wordsAbove", shareHeld(question, above, false));
  set("heldHeading", shareHeld(question, heading, true));
  set("heldBody", shareHeld(question, body, true));
  set("heldAbove", shareHeld(question, above, true));
  set("held", shareHeld(question, withAbove, true));
  set("topicHeading", topicShare(question, heading));
  set("topicBody", topicShare(question, body));
  const topicAbove = topicShare(question, above);
  set("topicAbove", topicAbove);
  set("topicPlace", Math.max(topicShare(question, heading), PAGE_SHARE * topicAbove));
  const path = {
    terms: new Set([...heading.terms, ...above.terms]),
    kinds: new Set([...heading.kinds, ...above.kinds]),
  };
  set("topicPath", topicShare(question, path));
  set("heldPath", shareHeld(question, path, true));
  set("ownHeading", ownHeading(question, heading, site));
  set("rareHeld", rareShare(question, whole, site));

  let best: ReadSentence | undefined;
  let mostHeld = -1;
  let mostWords = 0;
  let topic = 0;
  let formInHeld = 0;
  for (const sentence of sentences) {
    const held = shareHeld(question, sentence, true);
    mostWords = Math.max(mostWords, shareHeld(question, sentence, false));
    topic = Math.max(topic, topicShare(question, sentence));
    const wanted = formShare(question, sentence.forms);
    if (wanted > 0) {
      const together = {
        terms: new Set([...sentence.terms, ...heading.terms]),
        kinds: new Set([...sentence.kinds, ...heading.kinds]),
      };
      formInHeld = Math.max(formInHeld, wanted * topicShare(question, together));
    }
    if (held + 0.3 * wanted > mostHeld) {
      mostHeld = held + 0.3 * wanted;
      best = sentence;
    }
  }
  set("heldSentence", Math.max(0, ...sentences.map((sentence) => shareHeld(question, sentence, true))));
  set("wordsSentence", mostWords);
  set("topicSentence", topic);
  set("formInHeld", formInHeld);
  if (question.wanted.length > 0) {
    const share = formShare(question, section.forms);
    set("formHeld", share);
    set("formMissing", share === 0);
  }
  const asksFor = (kinds: readonly string[]): boolean =>
    question.units.some((unit) => unit.kinds.some((kind) => kinds.includes(kind)));
  if (asksFor(CONTACT_KINDS)) {
    set(
      "contactBlock",
      CONTACT_FORMS.filter((form) => section.forms.has(form)).length / CONTACT_FORMS.length,
    );
  }
  if (asksFor(HOURS_KINDS) && section.forms.has("time")) {
    const days = DAY_KINDS.filter((day) => body.kinds.has(day)).length;
    set("hoursBlock", Math.min(1, days / 2));
  }
  const asked = askedShare(question, heading);
  set("headingAsked", (asked * (1 + shareHeld(question, heading, true))) / 2);
  set("headingForeign", heading.kinds.size > 0 && asked === 0 && !section.isLead);
  if (section.isQuestion) set("sameQuestion", asked * shareHeld(question, heading, true));
  set("rank", found.rank === 0);
  set("found", found.score);
  set("isLead", section.isLead);
  set("isBrief", section.words < BRIEF_WORDS);
  set("length", Math.min(section.words, LONG_WORDS) / LONG_WORDS);
  return { section, features, best };
}

/** Share of what is wanted that is seen. */
export function formShare({ wanted }: ReadQuestion, forms: ReadonlySet<string>): number {
  if (wanted.length === 0) return 0;
  return wanted.filter((any) => any.some((form) => forms.has(form))).length / wanted.length;
}

/** How much of a heading was asked for, in its own words or by its kinds. */
function askedShare({ units, terms }: ReadQuestion, heading: ReadText): number {
  if (heading.terms.size === 0) return 0;
  const kinds = new Set(units.flatMap((unit) => [...unit.kinds, ...unit.looseKinds]));
  const byKind = [...heading.kinds].some((kind) => kinds.has(kind)) ? 1 : 0;
  let count = 0;
  for (const term of heading.terms) if (terms.has(term)) count++;
  return Math.max(count / heading.terms.size, byKind / Math.max(1, heading.terms.size - 1));
}

export function cosine(one: Float32Array | undefined, other: Float32Array | undefined): number {
  if (one === undefined || other === undefined) return 0;
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** What was seen of a section. */
export function featureOf({ features }: SectionSeen, name: SmallSiteFeature): number {
  return features[INDEX[name]] ?? 0;
}
