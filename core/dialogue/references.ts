/** Where a question points back at something that was named before it. */
import type { DialogueWords } from "./dialogue-words.ts";
import type { Token } from "./question-tokens.ts";

export interface Reference {
  /** Place of the word that points back. */
  index: number;
  /** "its", "their": what belongs to the thing. */
  isPossessive: boolean;
  isPlural: boolean;
  /** "that", "this": may stand for all that was asked and not for a thing of it. */
  isDemonstrative: boolean;
  /** "this *option*": the noun that says what kind of thing is meant; undefined for a pronoun. */
  noun?: string;
}

const DEMONSTRATIVES = new Set("this that these those".split(" "));

/** Nouns that name nothing by themselves: "that option" is an option that was named before. */
const GENERAL_NOUNS =
  /^(?:thing|things|stuff|feature|option|options|setting|settings|tool|function|method|command|property|approach|technique|way|step|steps|value|values|parameter|flag|hook|case|behaviou?r|limit)$/;

/** "That" is a pronoun after these; after a noun it begins a clause of its own. */
const BEFORE_THAT = new Set(
  "about for of with to do does did is are was were will would can could should like in on from than fix avoid use get change understand explain after before without".split(
    " ",
  ),
);

/** What is said of a thing: after it "that" has no noun of its own. */
const PREDICATES =
  /^(?:required|necessary|needed|mandatory|optional|possible|allowed|safe|free|true|correct|right|supported|enough|recommended|normal|called|stored|cached|used|done|faster|slower|better|worse|different|new|still|work|works|mean|means|affect|apply|happen|support|need|require|break|cost|help|exist|come|go|take|takes|last|lasts|happens|matter|matters|include|includes|cover|covers|count|counts|depend|depends)$/;

/** "Is it possible to …": this "it" is nothing. */
const EXPLETIVE_AFTER =
  /^(?:possible|better|best|worth|ok|okay|safe|bad|good|necessary|required|needed|allowed|recommended|easy|hard|true|fine|normal|take|takes|a|seem|seems|make)$/;
const AFTER_EXPLETIVE = /^(?:to|that|if|when|for|sense|long|idea|practice)$/;

/** "It is raining": nothing rains. */
const WEATHER =
  /^(?:raining|snowing|pouring|freezing|sunny|windy|dark|urgent|me|us|(?:mon|tues|wednes|thurs|fri|satur|sun)day|christmas|easter|january|february|march|april|june|july|august|september|october|november|december)$/;

/** A clause ends before these; what stood in it is near enough to be meant. */
const CLAUSE_WORDS = new Set(
  "and or but if then so because while when that which who where although though yet unless whenever wherever whether whereas what und oder wenn dann y o si et ou si e se en of als".split(
    " ",
  ),
);

/** With a subject behind them these begin a clause; else they only place something in time: "*since* I updated it". */
const MAY_BEGIN_CLAUSE =
  /^(?:after|before|since|until|till|once|as|than|time|way|what|how|why|everything|anything|whatever)$/;

/** After these a clause begins without a word that says so: "the bot keeps *saying* it finds nothing". */
const BEFORE_CLAUSE =
  /^(?:says?|saying|said|tells?|telling|told|me|us|claims?|claiming|claimed|thinks?|thinking|thought|believes?|means?|shows?|reports?|pretends?|pretending|insists?|complains?|complaining|assumes?|looks?|like|seems?|guess|sure|hope|know|knows)$/;

/** A clause that stands before the main one begins with these: "*when* I open the panel it is empty". */
const LEADING_CLAUSE = /^(?:when|whenever|if|after|once|since|because|while|although|though|until|unless)$/;

/** The first word that points back at an earlier question, in English. */
export function findEnglishReference(tokens: readonly Token[], words: DialogueWords): Reference | undefined {
  for (const [index, { lower, closes }] of tokens.entries()) {
    if (!words.pronouns.has(lower)) continue;
    const noun = closes || !DEMONSTRATIVES.has(lower) ? undefined : tokens[index + 1]?.lower;
    if (noun !== undefined && GENERAL_NOUNS.test(noun) && !hasOwnAntecedent(tokens, index, false)) {
      return { index, noun, isPossessive: false, isPlural: noun.endsWith("s"), isDemonstrative: true };
    }
    if (!isEnglishPronoun(tokens, index) || isNamedAfter(tokens, index)) continue;
    const isPossessive = lower === "its" || (lower === "their" && tokens[index + 1]?.role === "content");
    if (hasOwnAntecedent(tokens, index, isPossessive)) continue;
    return {
      index,
      isPossessive,
      isPlural: words.pluralPronouns.has(lower),
      isDemonstrative: DEMONSTRATIVES.has(lower),
    };
  }
  return undefined;
}

