/** What kind of answer a question asks for, as far as its wording shows. */
export type QuestionType =
  | "how-to"
  | "definition"
  | "who"
  | "when"
  | "how-many"
  | "which-version"
  | "where"
  | "why"
  | "comparison"
  | "yes-no"
  | "list"
  | "code"
  | "other";

/** Answered by one thing, in one place. */
export const FACTS: ReadonlySet<QuestionType> = new Set([
  "who",
  "when",
  "how-many",
  "which-version",
  "where",
]);

/**
 * Wordings by type. The one that begins first in the question decides ("How do I find out who wrote this?" is
 * a how-to); of two that begin together the one that stands first here does. Words that mean something else in
 * another language count at the start of the question only (`^`).
 */
const WORDINGS: [QuestionType, string][] = [
  [
    "list",
    String.raw`^(?:which|what)(?: [^ ]+){0,3}? [^ ]+s (?:are (?:there|available|supported|possible|allowed|included)|does|do|can|could|exist)|^what are the(?: [^ ]+){0,3}? (?:options|types|kinds|features|limits|values|steps|requirements|differences)|^(?:list|name)(?: all| the)+|^(?:which|what)(?: [^ ]+){1,4} (?:are (?:there|available|supported)|is available)|^welche(?: [^ ]+){1,3} gibt|^qué(?: [^ ]+){1,3} hay|^quels|^quelles|^quali|^quais`,
  ],
  [
    "which-version",
    String.raw`(?:which|what|welche|qué|quelle|quale|qual|welke)(?: [^ ]+){0,4} (?:versions?|versión|versione|versão|versie)`,
  ],
  [
    "how-many",
    String.raw`how (?:many|much|long|old|far|often|big|large|tall|high)|what (?:percentage|number|amount|size)|^wie ?viele?|^wie (?:lange|oft)|cuánt[oa]s?|^combien|^quant[ioe]|^quant[oa]s?|^hoeveel`,
  ],
  ["who", String.raw`who|whom|whose|^we[rnm]|quién(?:es)?|^qui (?!est-ce que)|^chi|^quem|^wie (?:is|zijn)`],
  [
    "when",
    String.raw`(?<=^|[.?!,:;] (?:and |so |but )?)when|(?:what|which) (?:year|date|day|month|century|decade)|^wann|cuándo|^quand|^quando|^wanneer`,
  ],
  ["where", String.raw`(?<=^|[.?!,:;] (?:and |so |but )?)where|^wo(?:hin|her)?|dónde|^où|^dove|^onde|^waar`],
  ["why", String.raw`why|^warum|^weshalb|^wieso|por qué|^pourquoi|^perché|^por que|^waarom`],
  [
    "how-to",
    String.raw`how (?:do|does|can|could|should|would|to)|(?:is there|what is) a way to|steps to|what (?:do|should|can|must) (?:i|we|you)|^(?:can|could) i|^wie (?:kann|könnte|muss|soll|mache|richte|installiere|geht)|cómo|^comment|^come|^como|^hoe`,
  ],
  [
    "definition",
    String.raw`^what(?:'s| is| are| does| do)|^define|^was (?:ist|sind|bedeutet|macht)|^qué (?:es|son|significa|hace)|^qu'est-ce|^c'est quoi|^que signifie|^cos'è|^(?:che )?cosa (?:è|sono)|^o que (?:é|são)|^wat (?:is|zijn|betekent)`,
  ],
];

