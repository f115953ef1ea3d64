/**
 * How many tokens a model is likely to make of a text, without its vocabulary: by the script of each
 * character. Vocabularies differ by about a fifth, so this is a budget and never a bill.
 *
 * | script | characters a token |
 * |---|---|
 * | Latin letters and spaces | 4 |
 * | code: fenced blocks and code spans | 3 |
 * | digits and punctuation | 2 |
 * | Greek, Cyrillic, Arabic, Hebrew, Indic and other letters | 2 |
 * | Chinese, Japanese, Korean | 1.5 |
 * | anything else (emoji, symbols) | 1 |
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  // Odd parts are code, with its backticks. An open end counts as text, which makes it cheaper by a quarter.
  text.split(/(```[\s\S]*?```|`[^`\n]+`)/).forEach((part, index) => {
    tokens += index % 2 === 1 ? part.length / CODE_CHARS_PER_TOKEN : proseTokens(part);
  });
  // Thirds do not add up exactly.
  return Math.ceil(Math.max(0, tokens - 1e-6));
}

const CODE_CHARS_PER_TOKEN = 3;

/** By the first code that a range ends before; ASCII is looked up first, since most text is nothing else. */
function proseTokens(text: string): number {
  let tokens = 0;
  for (let index = 0; index < text.length; index++) tokens += tokensOfUnit(text.charCodeAt(index));
  return tokens;
}

function tokensOfUnit(unit: number): number {
  if (unit < 0x80) return isLetterOrSpace(unit) ? 1 / 4 : 1 / 2;
  // Latin with its extensions.
  if (unit < 0x250) return 1 / 4;
  // Up to here alphabets and syllabaries of South and South-East Asia: Greek to Khmer.
  if (unit < 0x2000) return unit >= 0x1100 && unit < 0x1200 ? CJK_TOKENS : 1 / 2;
  if (unit >= 0x2e80 && unit < 0xd800) return CJK_TOKENS;
  // One half of a character beyond the basic plane: the pair makes one token.
  if (unit >= 0xd800 && unit < 0xe000) return 1 / 2;
  if (unit >= 0xf900 && unit < 0xfb00) return CJK_TOKENS;
  // Typographic punctuation, such as dashes and quotation marks.
  if (unit < 0x2070) return 1 / 2;
  return 1;
}

const CJK_TOKENS = 1 / 1.5;

function isLetterOrSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** The longest beginning of a text that is estimated at no more than `maxTokens`, cut at a word where one ends near. */
export function cutToTokens(text: string, maxTokens: number): string {
  if (estimateTokens(text) <= maxTokens) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (estimateTokens(text.slice(0, middle)) <= maxTokens) low = middle;
    else high = middle - 1;
  }
  const cut = text.slice(0, low);
  const border = cut.search(/\s\S*$/);
  const kept = border > cut.length * MIN_KEPT_SHARE ? cut.slice(0, border) : cut;
  // A cut may have fallen between the two halves of one character.
  return kept.replace(/[\uD800-\uDBFF]$/, "").trimEnd();
}

/** No word is so long that a cut at its start would lose more than this. */
const MIN_KEPT_SHARE = 0.9;