function isEnglishPronoun(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  const after = token?.closes === true ? undefined : tokens[index + 1];
  switch (token?.lower) {
    case "there":
      return before !== undefined && before.role !== "auxiliary" && after?.role !== "auxiliary";
    case "that":
      return (
        (before === undefined ||
          BEFORE_THAT.has(before.lower) ||
          (before.role === "verb" && after === undefined)) &&
        hasNoNoun(after)
      );
    case "this":
    case "these":
    case "those":
      return hasNoNoun(after);
    case "it": {
      const isExpletive =
        EXPLETIVE_AFTER.test(after?.lower ?? "") &&
        tokens.slice(index + 2).some(({ lower }) => AFTER_EXPLETIVE.test(lower));
      const isWeather =
        /^(?:is|was)$/.test(after?.lower ?? "") && WEATHER.test(tokens[index + 2]?.lower ?? "");
      return !isExpletive && !isWeather;
    }
    case "one":
    case "ones":
      return (
        before !== undefined &&
        before.role !== "connector" &&
        before.role !== "subject" &&
        (after === undefined ||
          (after.role === "preposition" && after.lower !== "of") ||
          after.role === "auxiliary")
      );
    default:
      return true;
  }
}

function hasNoNoun(after: Token | undefined): boolean {
  return after === undefined || after.role !== "content" || PREDICATES.test(after.lower);
}

/**
 * "I get *this*: CORS error", "which *one* should I use, A or B?": what is pointed at comes after it.
 */
function isNamedAfter(tokens: readonly Token[], index: number): boolean {
  const rest = tokens.slice(index);
  const colon = rest.findIndex(({ text }) => text.endsWith(":"));
  if (colon >= 0 && rest.slice(colon + 1).some(({ role }) => role === "content")) return true;
  if (!/^(?:ones?|these|those|them)$/.test(tokens[index]?.lower ?? "")) return false;
  const or = rest.findIndex(({ lower }) => /^(?:or|vs\.?|versus)$/.test(lower));
  return (
    or > 0 && rest[or - 1]?.role === "content" && rest.slice(or + 1).some(({ role }) => role === "content")
  );
}

/** "How do I create an image *and* push it?" names what it points at itself. */
function hasOwnAntecedent(tokens: readonly Token[], index: number, isPossessive: boolean): boolean {
  let hasBorder = isPossessive || beginsClause(tokens, index);
  for (let place = index - 1; place >= 0; place--) {
    const token = tokens[place];
    if (token === undefined) break;
    if (token.closes || CLAUSE_WORDS.has(token.lower) || isBorder(tokens, place, index)) {
      hasBorder = true;
      // "Each *time* I build it": no thing.
      if (token.lower === "time" || token.lower === "way") continue;
    }
    if (hasBorder && token.role === "content") return true;
  }
  return false;
}

const SUBJECT_PRONOUNS = /^(?:it|they|he|she|this|that)$/;

function isBorder(tokens: readonly Token[], place: number, pronoun: number): boolean {
  if (asksAnew(tokens, place)) return true;
  if (place === 0 || !MAY_BEGIN_CLAUSE.test(tokens[place]?.lower ?? "")) return false;
  const after = tokens[place + 1];
  if (after?.role === "subject" || (place + 1 < pronoun && SUBJECT_PRONOUNS.test(after?.lower ?? "")))
    return true;
  // "After they close it", and not "before it".
  return place + 1 === pronoun && !isLastOf(tokens, pronoun);
}

/** "The zip is stuck *can you* mend it": a question behind something told, with no mark between them. */
function asksAnew(tokens: readonly Token[], place: number): boolean {
  const isTold = (at: number): boolean => tokens[at]?.role === "auxiliary" || tokens[at]?.role === "verb";
  return (
    place > 1 &&
    tokens[place]?.role === "auxiliary" &&
    tokens[place + 1]?.role === "subject" &&
    tokens.slice(0, place).some((_, at) => at > 0 && isTold(at))
  );
}

function isLastOf(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.closes === true || index === tokens.length - 1;
}

/** Whether the pronoun is the subject of a clause of its own, which no comma and no small word sets apart. */
function beginsClause(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (before === undefined || after === undefined || tokens[index]?.closes === true) return false;
  if (BEFORE_CLAUSE.test(before.lower)) return after.role !== "preposition" && after.role !== "determiner";
  const isSubject = after.role === "auxiliary" || after.role === "verb";
  return isSubject && before.role === "content" && LEADING_CLAUSE.test(tokens[0]?.lower ?? "");
}

/** Question words after which a pronoun may stand before its verb; after "what" and "which" a noun follows. */
const BEFORE_CLITIC =
  /^(?:comment|pourquoi|où|quand|cómo|como|dónde|donde|onde|cuándo|cuando|quando|come|dove|perché|porque|porquê|qué)$/;
const INFINITIVE = /(?:[aei]r|re)$/u;