/** `\b` knows only English letters. */
const PATTERNS = WORDINGS.map(
  ([type, wording]) =>
    [type, new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${wording})(?![\p{L}\p{N}])`, "iu")] as const,
);

/** Longer texts are stories with a question somewhere; their first words say the most. */
const CONSIDERED_CHARS = 300;

/** Whatever else it asks, a question that names two things to be compared is about both. */
const COMPARISON =
  /(?<![\p{L}\p{N}])(?:differences?|differ|differs|compared (?:to|with)|vs\.?|versus|(?:better|faster|slower|smaller|larger|cheaper) than|unterschiede?|diferencias?|différences?|differenz[ae]|diferenças?|verschil(?:len)?)(?![\p{L}\p{N}])/iu;

/** "Why does it differ from …": told is the cause, where it says both or not. */
const ASKS_CAUSE = /^(?:why|warum|weshalb|wieso|por qué|pourquoi|perché|por que|waarom)(?![\p{L}\p{N}])/iu;

/** Asks to choose: "should I use a ref or a reactive object", "paths or aliases, which one". */
const ALTERNATIVE =
  /(?<![\p{L}\p{N}])(?:should (?:i|we)|shall (?:i|we)|which (?:one|is|of)|better|prefer|choose|soll(?:te|en)? (?:ich|wir)|besser)(?![\p{L}\p{N}]).{1,120}(?<![\p{L}\p{N}])(?:or|oder)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:or|oder)(?![\p{L}\p{N}]).{1,120}(?<![\p{L}\p{N}])(?:which|better|when (?:do|should)|besser|welche[rs]?)(?![\p{L}\p{N}])|^when (?:should|do|would|can|must) .{1,120}(?<![\p{L}\p{N}])(?:and|or) when(?![\p{L}\p{N}])/iu;

/** Asks to be shown how something is written. */
const CODE_WORDING =
  /(?<![\p{L}\p{N}])(?:(?<!for )examples?|snippets?|sample|code for|syntax (?:of|for)|beispiele?|ejemplos?|exemples?|esempi[oa]?|exemplos?|voorbeeld(?:en)?)(?![\p{L}\p{N}])/iu;

/** Begins with a verb that is answered by yes or no. */
const YES_NO =
  /^(?:do|does|did|is|are|was|were|has|have|will|would|should|must|ist|sind|gibt es|hat|unterstützt|läuft|puede|tiene|hay|est-ce que|y a-t-il|c'è|ci sono|existe|heeft|ondersteunt)(?![\p{L}\p{N}])/iu;

/** Keywords that begin with what is to be done: "install tailwind". */
const IMPERATIVE =
  /^(?:install|add|use|set ?up|create|change|configure|enable|disable|deploy|remove|run|build|write|turn (?:on|off)|test|update|upgrade|import|define|make|connect|delete|serve|handle|customi[sz]e|show|hide|display|embed|send|print|give|get rid of|load|stop|start|move|rename|generate|publish|upload|download|sort|filter|limit|prevent|avoid|keep|switch|convert|format|access|read|pass|return|render|call|check) \p{L}/iu;

/** A longer question that mentions an example asks for something else. */
const CODE_QUESTION_MAX_WORDS = 12;

export function questionType(question: string): QuestionType {
  const text = question
    .slice(0, CONSIDERED_CHARS)
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/^[^\p{L}\p{N}]+/u, "");
  if ((COMPARISON.test(text) && !ASKS_CAUSE.test(text)) || ALTERNATIVE.test(text)) return "comparison";
  let first: { type: QuestionType; index: number } | undefined;
  for (const [type, pattern] of PATTERNS) {
    const index = pattern.exec(text)?.index;
    if (index !== undefined && (first === undefined || index < first.index)) first = { type, index };
    if (first?.index === 0) break;
  }
  if (first?.index !== 0) {
    if (YES_NO.test(text)) return "yes-no";
    if (CODE_WORDING.test(text) && text.split(" ").length <= CODE_QUESTION_MAX_WORDS) return "code";
    if (IMPERATIVE.test(text)) return "how-to";
  }
  return first?.type ?? "other";
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
  "yes-no":
    /^(?:yes|no)\b|\b(?:not|cannot|can't|doesn't|don't|isn't|aren't|without|supports?|supported|can|works?|comes with|built-in|available|possible)\b|n't\b/iu,
  "comparison":
    /\b(?:than|while|whereas|unlike|instead|compared|differs?|difference|both|but|however|similar|same|more|less|better|faster|slower)\b/iu,
  "definition": /\b(is|are|means|refers to|stands for|defines?|describes?)\b/iu,
};

/** Whether a sentence holds the kind of thing the question asks for; undefined where that can't be seen. */
export function hasTypedEvidence(type: QuestionType, sentence: string): boolean | undefined {
  return EVIDENCE[type]?.test(sentence);
}
