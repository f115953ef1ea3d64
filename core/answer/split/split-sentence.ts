/** One sentence that asks several things, or one thing in several steps, as the questions that it is made of. */
import { textOf, type Token } from "../../dialogue/question-tokens.ts";
import { isAsking, type Grammar } from "./asking.ts";
import { opensQuestion } from "./opens-question.ts";

/** Questions of one sentence: two where it asks two things, one where it asks one. */
export function splitSentence(sentence: string, tokens: readonly Token[], grammar: Grammar): string[] {
  const endsInMark = sentence.trimEnd().endsWith("?");
  const marks = { endsInMark, opening: endsInMark && sentence.includes("¿") ? "¿" : "" };
  const parts: string[] = [];
  let begun = tokens;
  /** Of the last question with one: each step after it is asked in the same way. */
  let frame = frameOf(begun, grammar);
  for (let index = 1; index < begun.length - 1; index++) {
    const joint = jointAt(begun, index, grammar);
    if (joint === undefined) continue;
    const left = begun.slice(0, index);
    const right = begun.slice(joint.to);
    const asked =
      withLeftOut(left, right) ?? (opensBehind(left, right, joint, grammar, endsInMark) ? right : undefined);
    const step =
      asked === undefined && frame !== undefined ? stepOf(left, right, frame, joint, grammar) : undefined;
    const next = asked ?? step;
    if (next === undefined) continue;
    parts.push(questionOf(left, grammar, marks));
    begun = next;
    frame = frameOf(begun, grammar) ?? frame;
    // What a step was given of the question before it holds no joint.
    index = next === right ? 0 : next.length - right.length;
  }
  return [...parts, questionOf(begun, grammar, marks)];
}

interface Joint {
  /** Where what it joins begins. */
  to: number;
  /** A comma alone: between two questions, and in many other places. */
  isComma: boolean;
  /** A step follows. */
  isThen: boolean;
}

/** The longest condition, "en caso afirmativo", and "after that". */
const CONDITION_MAX_WORDS = 3;
const AFTER_THAT =
  /^(?:after (?:that|this|which)|danach|después de eso|après (?:ça|cela)|dopo di che|depois disso|daarna)$/u;

function jointAt(tokens: readonly Token[], index: number, { split }: Grammar): Joint | undefined {
  const isComma = /[,;]$/.test(tokens[index - 1]?.text ?? "");
  const isJoint = split.joints.has(tokens[index]?.lower ?? "");
  if (!isComma && !isJoint) return undefined;
  let to = isJoint ? index + 1 : index;
  let isThen = false;
  for (let skipped = true; skipped;) {
    skipped = false;
    if (split.thens.has(tokens[to]?.lower ?? "")) {
      isThen = true;
      to++;
      skipped = true;
    }
    for (let words = CONDITION_MAX_WORDS; words >= 2; words--) {
      const said = textOf(tokens, to, to + words).toLowerCase();
      const isAfter = AFTER_THAT.test(said);
      if (!isAfter && !split.condition.test(said)) continue;
      isThen ||= isAfter;
      to += words;
      skipped = true;
      break;
    }
  }
  return { to, isComma: !isJoint && to === index, isThen };
}

/** After a comma alone these begin a question as well as a clause of their own: "the file, which is". */
const RELATIVE =
  /^(?:which|who|whose|where|when|that|wo|wer|was|welche[rs]?|quand|qui|que|où|quando|che|chi|dove|onde|quem|waar|wie|die|dat)$/u;

function opensBehind(
  left: readonly Token[],
  right: readonly Token[],
  { isComma }: Joint,
  grammar: Grammar,
  endsInMark: boolean,
): boolean {
  // Before a comma alone stands what leads the question in as well: "In May 2002, where …".
  // "Wie speichere und lade ich": the subject is still to come.
  if (grammar.words.verb === "before-subject" && left.length < 3) return false;
  if (!isAsking(left, grammar, endsInMark && !isComma) || (isComma && !hasVerb(left, grammar))) return false;
  const [first, second, third] = right;
  const isEmbedded = grammar.split.request.test(left.map(({ word }) => word).join(" "));
  if (!opensQuestion(right, { left, isComma, isEmbedded }, grammar)) return false;
  // "How do I check what is running and what is stopped?" asks once.
  if (
    first?.role === "question" &&
    !isEmbedded &&
    left.findIndex(({ lower }, at) => at > 1 && lower === first.lower) >= 0
  )
    return false;
  if (!isComma || !RELATIVE.test(first?.lower ?? "")) return true;
  return (
    second?.role === "auxiliary" &&
    (third?.role === "subject" || third?.role === "determiner") &&
    right.length > 2
  );
}

/** Told by its auxiliary, where the language has one in most questions. */
function hasVerb(tokens: readonly Token[], { words }: Grammar): boolean {
  return (
    words.verb !== "after-subject" ||
    tokens.some(({ role, lower }) =>
      role === "auxiliary" ? !/^be(?:en|ing)?$/.test(lower) : lower.endsWith("'s"),
    )
  );
}

