/** "What is X?", only where the text says what X is, in the form and with the article that it has there. */
import type { IsCommonWord } from "./word-case.ts";

interface DefinitionForms {
  /** What may stand before the name. */
  articles: string;
  singular: string;
  plural: string;
  ask: (name: string, isPlural: boolean) => string;
}

const FORMS: Record<string, DefinitionForms> = {
  en: {
    articles: "the|an?",
    singular: "is (?:an?|the|one|designed|intended|used|how|what|where|when|a)",
    plural: "are|allow|let|enable|provide",
    ask: (name, isPlural) => `What ${isPlural ? "are" : "is"} ${name}?`,
  },
  es: {
    articles: "el|la|los|las|una?",
    singular: "es (?:una?|el|la)|permite",
    plural: "son|permiten",
    ask: (name, isPlural) => `¿Qué ${isPlural ? "son" : "es"} ${name}?`,
  },
  fr: {
    articles: "le |la |les |l'|une? |des ",
    singular: "est (?:une?|le|la|l')|permet",
    plural: "sont|permettent",
    ask: (name, isPlural) =>
      isPlural
        ? `Que sont ${name} ?`
        : `Qu'est-ce ${/^[aeiouyâéèêîôû]/i.test(name) ? "qu'" : "que "}${name} ?`,
  },
  it: {
    articles: "il |lo |la |i |gli |le |l'|una? |un'",
    singular: "è (?:un|una|uno|il|la|lo)|permette|consente",
    plural: "sono|permettono|consentono",
    ask: (name, isPlural) => (isPlural ? `Cosa sono ${name}?` : `Che cos'è ${name}?`),
  },
  pt: {
    articles: "o|a|os|as|uma?",
    singular: "é (?:uma?|o|a)|permite",
    plural: "são|permitem",
    ask: (name, isPlural) => `O que ${isPlural ? "são" : "é"} ${name}?`,
  },
  de: {
    articles: "der|die|das|eine?",
    singular: "ist (?:eine?|der|die|das)|ermöglicht",
    plural: "sind|ermöglichen",
    ask: (name, isPlural) => `Was ${isPlural ? "sind" : "ist"} ${name}?`,
  },
  nl: {
    articles: "de|het|een",
    singular: "is (?:een|de|het)|maakt",
    plural: "zijn|maken",
    ask: (name, isPlural) => `Wat ${isPlural ? "zijn" : "is"} ${name}?`,
  },
};

/** Of a section's text: a definition stands at its beginning. */
const CONSIDERED_CHARS = 1500;
const MAX_NAME_WORDS = 5;
/** A definition begins with its name: in a sentence about something else it may stand anywhere. */
const SENTENCE_START = String.raw`(?:^|[.!?\n]\s{0,3})`;

/** "Vite (French for quick) is …", "Hono - the flame - is …" */
const ASIDE = String.raw`(?: \([^()\n]{1,80}\)| [-–—] [^-–—\n]{1,60} [-–—]|, [^,\n]{1,60},)?`;

/** @returns undefined where the text does not define the name. */
export function definitionIn(
  name: string,
  { text, isCommonWord }: { text: string; isCommonWord: IsCommonWord },
  language: string,
): string | undefined {
  const forms = FORMS[language];
  if (forms === undefined || name.split(" ").length > MAX_NAME_WORDS || /[,;:&/()]/.test(name))
    return undefined;
  const considered = text.slice(0, CONSIDERED_CHARS);
  if (!mayBeginSentence(name, considered, forms)) return undefined;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(" ", String.raw`\s`);
  const space = spaceAfter(forms);
  // The name in the singular or the plural: a heading says "Islands", the text "An island is".
  const singular = escaped.replace(/(?<=\p{L}{3})s$/u, "s?");
  const pattern = new RegExp(
    `${SENTENCE_START}((?:(?:${forms.articles})${space})?${singular})${ASIDE} (?:(${forms.plural})|(?:${forms.singular}))(?=[\\s'])`,
    "iu",
  );
  const match = pattern.exec(considered);
  const found = match?.[1];
  if (found === undefined) return undefined;
  const article = new RegExp(`^(?:${forms.articles})${space}`, "iu").exec(found)?.[0] ?? "";
  const rest = found.slice(article.length);
  const isPlural = match?.[2] !== undefined;
  // In English a plural is asked about in general: "The routers are …" → "What are routers?".
  const lead = language === "en" && isPlural ? "" : article.toLowerCase();
  return forms.ask(lead + inSentenceCase(rest, isCommonWord), isPlural);
}

/** So many characters hold the longest article with what ends the sentence before it. */
const LOOKED_BACK_CHARS = 16;
const STARTS = new WeakMap<DefinitionForms, RegExp>();

/**
 * Whether the first word of the name, but for an `s`, begins a sentence of the text. Most sections do not say what
 * their heading is, and making a pattern of the name and looking for it costs more than all else of a suggestion.
 */
function mayBeginSentence(name: string, text: string, forms: DefinitionForms): boolean {
  let start = STARTS.get(forms);
  if (start === undefined) {
    start = new RegExp(`${SENTENCE_START}(?:(?:${forms.articles})${spaceAfter(forms)})?$`, "iu");
    STARTS.set(forms, start);
  }
  const word = name.split(" ", 1)[0]?.replace(/s$/, "").toLowerCase() ?? "";
  if (word === "") return true;
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    const from = Math.max(0, at - LOOKED_BACK_CHARS);
    // The beginning of what is looked at is that of the text only where it is.
    if (start.test(`${from === 0 ? "" : "x"}${lower.slice(from, at)}`)) return true;
  }
  return false;
}

/** Articles of some languages bring their space along, for some of them have none: "l'île". */
function spaceAfter({ articles }: DefinitionForms): string {
  return articles.includes(" |") ? "" : " ";
}

/** "Actions" → "actions", where it is a common word. */
function inSentenceCase(name: string, isCommonWord: IsCommonWord): string {
  return name
    .split(" ")
    .map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) && isCommonWord(word) === true ? word.toLowerCase() : word))
    .join(" ");
}
