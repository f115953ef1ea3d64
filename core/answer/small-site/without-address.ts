/**
 * A visitor's question without what only addresses the business: "do *you guys* sell", "*is it you who* does", "*any
 * chance you could*". On a few pages each such word would be looked for, and the answer refused for the lack of it.
 */
import { baseLanguage } from "../../language/base-language.ts";

/** As pieces of patterns over text in lower case, with what stands in their place. */
const ADDRESSES: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/(?<=\b(?:you|u|ya|ye)) (?:guys|lot|folks|people|all|chaps|ladies|gents|lads|there)\b(?= \p{L})/gu, ""],
    [/\b(?:yous|youse|y'?all)\b/gu, "you"],
    [
      /^(?:so |and )?(?:is it|are|r|was it|would it be) (?:you|u)(?: the (?:one|ones|people|company|place|shop))? (?:who|that|which) (?:do|does)\b/gu,
      "do you do",
    ],
    [
      /^(?:so |and )?(?:is it|are|r|was it|would it be) (?:you|u)(?: the (?:one|ones|people|company|place|shop))? (?:who|that|which) (\p{L}{2,20}?)(?:e?s)?\b/gu,
      "do you $1",
    ],
    [
      /\b(?:is there )?any (?:chance|way|possibility|hope)(?: that| of| at all)? (?:you|u|i|we) (?:(?:could|can|might|would|may)(?: be able to)? )?/gu,
      "can you ",
    ],
    [
      /\bwould (?:you|u|i|we) (?:be able|be willing|be happy|be prepared|be up for|mind)(?: to)?\b/gu,
      "can you",
    ],
    [
      /\bwould it be (?:possible|ok|okay|alright|all right|a problem)(?: for (?:me|us|you))?(?: to| if)\b/gu,
      "can i",
    ],
    [
      /\b(?:you|u) (?:happen to|by any chance|possibly|perhaps|maybe|actually|still|even|also) (?=\p{L})/gu,
      "you ",
    ],
    [
      /\b(?:am i right in thinking|i take it|i assume|i presume|i suppose|i gather|presumably)(?: that)?\b/gu,
      "",
    ],
  ],
  de: [
    [/(?<=\b(?:ihr|sie|euch)) (?:leute|jungs|alle|lieben|zusammen)\b(?= \p{L})/gu, ""],
    [/^(?:seid ihr|sind sie|bist du)(?: die| das| der| diejenigen| es)?,? (?:die|das|der|welche)\b/gu, ""],
    [/\b(?:zufällig|vielleicht|eventuell|evtl|überhaupt|eigentlich)\b/gu, ""],
    [/\b(?:wäre|ist) es (?:irgendwie )?möglich,?(?: dass)?\b/gu, "kann"],
    [/\bwär(?:et|t|en) (?:ihr|sie) (?:bereit|in der lage),?\b/gu, "könnt ihr"],
  ],
  es: [
    [/\b(?:sois vosotros|son ustedes|eres tú)(?: los| las)? (?:que|quienes)\b/gu, ""],
    [/\b(?:por casualidad|acaso|quizás?|tal vez)\b/gu, ""],
    [/\bser[ií]a posible(?: que)?\b/gu, "se puede"],
  ],
  fr: [
    [/\b(?:est-ce (?:que c'est )?vous|c'est (?:bien )?vous)(?: les)? qui\b/gu, ""],
    [/\b(?:par hasard|éventuellement|peut-être)\b/gu, ""],
    [/\b(?:serait-il|est-il|il serait|ce serait) possible (?:de|d'|que)\b/gu, "peut-on "],
  ],
  it: [
    [/\b(?:siete voi|è lei|sei tu)(?: quelli)? (?:che|a)\b/gu, ""],
    [/\b(?:per caso|magari|eventualmente)\b/gu, ""],
    [/\bsarebbe possibile\b/gu, "si può"],
  ],
  nl: [
    [/\b(?:zijn jullie|bent u|ben jij)(?: het| degenen?)? (?:die|dat)\b/gu, ""],
    [/\b(?:toevallig|misschien|eventueel|eigenlijk)\b/gu, ""],
    [/\b(?:zou het|is het) mogelijk(?: zijn)?(?: om)?\b/gu, "kan"],
  ],
  pt: [
    [/\b(?:são vocês|é você|são os senhores)(?: os| as)? (?:que|quem)\b/gu, ""],
    [/\b(?:por acaso|talvez|eventualmente)\b/gu, ""],
    [/\bseria possível\b/gu, "pode-se"],
  ],
};

/** Longer texts tell a story, in which such words may stand for anything. */
const MAX_CHARS = 400;

/** The question itself where it addresses nobody, or nothing else would be left of it. */
export function withoutAddress(question: string, language: string): string {
  const base = baseLanguage(language);
  const addresses = Object.hasOwn(ADDRESSES, base) ? ADDRESSES[base] : undefined;
  if (addresses === undefined || question.length > MAX_CHARS) return question;
  const lower = question.toLowerCase().replace(/[’ʼ]/g, "'");
  let text = lower.trim();
  for (const [address, instead] of addresses) text = text.replace(address, instead);
  text = text.replace(/\s+/g, " ").trim();
  return text === lower.trim() || !/\p{L}{3}/u.test(text) ? question : text;
}