/** Languages that put a pronoun before the verb or fuse it with its end: "¿cómo *la* desactivo?", "desactivar*la*". */
const CLITICS: Record<string, { before: ReadonlySet<string>; fused: RegExp }> = {
  es: { before: new Set(["lo", "la", "los", "las"]), fused: /(?:ar|er|ir|ír|ándo|iéndo)(?:lo|la|los|las)$/ },
  it: { before: new Set(["lo", "la", "li", "le"]), fused: /(?:ar|er|ir)(?:lo|la|li|le)$/ },
  pt: { before: new Set(["o", "a", "os", "as"]), fused: /-(?:lo|la|los|las|o|a|os|as)$/ },
  fr: { before: new Set(["le", "la", "les"]), fused: /^l'\p{L}+(?:er|ir|re)$/u },
};

/** These may lead a noun in: they point back only where none follows. */
const MAY_BE_DETERMINER = new Set(
  "das dies diese dieses dieser este esta ese esa questo questa quello het dat dit die deze leur".split(" "),
);

/** Before or after these "es" and "het" are nothing: "gibt es", "geht es". */
const EXPLETIVE_NEIGHBOUR = /^(?:gibt|geht|ist|is|regent|heißt)$/;

/** The same in other languages, where a name is added and not put in the place of the pronoun. */
export function findReference(
  tokens: readonly Token[],
  words: DialogueWords,
  language: string,
): Reference | undefined {
  const clitics = CLITICS[language];
  const isHurried = tokens.every(({ word }) => !/^\p{Lu}/u.test(word));
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const after = token.closes ? undefined : tokens[index + 1];
    const isPronoun =
      (words.pronouns.has(token.lower) && isFreePronoun(token, before, after, { index, isHurried })) ||
      isElidedPronoun(tokens, index);
    if (isPronoun && isNamedAfter(tokens, index)) continue;
    const isClitic =
      clitics !== undefined &&
      (clitics.fused.test(token.lower) ||
        (clitics.before.has(token.lower) && isVerbPlace(before, after, tokens[index + 2])));
    if (!isPronoun && !isClitic) continue;
    if (hasOwnAntecedent(tokens, index, false)) continue;
    const isPlural = words.pluralPronouns.has(token.lower) || /^(?:los|las|les|li|os|as)$/.test(token.lower);
    return { index, isPossessive: false, isPlural, isDemonstrative: false };
  }
  return undefined;
}

function isFreePronoun(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  { index, isHurried }: { index: number; isHurried: boolean },
): boolean {
  if (MAY_BE_DETERMINER.has(token.lower)) {
    // In German only nouns have a capital, where capitals are typed; elsewhere any content may be the noun.
    const noun = /^(?:das|dies|diese[rs]?)$/.test(token.lower)
      ? /^\p{Lu}/u.test(after?.word ?? "") || (isHurried && isNounLike(after))
      : after?.role === "content";
    if (noun) return false;
  }
  if (/^(?:es|het)$/.test(token.lower)) {
    const isExpletive = EXPLETIVE_NEIGHBOUR.test(before?.lower ?? "");
    // "Wie groß ist es?" points back, "ist es möglich" does not.
    if (isExpletive && after === undefined && /^(?:ist|is)$/.test(before?.lower ?? "")) return true;
    if (isExpletive || /^(?:gibt|geht)$/.test(after?.lower ?? "")) return false;
    if (token.lower === "het" && after?.role === "content") return false;
  }
  // The polite form of address.
  return !(token.word === "Sie" && index > 0);
}

/** "C'est gratuit ?" says that of something; "c'est quoi un corpus ?" and "c'est possible de …" name it themselves. */
function isElidedPronoun(tokens: readonly Token[], index: number): boolean {
  if (!/^(?:c'est|est-ce)$/.test(tokens[index]?.lower ?? "") || tokens[index - 1]?.role === "question")
    return false;
  const rest = tokens.slice(index + 1);
  return (
    rest.length > 0 && rest.every(({ role }) => role === "content" || role === "filler") && rest.length <= 3
  );
}

/** German without capitals: no verb and no adjective by its end. */
function isNounLike(token: Token | undefined): boolean {
  return (
    token?.role === "content" &&
    !/(?:e[lr]?n|ig|lich|bar|isch|los|frei|s?am|[^aeiou]t|sicher|schnell|auch)$/u.test(token.lower)
  );
}

/** A place where a verb is expected and no noun: after a question word, a subject or a negation, near the end. */
function isVerbPlace(
  before: Token | undefined,
  verb: Token | undefined,
  afterVerb: Token | undefined,
): boolean {
  if (before === undefined || verb === undefined) return false;
  if (verb.role !== "content" && verb.role !== "verb") return false;
  // After an auxiliary a noun may follow, "où sont les réglages", or an infinitive, "puis-je les changer".
  const isPlace =
    before.role === "auxiliary"
      ? INFINITIVE.test(verb.lower)
      : before.role === "subject" ||
        BEFORE_CLITIC.test(before.lower) ||
        /^(?:no|não|non|se|si)$/.test(before.lower);
  if (!isPlace) return false;
  return verb.closes || afterVerb === undefined || afterVerb.role === "preposition";
}
