/** Asks how a thing works: "Signed cookies" → "How do signed cookies work?". */
import { ABSTRACT, ARTICLES, PREPOSITIONS } from "./english-words.ts";
import { inSentence, type Wording } from "./english-phrase.ts";
import { isVerb } from "./how-to-verbs.ts";

/** Nouns of headings that do not "work". */
const NOT_WORKING =
  /(?:improvements?|assessments?|controls?|rights|provisions|reports|requests|guidelines|developers|characteristics|specifications|procedures|addresses|units|fields|uses|dates|concepts|reduction|compatibility|performance|experience|optimi[sz]ations?|bottlenecks|cases|generation|initialization|application|questions|caveats|notes|issues|steps|changes|practices|options|examples|resources|errors|tips|limitations|requirements|features|parameters|arguments|definitions|considerations|differences|similarities|updates|settings|properties|types|values|guides|links|references|docs|details|instructions|principles|goals|credits|contributors|partners|projects|tools|ways|reasons|benefits|advantages|formats|versions|messages|utilities|methods|recommendations|remarks|users|conventions|courses|directories|basics|essentials|internals|statements|operators|keywords|classes|members|functions|macros|constants|warnings|deprecations|installation|documentation|introduction|information|explanation|description|conclusion|configuration|reading|pricing|thing|warning|naming|migration|motivation|comparison|section|definition|implementation|declaration|specification|version|option|function|expression|statement|environment|requirement|argument|comment|document|element|component|reference|string|setting)$/i;

/** "Other settings", "Official plugins": a choice of things and no thing. */
const VAGUE =
  /^(?:additional|advanced|allowed|alternative|appropriate|available|basic|common|community|correct|custom|emergency|first|general|human|important|incorrect|initial|internal|known|last|latest|legal|main|manual|miscellaneous|missing|key|more|new|next|official|old|operational|other|personnel|personal|physical|possible|procedural|prohibited|quick|recent|rejected|related|relevant|required|sample|similar|single|social|solid|some|several|special|specific|structural|subsequent|supported|typical|useful|various|further|your|our)$/i;

/** A form that every plural and every process has. */
export function workingQuestion(heading: string, { text, isCommonWord }: Wording): string | undefined {
  const words = heading.split(" ");
  const last = words.at(-1) ?? "";
  if (words.length < 2 || words.length > 4 || NOT_WORKING.test(last)) return undefined;
  if (
    /[^\p{L}\p{N} -]/u.test(heading) ||
    words.some((word) => PREPOSITIONS.test(word) || ARTICLES.test(word))
  )
    return undefined;
  if (VAGUE.test(words[0] ?? "") || !isSpokenOf(heading, text)) return undefined;
  // "Test sticky sessions", "Keep it running", "Who can request it" say what is done.
  if (
    words.some((word) => CLAUSE.test(word)) ||
    (isVerb(words[0] ?? "") && !/^\p{Lu}+$/u.test(words[0] ?? ""))
  )
    return undefined;
  // "Cloudflare Workers" is a name as a whole; "referencing assets" is something to do.
  const [first = ""] = words;
  if (/ing$/i.test(first) || (/^\p{Lu}\p{Ll}+/u.test(first) && isCommonWord(first) !== true))
    return undefined;
  const isPlural = /[^siu]s$/i.test(last) && !/^\p{Lu}+s?$/u.test(last);
  if (!isPlural && !ABSTRACT.test(last)) return undefined;
  const name = inSentence(heading, isCommonWord);
  if (name === undefined || isCommonWord(last) !== true) return undefined;
  return `How ${isPlural ? "do" : "does"} ${name} work?`;
}

/** Words of a clause, not of a name. */
const CLAUSE =
  /^(?:who|whom|which|what|how|why|can|could|will|would|should|must|may|is|are|was|were|be|do|does|has|have|not|keep|keeping|explore|check|setup|setting|understanding|working|see|know|vs)$/i;

/** Of a section's text: what a section is about is named at its beginning. */
const NAMED_WITHIN_CHARS = 700;

/** Whether a text names what its heading does, be it one or several: a label names nothing. */
function isSpokenOf(heading: string, text: string): boolean {
  const stem = heading.toLowerCase().replace(/(?:ies|s)$/, "");
  return text.slice(0, NAMED_WITHIN_CHARS).toLowerCase().includes(stem.replace(/y$/, ""));
}
