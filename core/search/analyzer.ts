import { baseLanguage } from "../language/base-language.ts";
import { loadLanguagePipeline } from "./languages.ts";
import { formOfScript, plainLetters } from "./script-forms.ts";

/** A term as it stands in the index, with the word it came from. */
export interface AnalyzedTerm {
  term: string;
  word: string;
  /** It is a part of the identifier before it: `path` of `getStaticPaths`. */
  isPart?: true;
}

/** Text in, index terms out. The index and every query must be made by the same one. */
export interface Analyzer {
  /** BCP 47. */
  readonly language: string;
  /**
   * Terms in the order of the text, repeated as the text repeats them; stop words are left out.
   *
   * @param onStopWord is told of each of those.
   */
  analyze(text: string, onStopWord?: (word: string) => void): AnalyzedTerm[];
}

/** Longer words are data (hashes, encoded blobs), not something that is asked for. */
const MAX_TERM_CHARS = 64;

/** Nothing without a space or a separator is this long but data, or a script written without spaces. */
const MAX_PIECE_CHARS = 2000;

/** Word separators: white space, dashes, and the punctuation that glues names in code. */
const SEPARATORS =
  /[\s‐-―־/\\|,;:()[\]{}<>"“”„«»`*=+~^!?¿¡…،؛؟۔।॥։፡-፨။។-៖、。・「」『』【】《》〈〉\u200b]+/u;

/** Scripts that are written without spaces between words. */
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** An identifier whose parts are words of their own: `getStaticPaths`, `astro.config.mjs`, `max_bytes`. */
const COMPOUND = /[\p{Ll}\p{N}]\p{Lu}|[\p{L}\p{N}][._][\p{L}\p{N}]/u;
const COMPOUND_BORDER = /[._]|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;

/** Languages that join an article or a preposition to the word by an apostrophe: `l'installation`. */
const ELIDING_LANGUAGES: ReadonlySet<string> = new Set(["fr", "it", "ca"]);

/** Languages in which I is the capital of ı, and İ that of i. */
const DOTLESS_LANGUAGES: ReadonlySet<string> = new Set(["tr", "az"]);

/**
 * Creates the analyzer of a language: Unicode NFKC, split into words, trimmed, lower-cased, stop words
 * removed, stemmed, accents folded (people leave them out when they type). An identifier counts as itself and
 * as its parts, so that both `getStaticPaths` and "static paths" find it; so does a name such as `v-if`, whose
 * parts alone say nothing, while "client-side" is two words.
 *
 * Words of scripts that the language does not write are read by the rules of their script ({@link formOfScript}).
 *
 * @param language BCP 47; see {@link import("./languages.ts").STEMMED_LANGUAGES}.
 */
export async function createAnalyzer(language: string): Promise<Analyzer> {
  const pipeline = await loadLanguagePipeline(language);
  /** Made when it is first needed: it takes longer than all the rest. */
  let segmenter: Intl.Segmenter | undefined;
  /** Words repeat far more than they differ: stemming each once makes building several times faster. */
  const termOfWord = new Map<string, string>();

  const base = baseLanguage(language);
  const elides = ELIDING_LANGUAGES.has(base);
  // The Greek stemmer knows endings without accents.
  const readsPlain = base === "el";
  const isDotless = DOTLESS_LANGUAGES.has(base);
  const toLower = (word: string): string => (isDotless ? word.toLocaleLowerCase(base) : word.toLowerCase());
  const toTerm = (lowerCased: string): string => {
    // Not remembered either: nobody's data may fill the memory of an isolate.
    if (lowerCased.length > MAX_TERM_CHARS) return "";
    let term = termOfWord.get(lowerCased);
    if (term === undefined) {
      const word = pipeline.trim(lowerCased).replace(/'s$/, "");
      term =
        word === "" || pipeline.isStopWord(word)
          ? ""
          : (formOfScript(word, base) ?? foldAccents(pipeline.stem(readsPlain ? foldAccents(word) : word)));
      // People write either of the two letters i, and names of code have only one.
      if (isDotless) term = term.replaceAll("ı", "i");
      if (termOfWord.size >= MAX_REMEMBERED_WORDS) termOfWord.clear();
      termOfWord.set(lowerCased, term);
    }
    return term;
  };

  const analyze = (text: string, onStopWord?: (word: string) => void): AnalyzedTerm[] => {
    const terms: AnalyzedTerm[] = [];
    const add = (word: string, isPart = false): void => {
      const term = toTerm(toLower(word));
      if (term !== "") terms.push({ term, word, ...(isPart && { isPart }) });
      else onStopWord?.(word);
    };
    const normalised = plainLetters(text.normalize("NFKC")).replace(/[’ʼ]/g, "'");
    for (const piece of (elides ? normalised.replaceAll("'", " ") : normalised).split(SEPARATORS)) {
      if (piece === "" || piece.length > MAX_PIECE_CHARS) continue;
      if (UNSPACED_SCRIPT.test(piece)) {
        segmenter ??= new Intl.Segmenter(language.replaceAll("_", "-"), { granularity: "word" });
        for (const part of segmenter.segment(piece)) if (part.isWordLike === true) add(part.segment);
        continue;
      }
      const words = piece.split(/-+/).filter((word) => word !== "");
      // "v-if" and "h-card" are names: a letter alone says nothing.
      const isName =
        words.length > 1 && piece.length <= MAX_TERM_CHARS && words.some((word) => word.length === 1);
      if (isName) add(words.join("-"));
      for (const word of words) {
        add(word, isName && word.length === 1);
        if (COMPOUND.test(word))
          for (const part of word.split(COMPOUND_BORDER)) if (part !== "") add(part, true);
      }
    }
    return terms;
  };

  return { language, analyze };
}

/** é → e, in Latin, Greek and Cyrillic; elsewhere a mark can make another letter. */
function foldAccents(word: string): string {
  return word
    .normalize("NFD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, "")
    .normalize("NFC");
}

/** Bounds the memory of an isolate that is fed random words. */
const MAX_REMEMBERED_WORDS = 50_000;
