/**
 * Marks that end sentences and questions in the scripts of the world (Unicode, Sentence_Terminal). Some scripts have
 * none, or leave them out of headings: there a question is told by the words that it begins or ends with.
 */

/** Marks behind which a space stands; after them a sentence ends only where the next one begins. */
const SPACED_END = ".!?…؟۔։።፧፨।॥။៕។‼⁇⁈⁉";

/** Marks of scripts that set no spaces between sentences, with what closes after them. */
const UNSPACED_END = "。！？｡";
const CLOSING = "\"'”’»)\\]";
const UNSPACED_CLOSING = "」』”’）》】〉";

/** The Greek question mark looks like a semicolon, and is one after normalisation. */
const GREEK_QUESTION = "(?<=\\p{Script=Greek}[\"'»”)]?)[;\u037e]";

/** Georgian letters count as lower-case though nothing begins with others. */
const BEGINNING = "[^\\p{Ll}\\s]|\\p{Script=Georgian}";
export const BEGINS_SENTENCE = new RegExp(`^(?:${BEGINNING})`, "u");

/**
 * A possible end of a sentence, and what is no lower-case letter behind it. The first group holds the marks, `dot`
 * the same where they are one full stop.
 */
export const SENTENCE_END = new RegExp(
  `((?:[${SPACED_END}]+|${GREEK_QUESTION})[${CLOSING}]*|[${UNSPACED_END}]+[${UNSPACED_CLOSING}]*)(?:\\s+|(?<=[${UNSPACED_END}${UNSPACED_CLOSING}]))(?=${BEGINNING})`,
  "gu",
);

/** The same of Markdown that is being written: with emphasis and citations behind the marks. */
export const CITED_SENTENCE_END = new RegExp(
  `(?:(?:[${SPACED_END}]+|${GREEK_QUESTION})["'”’»)*_]*|([${UNSPACED_END}]+))((?:[ \\t]*\\[[\\d,; ]{1,40}\\])*)[*_]{0,3}([ \\t]*)(?=([^\\s]))`,
  "gu",
);

/** What may turn out to be the end of a sentence when more comes. */
export const MAY_BE_END = new RegExp(
  `(?:[ \\t]*\\[[\\d,; ]{1,40}\\])*(?:[${SPACED_END}${UNSPACED_END};\u037e]["'”’»)*_]*[ \\t]*)?(?:\\[[\\d,; ]{0,40}(?:\\][ \\t]*|$))*[*_]{0,3}[ \\t|]*$`,
  "u",
);

/** Closes as a sentence does, or as what announces something. */
export const CLOSED_END = new RegExp(
  `(?:[${SPACED_END}${UNSPACED_END}:：]|${GREEK_QUESTION})[${CLOSING}${UNSPACED_CLOSING}]*$`,
  "u",
);

/** Announces what follows. */
export const ANNOUNCING_END = /[:：]$/;

const QUESTION_END = new RegExp(`(?:[?？؟⁇⁈⸮፧]|${GREEK_QUESTION})[${CLOSING}${UNSPACED_CLOSING}\\s]*$`, "u");

/** Armenian sets its mark over the vowel that is stressed, within the question. */
const ARMENIAN_QUESTION = /\p{Script=Armenian}՞/u;

/** Words that make a question of a heading, where it has no mark. */
const ASKING_WORDS =
  /か[。]?$|[吗嗎呢][。]?$|^(?:如何|怎么|怎麼|怎样|怎樣|什么是|什麼是|为什么|為什麼)|(?:까|나요|[는은인한된]가요)[.]?$|(?:ไหม|อะไร|อย่างไร|ยังไง|ทำไม|เมื่อไร|เมื่อไหร่|ที่ไหน|เท่าไร|เท่าไหร่|ใคร|หรือไม่)$|^តើ/u;

/** Whether a sentence asks, by its mark. */
export function asksQuestion(text: string): boolean {
  return QUESTION_END.test(text) || ARMENIAN_QUESTION.test(text);
}

/** Whether a heading asks: by its mark, or by its words in languages that seldom set one. */
export function isQuestionHeading(heading: string): boolean {
  return asksQuestion(heading) || ASKING_WORDS.test(heading.trim());
}

/** Without the marks and spaces at its end. */
export function withoutEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && (END_MARKS.has(text[end - 1] ?? "") || isGreekMark(text, end))) end--;
  return text.slice(0, end);
}

const END_MARKS: ReadonlySet<string> = new Set(" ?.？。؟۔।፧።։".split(""));

function isGreekMark(text: string, end: number): boolean {
  return /^[;\u037e]$/.test(text[end - 1] ?? "") && /\p{Script=Greek}/u.test(text[end - 2] ?? "");
}
