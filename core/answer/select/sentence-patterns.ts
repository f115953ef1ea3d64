/** What sentences look like, as patterns of prose in the languages at hand. */

/** Begins by pointing back: quoted alone, it leaves open what it speaks of. */
export const DEPENDENT_START =
  /^(?:it|its|this|that|these|those|they|their|he|she|his|her|such|here|there|however|therefore|otherwise|instead|then|also|but|and|so|both|es|er|sie|dies|diese[rs]?|esto|esta|este|estos|estas|él|ella|ellos|cela|cette|ces|ceci|il|elle|ils|elles|questo|questa|questi|isto|esse|essa|dit|deze|dat)(?![\p{L}\p{N}])/iu;

/** Says what is not so, or what holds besides: seldom the answer itself. */
export const ASIDE =
  /^(?:note\b|unlike|although|though|however|if you (?:have|already|are (?:not|also))|alternatively|additionally|in addition|see\b|for more|read more|learn more|warning\b|beware|hinweis|nota\b|véase|remarque)|\bfor more (?:details|information)\b/iu;

/** Leads to what follows. */
export const LEADS_ON = /[:：]$|(?<!\p{L})(?:steps?|below|follows|following)[.:]?$/iu;

/** A capital that no sentence begins with. */
export const NAME_IN_SENTENCE = /(?<=[\p{Ll}\p{N},;("“]\s?["“(]?)\p{Lu}[\p{L}\p{N}.'’-]+/gu;

export const NUMBER = /\p{N}+(?:[.,:]\p{N}+)*/gu;

/** A number with what it counts. */
export const QUANTITY =
  /\p{N}\s?(?:%|°|[$€£]|(?:percent|per cent|million|billion|thousand|years?|days?|hours?|minutes?|seconds?|ms|m|km|miles?|feet|ft|kg|tons?|tonnes|pounds|dollars|euros?|people|bytes?|[kmg]i?b|px|por ciento|millones|años|días|horas|personas)(?![\p{L}\p{N}]))|[$€£]\s?\p{N}/iu;

/** Tells the reader to do something. */
export const INSTRUCTION =
  /^(?:(?:first|then|next|finally|now|to [^,]{3,80},)\s*,?\s*)?(?:you can|you may|you should|you need to|you'll need|we can|use|add|run|create|set|call|import|install|pass|put|place|open|select|click|choose|configure|enable|define|export|write|edit|start|go to|change|specify|return|wrap|update|make sure|para |puedes|usa|añade|ejecuta|crea|sie können|verwenden sie|führen sie)(?![\p{L}\p{N}])|\bby (?:setting|using|adding|passing|calling|running|exporting|importing)\b/iu;

/** Says of something what it is; the first group is what. */
export const DEFINED =
  /^(?:In [^,]{1,30}, )?(.{2,60}?) (?:is|are|means|refers to|stands for|lets|allows|enables|helps|provides|represents|ist|sind|es|son|est|sont|è|sono|é|são) /u;

/** How a thing is pronounced or what its name means stands between it and what it is. */
export const PARENTHESIS = /\s?\([^()]{1,150}\)/gu;

/** Who did something, or does: a name alone may be of anything. */
export const AUTHORSHIP =
  /(?<!\p{L})(?:created|made|written|founded|built|developed|maintained|started|designed|authored|invented|run|led|owned)(?:,? (?:and|or) \p{L}+)? by (?:\p{Lu}\p{L}|an? (?:\p{L}+ )?(?:team|group|community|company|foundation|non-profit))|(?<!\p{L})(?:creator|author|founder|maintainer|inventor)s?(?: and \p{L}+)?(?: of [^.]{1,40})?(?: is| are| was| were|,|:)? \p{Lu}\p{Ll}+ \p{Lu}|\p{Lu}\p{Ll}+ (?:\p{Lu}\.? )?\p{Lu}\p{Ll}+,? (?:who )?(?:created|founded|wrote|started|invented|(?:is|was) (?:the|an?) (?:\p{L}+ )?(?:creator|author|founder|maintainer|inventor)|the (?:creator|author|founder|maintainer|inventor))/u;

/** Asks for the value that holds where nothing is said. */
export const ASKS_DEFAULT =
  /\b(?:defaults?|standardmäßig|standard|por defecto|par défaut|predefinit[oa]|padrão|standaard)\b/iu;

export const DEFAULT_VALUE =
  /\bdefaults? (?:is|are|to|value|port|values)\b|\bdefaults? ?:|\bby default\b|\bdefaulting\b|\bpor defecto\b|\bstandardmäßig\b|\bpar défaut\b/iu;

/** Pages that tell what changed once: right for a question about that, stale for any other. */
export const NEWS =
  /\b(?:upgrade|upgrading|migrat\w+|announc\w+|releases?|released|changelog|is out|what's new|breaking)\b|\bv\d+\b/iu;

/** Import statements, over several lines too: they show where a thing is from, not how it is used. */
const IMPORTS =
  /^\s*(?:import\s[^;'"]{0,2000}|(?:const|from)\s[^;'"]{0,200})['"][^'"\n]{1,200}['"]\)?;?\s*$/gmu;

/** Whether code does nothing but import. */
export function isImportsOnly(code: string): boolean {
  return code.replace(IMPORTS, "").trim() === "";
}

/** Whether a pattern finds something that the question does not hold itself. */
export function holdsNew(text: string, pattern: RegExp, questionLower: string): boolean {
  for (const [found] of text.matchAll(pattern)) {
    if (!questionLower.includes(found.toLowerCase())) return true;
  }
  return false;
}

/** What something costs, or that it costs nothing. */
export const PRICE =
  /[$€£¥]\s?\d|\d\s?(?:[$€£¥]|(?:usd|eur|dollars?|euros?|cents?|per cent|percent|%)(?![\p{L}]))|(?<!\p{L})(?:(?:is|are|for|completely|totally) free(?! trial)|free (?:of charge|to use|plan|tier)|no (?:cost|charge|fee)|kostenlos|gratis|gratuit[oe]?s?|grátis)(?!\p{L})/iu;

/** A day, a month of a year, or a year. */
export const DATE =
  /(?<!\p{L})(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|q[1-4])(?:,? (?:of )?\d|\s\d{1,2})|(?<![\d.])\d{1,2}(?:\.|st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?<![\d.:/])(?:19|20)\d\d(?![\d:/])|(?:every|each|in|next|this) (?:\d+ )?(?:weeks?|months?|years?|quarter)/iu;
