/**
 * Facts of a kind that a question asks for: how long, how many, what it costs, when, who. Pages that speak of the matter
 * often do not tell them, and then every word of the question stands there and no answer does. What is seen here is
 * evidence, never a verdict: "What does hosting cost?" has an answer without a figure. English; a question in another
 * language asks for none.
 */

export const FACT_KINDS = ["duration", "count", "price", "date", "contact", "person", "version"] as const;
export type FactKind = (typeof FACT_KINDS)[number];

interface Fact {
  /** Asks for one. */
  asked: RegExp;
  /** How one looks in a sentence. */
  told: RegExp;
}

const NUMBER_WORD =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundreds?|thousands?|half|once|twice|dozen|unlimited|no limit|as many|any number|all)";
const TIME_UNIT =
  "(?:milliseconds?|ms|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|quarters?)";
const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn)";
const WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";

const pattern = (source: string): RegExp => new RegExp(source, "iu");

const FACTS: Record<FactKind, Fact> = {
  duration: {
    // "How long is a passage?" asks for a length, or for a time.
    asked: pattern(
      String.raw`\bhow (?:long(?! (?:is|are|can|may|should|must)\b)|fast|quick|quickly|soon|often|frequently|old)\b|\bhow (?:much time|many (?:seconds|minutes|hours|days|weeks|months|years))\b|\b(?:duration|deadline|response time|turnaround|notice period|retention|expir\w{1,8}|timeout|waiting time|hours|what time)\b`,
    ),
    told: pattern(
      String.raw`(?:\d|\b${NUMBER_WORD}|\ban?|\bevery|\bper|\beach|\bthe (?:first|next|last|same))[ -](?:\w{1,20} )?${TIME_UNIT}\b|\b(?:immediately|instantly|daily|weekly|monthly|yearly|annually|hourly|forever|never|indefinitely|permanent\w{0,4}|overnight|24/7)\b|\d{1,2}(?::\d\d)? ?(?:am|pm)\b|\d{1,2}:\d\d|\b${WEEKDAY}`,
    ),
  },
  count: {
    asked: pattern(
      String.raw`\bhow (?:many|big|large|much|far|high|deep|small|long (?:is|are|can|may|should|must))\b|\b(?:number of|maximum|minimum|max|min|at most|at least|percentage|quota|ratio)\b`,
    ),
    told: pattern(String.raw`\d|\b${NUMBER_WORD}\b`),
  },
  price: {
    asked: pattern(
      String.raw`\b(?:costs?|prices?|pricing|fees?|salary|salaries|rates?|how much (?:does|do|is|are|would|will)|charges?|paid|pay|budget|free|discounts?|expensive|cheap\w{0,4}|money|dollars?|euros?|bonus|allowance|commission|subscription)\b`,
    ),
    told: pattern(
      String.raw`[$€£¥] ?\d|\d ?(?:[$€£¥%]|(?:usd|eur|gbp|dollars?|euros?|pounds?|cents?|percent)\b)|\b(?:free|no (?:cost|charge|fee)|donat\w{1,6})\b`,
    ),
  },
  date: {
    asked: pattern(
      String.raw`\bwhen (?:is|are|was|were|will|does|do|did)\b|\b(?:next|release date|(?:what|which) (?:date|day|year)|roadmap|upcoming|planned)\b`,
    ),
    told: pattern(
      String.raw`\b(?:${MONTH}|q[1-4]),? ?\d|\d{1,2}(?:\.|st|nd|rd|th)? ${MONTH}|\b(?:19|20)\d\d\b|\b(?:every|each|first|second|third|last|next|on) (?:\w{1,20} )?${WEEKDAY}|\b(?:every|each|next|in) (?:\w{1,20} )?(?:weeks?|months?|years?|quarter)`,
    ),
  },
  contact: {
    asked: pattern(
      String.raw`\b(?:phone|telephone|call|helpline|hotline|contact|address)\b|\be-?mail\b(?! (?:address(?:es)?|notification|verification))|\bwho (?:do|can|should|to) .{0,30}(?:contact|ask|write|talk|call)`,
    ),
    told: pattern(
      String.raw`[\w.+-]{1,64}@[\w-]{1,64}\.\w|\+?\d[\d ()/-]{6,20}\d|\b(?:contact|e-?mail|write to|slack|channel|forum|discord|reach out|get in touch|phone)\b`,
    ),
  },
  person: {
    asked: pattern(String.raw`^\W{0,3}(?:who|whose)\b|\bname of the (?:person|lead|head)`),
    // Two capitals in a row, or a role: case tells names here.
    told: /(?<=[a-z,;] )[A-Z][a-z]{1,20} [A-Z][a-z]|\b(?:team|manager|lead|owner|maintainer|administrator|admin|member|staff|officer|user|people|person|anyone|everyone|author)s?\b/u,
  },
  version: {
    asked: pattern(String.raw`\bversions?\b`),
    told: pattern(
      String.raw`\bv?\d{1,4}(?:\.\d{1,4})+|\b(?:version|v) ?\d|\b[a-z]{2,20} \d{1,4}(?:\+| or\b)`,
    ),
  },
};

/** Longer texts are stories, whose beginning says what is asked. */
const CONSIDERED_CHARS = 300;

export function askedFacts(question: string): FactKind[] {
  const text = question.slice(0, CONSIDERED_CHARS);
  return FACT_KINDS.filter((kind) => FACTS[kind].asked.test(text));
}

/** Whether a sentence tells a fact of a kind, of whatever matter. */
export function tellsFact(kind: FactKind, sentence: string): boolean {
  return FACTS[kind].told.test(sentence);
}
