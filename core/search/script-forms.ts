/**
 * Forms of words by their script, whatever the language of the corpus: a site in several languages has one analyzer,
 * and its pages are found all the same. Latin, Greek and Cyrillic words are left to the stemmer of the language.
 *
 * These are light stemmers: they take off what is written together with a word and is another word elsewhere (the
 * article and prepositions of Arabic and Hebrew, the particles of Korean) and the commonest endings. What is taken
 * off is taken off until nothing more can be, so that a word that merely begins so has one form too.
 */

/** Scripts and signs of which something is taken away; not the dashes and quotes that stand in any text. */
const MARKED_SCRIPT = /[\u0530-\u10ff\u1780-\u17ff\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Takes marks and variants of letters away that people leave out or mix up. */
export function plainLetters(text: string): string {
  if (!MARKED_SCRIPT.test(text)) return text.includes("\u00ad") ? text.replaceAll("\u00ad", "") : text;
  return (
    text
      // Soft hyphens, joiners and marks of direction; the pointing of Hebrew and Arabic; the elongation of letters.
      .replace(
        /[\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\u0591-\u05bd\u05bf-\u05c7]|[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g,
        "",
      )
      .replace(/[أإآٱ]/g, "ا")
      .replace(/[ىیې]/g, "ي")
      .replace(/ک/g, "ك")
      .replace(/[ةۀہھە]/g, "ه")
      .replace(/ؤ/g, "و")
      .replace(/ئ/g, "ي")
      // Marks of Armenian stand within a word.
      .replace(/[\u055b-\u055e]/g, "")
      .replace(DIGIT, asciiDigit)
  );
}

const DIGIT =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u17e0-\u17e9\u1040-\u1049]/g;

/** Digits of each script stand in a row that begins at a multiple of 16, or 6 behind one. */
function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0) & 0xf;
  return String(code >= 6 && digit >= "\u0966" && digit <= "\u09ef" ? code - 6 : code);
}

/**
 * The form by which a word is found.
 *
 * @param word lower case, as {@link plainLetters} writes it
 * @param language of the analyzer: Persian and Urdu share the script of Arabic and not its grammar
 * @returns undefined for a word of another script
 */
export function formOfScript(word: string, language: string): string | undefined {
  const first = word.codePointAt(0) ?? 0;
  if (first < 0x590) return undefined;
  if (ARABIC.test(word)) {
    if (language === "fa" || (language !== "ar" && PERSIAN.test(word)))
      return strip(word, [], PERSIAN_ENDINGS, 3);
    return language === "ur" ? word : arabicForm(word);
  }
  if (HEBREW.test(word)) return hebrewForm(word);
  if (HANGUL.test(word)) return koreanForm(word);
  if (DEVANAGARI.test(word)) return strip(word, [], HINDI_ENDINGS, 2);
  return undefined;
}

const ARABIC = /^\p{Script=Arabic}/u;
const PERSIAN = /[پچژگ]/;
const HEBREW = /^\p{Script=Hebrew}/u;
const HANGUL = /^\p{Script=Hangul}/u;
const DEVANAGARI = /^\p{Script=Devanagari}/u;

/** After light10 (Larkey, Ballesteros and Connell 2007), and the prepositions that it leaves. */
const ARABIC_ARTICLES = ["وال", "بال", "كال", "فال", "ولل", "ال", "لل"];
const ARABIC_ENDINGS = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];
const PERSIAN_ENDINGS = ["هايي", "هاي", "ها"];

function arabicForm(word: string): string {
  let form = word;
  const article = ARABIC_ARTICLES.find(
    (prefix) => form.startsWith(prefix) && form.length - prefix.length >= 2,
  );
  if (article !== undefined) form = form.slice(article.length);
  // "And", "with" and "for": one letter each.
  for (const letter of ["و", "ب", "ل"]) {
    if (form.startsWith(letter) && form.length > ARABIC_ROOT + 1) form = form.slice(1);
  }
  return strip(form, [], ARABIC_ENDINGS, 3);
}

/** Letters of most roots. */
const ARABIC_ROOT = 3;

const HEBREW_ENDINGS = ["ים", "ות", "ה", "ת"];
const HEBREW_FINALS: Readonly<Record<string, string>> = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };

/** "And" and the article, and before them or longer words prepositions of one letter. */
const HEBREW_PREFIX = /^(?:[וה](?=...)|[בכלמש](?=....))/;

function hebrewForm(word: string): string {
  const ending = HEBREW_ENDINGS.find((affix) => word.endsWith(affix) && word.length - affix.length >= 3);
  let form = ending === undefined ? word : word.slice(0, -ending.length);
  while (HEBREW_PREFIX.test(form)) form = form.slice(1);
  return form.replace(/[ךםןףץ]$/, (letter) => HEBREW_FINALS[letter] ?? letter);
}

/** Postpositions, longest first. */
const KOREAN_PARTICLES = [
  "으로부터",
  "에서부터",
  "에게서",
  "으로서",
  "으로써",
  "이라도",
  "에서",
  "에게",
  "한테",
  "으로",
  "까지",
  "부터",
  "보다",
  "처럼",
  "마다",
  "조차",
  "밖에",
  "라도",
  "이나",
  "이랑",
  "께서",
  "을",
  "를",
  "이",
  "가",
  "은",
  "는",
  "의",
  "에",
  "로",
  "와",
  "과",
  "도",
  "만",
  "나",
  "랑",
  "께",
  "들",
];

/** Forms of "do", "become" and "be", by which nouns become verbs, and polite endings. */
const KOREAN_VERB =
  /(?<=..)(?:(?:하|되|시키)(?:다|는|기|고|며|면|여|게|지|나|나요|려면|려고|세요|십시오|시면|도록|거나|지만|였다|는지)?|(?:합|됩|입)니(?:다|까)|(?:해|돼|했|됐|되었|하였)(?:야|요|서|다|습니다|어요|나요|는지|도|주세요)?|(?:할|될|한|된|함|됨)(?:까요|까|지|수|게요|다)?|(?:이에|예|인가|인지)요?)$/;

function koreanForm(word: string): string {
  let form = word;
  for (;;) {
    const verb = form.replace(KOREAN_VERB, "");
    const next = strip(verb, [], KOREAN_PARTICLES, 2);
    if (next === form) return form;
    form = next;
  }
}

/** After Ramanathan and Rao 2003. */
const HINDI_ENDINGS = [
  "ियों",
  "ियाँ",
  "ाओं",
  "ाएं",
  "ाएँ",
  "ुओं",
  "ों",
  "ें",
  "ओं",
  "एं",
  "एँ",
  "ीं",
  "ो",
  "े",
  "ू",
  "ु",
  "ी",
  "ि",
  "ा",
];

/** Takes affixes off as long as so many letters stay. */
function strip(
  word: string,
  prefixes: readonly string[],
  endings: readonly string[],
  minChars: number,
): string {
  let form = word;
  for (;;) {
    const room = form.length - minChars;
    const prefix = prefixes.find((affix) => affix.length <= room && form.startsWith(affix));
    if (prefix !== undefined) {
      form = form.slice(prefix.length);
      continue;
    }
    const ending = endings.find((affix) => affix.length <= room && form.endsWith(affix));
    if (ending === undefined) return form;
    form = form.slice(0, form.length - ending.length);
  }
}
