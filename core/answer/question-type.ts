/** What kind of answer a question asks for, as far as its wording shows. */
export type QuestionType =
  "how-to" | "definition" | "who" | "when" | "how-many" | "which-version" | "where" | "why" | "other";

/** First match wins: "how many" before "how". Languages share the table, since the words do not clash. */
const PATTERNS: [QuestionType, RegExp][] = [
  [
    "which-version",
    /\b(which|what|welche|qué|quelle|quale|qual|welke)\b.{0,40}\b(version|versión|versione|versão|versie)s?\b/iu,
  ],
  [
    "how-many",
    /\b(how (many|much|long|old|far|often|big|large|tall|high)|what (percentage|number|amount|size)|wie ?viele?|wie lange|cuánt[oa]s?|combien|quant[ioe]|quantos|hoeveel)\b/iu,
  ],
  ["who", /\b(who|whom|whose|wer|wen|wem|quién|quiénes|qui est|chi|quem|wie is)\b/iu],
  [
    "when",
    /\b(when|(what|which) (year|date|day|month|century|decade)|since when|wann|cuándo|quand|quando|wanneer)\b/iu,
  ],
  ["where", /\b(where|wo|wohin|dónde|où|dove|onde|waar)\b/iu],
  ["why", /\b(why|warum|weshalb|por qué|pourquoi|perché|por que|waarom)\b/iu],
  [
    "how-to",
    /\b(how (do|does|can|could|should|would|to)|(is there|what is) a way to|steps to|(can|could) i|wie (kann|könnte|muss|soll|mache|richte)|cómo|comment|come (si|posso|faccio)|como|hoe)\b/iu,
  ],
  [
    "definition",
    /^(?:what(?:'s| is| are| does)|define|was (?:ist|sind)|qué (?:es|son)|qu'est|c'est quoi|cos(?:a|'è)|o que|wat is)\b/iu,
  ],
];

export function questionType(question: string): QuestionType {
  const text = question.trim().replaceAll("’", "'");
  // \b is blind to accented letters at a word's end, so patterns are tried on padded text.
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";
}

/** How the typed part of an answer looks in a sentence; absent where wording does not show it. */
const EVIDENCE: Partial<Record<QuestionType, RegExp>> = {
  "which-version": /\bv?\d+(?:\.(?:\d+|x))+|\b(?:version|v)\s?\d+|\b\d+ or (?:newer|later|higher|above)\b/iu,
  "how-many":
    /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|twice|once|most|several)\b|%/iu,
  "when":
    /\b\d{3,4}s?\b|\b(january|february|march|april|may|june|july|august|september|october|november|december|century|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\bv?\d+\.\d+/iu,
  "who": /(?<=[\p{Ll},;]\s)\p{Lu}[\p{L}.]+/u,
  "where": /\b(?:in|at|on|near|to|from|of|inside|under|into)\s+(?:the\s+)?(?:\p{Lu}|`)/u,
  "why":
    /\b(because|since|due to|so that|in order to|as a result|therefore|reason|caused?|leads? to|allows?|prevents?|avoids?)\b/iu,
  "definition": /\b(is|are|means|refers to|stands for|defines?|describes?)\b/iu,
};

/** Whether a sentence holds the kind of thing the question asks for; undefined where that can't be seen. */
export function hasTypedEvidence(type: QuestionType, sentence: string): boolean | undefined {
  return EVIDENCE[type]?.test(sentence);
}