/** A question word and what belongs to it, "how many of the", before the verb. */
const LED_IN_MAX_WORDS = 4;

/** "When do the shops open and when the museums?": the verb is left out where it would be said again. */
function withLeftOut(left: readonly Token[], right: readonly Token[]): readonly Token[] | undefined {
  const [first] = right;
  if (first?.role !== "question" || left[0]?.lower !== first.lower) return undefined;
  if (right.some(({ role }) => role === "auxiliary" || role === "subject")) return undefined;
  const verb = left.slice(0, LED_IN_MAX_WORDS).findIndex(({ role }) => role === "auxiliary");
  const shared = right.findIndex(({ lower }, at) => lower !== left[at]?.lower);
  if (verb < 1 || shared > verb || (shared < 2 && right[shared]?.role !== "determiner")) return undefined;
  const object = left.findIndex(({ role }, at) => at > verb && role === "determiner");
  return [...left.slice(0, Math.max(verb + 1, object)), ...right.slice(shared)];
}

/** How many words of a question stand before the verb of what is to be done. */
function frameOf(tokens: readonly Token[], { split }: Grammar): readonly Token[] | undefined {
  const text = tokens.map(({ word }) => word).join(" ");
  const matched = split.frame.exec(text)?.[0] ?? split.wish?.said.exec(text)?.[0];
  return matched === undefined ? undefined : tokens.slice(0, matched.trim().split(" ").length);
}

const PARTICLES = /^(?:off|on|up|out|down|in|back|over|away)$/u;
const OBJECTS =
  /^(?:it|them|her|him|me|us|that|this|everything|someone|people|es|ihn|ihm|sie|mich|uns|lo|la|los|las|le|les|het|ze|hem)$/u;

/** The question that a step is, where one follows: "change my address" after "How do I reset my password". */
function stepOf(
  left: readonly Token[],
  right: readonly Token[],
  frame: readonly Token[],
  { isThen, isComma }: Joint,
  grammar: Grammar,
): readonly Token[] | undefined {
  const { split, words } = grammar;
  const done = left.slice(frame.length).filter(({ lower }) => lower !== "first");
  const [verb, object] = right;
  if (verb === undefined || (isComma && !isThen)) return undefined;
  // "How do I drag and drop": one thing in two words.
  const hasObject = done
    .slice(1)
    .some(({ role, lower }) => (role === "content" || role === "verb") && !PARTICLES.test(lower));
  if (!hasObject && !isThen) return undefined;
  if (words.verb === "before-subject") return germanicStep(left, right, frame, grammar);
  if (verb.role !== "content" && verb.role !== "verb") return undefined;
  const isFrameOfInfinitive = split.infinitive?.test(done[0]?.lower ?? "") === true;
  if (split.infinitive !== undefined && isFrameOfInfinitive !== split.infinitive.test(verb.lower))
    return undefined;
  const takesObject = (token: Token | undefined): boolean =>
    token !== undefined && (token.role === "determiner" || OBJECTS.test(token.lower));
  const isVerb =
    isThen ||
    (!verb.closes && (takesObject(object) || (PARTICLES.test(object?.lower ?? "") && takesObject(right[2]))));
  return isVerb && right.length > 1 ? [...frame, ...right] : undefined;
}

/** "Wie kann ich A ändern und B löschen?", "Wie ändere ich A und lösche B?" */
function germanicStep(
  left: readonly Token[],
  right: readonly Token[],
  frame: readonly Token[],
  { split }: Grammar,
): readonly Token[] | undefined {
  const [first] = right;
  const ends = (tokens: readonly Token[]): boolean => {
    const last = tokens.at(-1);
    return (
      last !== undefined &&
      (last.role === "content" || last.role === "verb") &&
      /^\p{Ll}/u.test(last.word) &&
      split.infinitive?.test(last.lower) === true
    );
  };
  const isPhrase = first?.role === "determiner" || OBJECTS.test(first?.lower ?? "");
  return isPhrase && right.length > 1 && ends(left) && ends(right) ? [...frame, ...right] : undefined;
}

/** Words as a question by itself, without what joined them to others. */
function questionOf(
  tokens: readonly Token[],
  { split, words }: Grammar,
  { endsInMark, opening }: { endsInMark: boolean; opening: string },
): string {
  const from = tokens.findIndex(({ lower, role }) => role !== "connector" || words.subjects.has(lower));
  let text = textOf(tokens, Math.max(0, from));
  const frame = split.frame.exec(text)?.[0] ?? split.wish?.said.exec(text)?.[0] ?? "";
  // "How do I first …" is asked by itself now; "the first" stays.
  if (frame !== "") text = frame + text.slice(frame.length).replace(split.first, " ");
  const wish = split.wish?.said.exec(text)?.[0];
  if (split.wish !== undefined && wish !== undefined) text = split.wish.asked + text.slice(wish.length);
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  const isAsked = endsInMark || wish !== undefined;
  return `${opening}${begun}${isAsked ? "?" : ""}`;
}
