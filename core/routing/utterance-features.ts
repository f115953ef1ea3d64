/** The features by which learned weights tell small talk, and what is off topic, from questions. */

/** Buckets that features are hashed into; each has a weight of one byte. */
export const SMALL_TALK_BUCKETS = 16_384;
export const OFF_TOPIC_BUCKETS = 8192;

/** Words beyond these do not change what a text is. */
const MAX_FEATURE_WORDS = 40;

/** Words that small talk uses alike; the weights learn one of each, and know them all. */
const ALIKE: Record<string, string> = {
  "@maker":
    "maker makers creator creators inventor inventors designer designers developer developers programmer programmers coder coders builder builders manufacturer manufacturers author engineer engineers founder founders originator architect architects",
  "@made":
    "made created invented designed developed programmed coded built manufactured constructed produced engineered trained",
  "@boss": "boss bosss bosses manager supervisor superior superiors employer employers chief owner master",
  "@hobby": "hobby hobbies interest interests pastime pastimes passion passions activity activities leisure",
  "@pet": "pet pets dog dogs cat cats animal animals puppy kitten hamster bird fish",
  "@name": "name names nickname title",
  "@being":
    "human humans person people bot bots robot robots machine machines computer computers ai chatbot android man woman",
  "@joke": "joke jokes pun puns riddle riddles liner liners oneliner oneliners wisecrack wisecracks",
  "@fun": "funny amusing hilarious interesting neat intriguing fascinating awesome cool weird silly humorous",
  "@life": "life lifes existence exist exists existed humanity mankind humankind",
  "@fact": "fact facts trivia tidbit tidbits factoid factoids",
  "@thanks":
    "thanks thank thx thankful grateful obliged gratitude appreciate appreciated appreciation appreciative",
  "@bye":
    "bye goodbye farewell adios cya ciao byebye buhbye sayonara tata toodles tootles toodaloo adieu ttyl ttfn",
  "@hello": "hi hello hey hiya howdy heya greetings salutations yo aloha ahoy hola bonjour",
  "@laugh": "laugh laughing giggle giggling chuckle smile grin crack",
  "@employed": "employed employ employs employing employment paid pays hired hires",
  "@age": "age birthday birthdate birth born",
  "@origin":
    "origin origins home hometown country birthplace nationality homeland hometown heritage roots ancestry",
  "@topic": "topic topics subject subjects question questions query queries",
};

const CLASS_OF_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIKE).flatMap(([name, list]) => list.split(" ").map((word) => [word, name] as const)),
);

/** A word, or the class of words that it is used like in small talk. */
export function smallTalkWord(word: string): string {
  return CLASS_OF_WORD.get(word) ?? word;
}

/**
 * Small talk is about the one who is spoken to, or names itself a joke, thanks or a farewell. Without one of these
 * the weights must be that much surer.
 */
const ANCHORS: ReadonlySet<string> = new Set(
  (
    "you your yours youre youve youll u ur ya yall yourself thee thou ai siri alexa assistant " +
    "@joke @fact @thanks @bye @hello @hobby @laugh @employed humor fun meaning purpose @age @boss " +
    "@fun @life @being @pet @maker ask job good great nice peace everything things going feeling greet earth humans born " +
    "later night outta speaking spoken programmed sentience existence ais evening morning leaving chat chatting talk talking"
  ).split(" "),
);

export function hasSmallTalkAnchor(words: readonly string[]): boolean {
  return words.some((word) => ANCHORS.has(word) || ANCHORS.has(smallTalkWord(word)));
}

/**
 * Features of plain words for the small-talk weights. A word that small talk never uses is only counted, and several
 * in a row as one: what they are says nothing, that they are there says that something is asked for.
 */
export function smallTalkFeatures(words: readonly string[], vocabulary: ReadonlySet<string>): string[] {
  const known: string[] = [];
  for (const word of words.slice(0, MAX_FEATURE_WORDS).map(smallTalkWord)) {
    if (vocabulary.has(word)) known.push(word);
    else if (known.at(-1) !== "?") known.push("?");
  }
  const features = ngrams(known);
  const unknown = known.filter((word) => word === "?").length;
  features.push(`unknown ${Math.min(unknown, 3)}`, `length ${lengthClass(known.length)}`);
  known.forEach((word, index) => {
    const beyond = known[index + 2];
    if (beyond !== undefined) features.push(`${word} * ${beyond}`);
  });
  return features;
}

/** Features of plain words for the off-topic weights: each word, and each pair of neighbours. */
export function offTopicFeatures(words: readonly string[]): string[] {
  return ngrams(words.slice(0, MAX_FEATURE_WORDS));
}

function ngrams(words: readonly string[]): string[] {
  const features: string[] = [];
  let previous = "^";
  for (const word of words) {
    features.push(word, `${previous} ${word}`);
    previous = word;
  }
  features.push(`${previous} $`);
  return features;
}

function lengthClass(words: number): number {
  return words <= 3 ? words : words <= 5 ? 4 : words <= 8 ? 5 : words <= 12 ? 6 : 7;
}

/** FNV-1a. */
export function bucketOf(feature: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index++) {
    hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % buckets;
}

/** Log-odds of a text, from the weights of its features; each feature counts once. */
export function logOdds(
  features: readonly string[],
  { weights, scale, bias }: { weights: ArrayLike<number>; scale: number; bias: number },
): number {
  let sum = 0;
  for (const feature of new Set(features)) sum += weights[bucketOf(feature, weights.length)] ?? 0;
  return bias + sum * scale;
}
