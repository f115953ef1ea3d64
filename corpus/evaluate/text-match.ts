/** Whether a text says something: what people write as a fact, and what test sets give as an answer. */

/**
 * The words of an answer without its markup: citation marks, escapes, emphasis, code marks and table rules go,
 * kinds of quotes, dashes and spaces become one kind, numbers lose the marks between thousands, and case goes.
 */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/(?<=\d)[,\u202F\u00A0](?=\d{3}(?!\d))/g, "")
    .normalize("NFKC")
    .replace(/(?<!\\)\[\d{1,3}\]/g, " ")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/[`*|]/g, " ")
    .replace(/[\u2018\u2019\u201A\u2032]/g, "'")
    .replace(/[\u201C-\u201E\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/** Written without spaces: where a word begins cannot be seen. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Whether a text holds a fact, in any case and with any markup. A fact begins where a word begins; one that ends
 * in a digit ends there too. So "invoice" is found in "invoices", but not "60" in "600" or "160".
 *
 * @param words of {@link plainWords}.
 */
export function holdsFact(words: string, fact: string): boolean {
  const wanted = plainWords(fact);
  if (wanted === "") return false;
  const beginsWord = WORD_CHARACTER.test(wanted[0] ?? "") && !UNSPACED.test(wanted);
  const endsInDigit = /\d$/.test(wanted);
  for (let at = words.indexOf(wanted); at !== -1; at = words.indexOf(wanted, at + 1)) {
    const before = words[at - 1] ?? " ";
    const after = words.slice(at + wanted.length, at + wanted.length + 2);
    if (beginsWord && WORD_CHARACTER.test(before)) continue;
    if (endsInDigit && /^[.,]?\d/.test(after)) continue;
    return true;
  }
  return false;
}

/**
 * Whether a text holds one of the gold answers of a test set. Both are compared in lower case without
 * punctuation, as the SQuAD evaluation does (Rajpurkar et al. 2016), except that articles are kept.
 */
export function holdsGoldAnswer(text: string, answers: readonly string[]): boolean {
  const words = goldWords(text);
  return answers.some((answer) => {
    const wanted = goldWords(answer);
    return wanted !== "" && words.includes(wanted);
  });
}

function goldWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
