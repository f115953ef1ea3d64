/** Classes of English words, as headings are read. */

export const ARTICLES =
  /^(?:a|an|the|your|my|our|all|any|each|every|multiple|several|different|another|more|some|no|one|two|its|their)$/i;

export const PREPOSITIONS =
  /^(?:with|without|in|on|to|from|for|by|into|as|via|using|of|at|between|through|inside|during|when|before|after|and|or|under|per|across|against|if|that|until|over|only|up|out|off)$/i;

const FUNCTION_WORDS =
  /^(?:why|how|what|when|where|which|who|is|are|was|were|be|been|do|does|did|can|could|should|would|will|must|may|has|have|had|not|i|me|it|there|than|about)$/i;

/** Words that are never names. */
export const SMALL_WORD = new RegExp(
  `${ARTICLES.source}|${PREPOSITIONS.source}|${FUNCTION_WORDS.source}`,
  "i",
);

/** Words that need no article, besides names, plurals and what is written so in the text. */
export const UNCOUNTABLE =
  /^(?:access|analytics|authentication|authorization|caching|code|compression|content|css|data|docker|feedback|formatting|hosting|html|http|https|javascript|jsx|json|logging|markdown|mdx|metadata|middleware|monitoring|navigation|pagination|performance|prefetching|rendering|routing|security|software|ssr|state|storage|streaming|styling|support|syntax|tailwind|testing|text|traffic|typescript|validation|hydration|internationalization|localization|memory|output|input|email|time|production|development)$/i;

/** Endings of what goes on or holds as a whole: it needs no article. */
export const ABSTRACT = /(?:tion|ment|ing|ance|ence|ility)$/i;
