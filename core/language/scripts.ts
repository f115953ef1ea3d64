/** What the script of a text says of its language. */

/** Scripts in which one language is by far the commonest on the web, with the language. */
const LANGUAGE_OF_SCRIPT: readonly { pattern: RegExp; language: string; lettersPerSign: number }[] = [
  // A sign of these writes a syllable or a word, so that few of them outweigh a Latin product name.
  { pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: "ja", lettersPerSign: 3 },
  { pattern: /\p{Script=Han}/gu, language: "zh", lettersPerSign: 4 },
  { pattern: /\p{Script=Hangul}/gu, language: "ko", lettersPerSign: 3 },
  { pattern: /\p{Script=Cyrillic}/gu, language: "ru", lettersPerSign: 1 },
  { pattern: /\p{Script=Arabic}/gu, language: "ar", lettersPerSign: 1.5 },
  { pattern: /\p{Script=Hebrew}/gu, language: "he", lettersPerSign: 1.5 },
  { pattern: /\p{Script=Greek}/gu, language: "el", lettersPerSign: 1 },
  { pattern: /\p{Script=Devanagari}/gu, language: "hi", lettersPerSign: 1.5 },
  { pattern: /\p{Script=Thai}/gu, language: "th", lettersPerSign: 1.5 },
  { pattern: /\p{Script=Bengali}/gu, language: "bn", lettersPerSign: 1.5 },
  { pattern: /\p{Script=Tamil}/gu, language: "ta", lettersPerSign: 1.5 },
  { pattern: /\p{Script=Telugu}/gu, language: "te", lettersPerSign: 1.5 },
  { pattern: /\p{Script=Gujarati}/gu, language: "gu", lettersPerSign: 1.5 },
  { pattern: /\p{Script=Georgian}/gu, language: "ka", lettersPerSign: 1 },
  { pattern: /\p{Script=Armenian}/gu, language: "hy", lettersPerSign: 1 },
];

/** Letters that a language of a shared script has and the commonest one has not. */
const TELLING_LETTERS: readonly { language: string; of: string; pattern: RegExp }[] = [
  { language: "uk", of: "ru", pattern: /[іїєґ]/iu },
  { language: "be", of: "ru", pattern: /ў/iu },
  { language: "sr", of: "ru", pattern: /[ђјљњћџ]/iu },
  { language: "ur", of: "ar", pattern: /[ٹڈڑںے]/u },
  { language: "fa", of: "ar", pattern: /[پچژگکی]/u },
];

/** Russian has one of these in nearly every sentence, Bulgarian none. */
const RUSSIAN_ONLY = /[ыэё]/iu;
/** A hard sign between consonants is a vowel of Bulgarian; in Russian it stands before a soft vowel only. */
const BULGARIAN_VOWEL = /[бвгджзклмнпрстфхцчшщ]ъ[бвгджзклмнпрстфхцчшщ]/iu;

/** A share of the letters that decides: product names in Latin letters are part of any question. */
const DECIDING_SHARE = 0.5;

/** A language without Latin letters that the text is mostly written in; absent: the text is mostly Latin. */
export function languageOfScript(text: string): { language: string; share: number } | undefined {
  if (!/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return undefined;
  let total = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  let best: { language: string; letters: number } | undefined;
  let hasKana = false;
  for (const { pattern, language, lettersPerSign } of LANGUAGE_OF_SCRIPT) {
    const letters = (text.match(pattern)?.length ?? 0) * lettersPerSign;
    if (letters === 0) continue;
    total += letters;
    // Japanese is the language that mixes its own signs with Chinese ones.
    if (language === "ja") hasKana = true;
    const counted = language === "zh" && hasKana ? "ja" : language;
    if (best?.language === counted) best = { language: counted, letters: best.letters + letters };
    else if (best === undefined || letters > best.letters) best = { language: counted, letters };
  }
  if (best === undefined || best.letters < total * DECIDING_SHARE) return undefined;
  return { language: withinScript(best.language, text), share: best.letters / total };
}

function withinScript(language: string, text: string): string {
  const telling = TELLING_LETTERS.find(({ of, pattern }) => of === language && pattern.test(text));
  if (telling !== undefined) return telling.language;
  if (language === "ru" && BULGARIAN_VOWEL.test(text) && !RUSSIAN_ONLY.test(text)) return "bg";
  return language;
}
