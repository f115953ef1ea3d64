/**
 * Holds the beginning of an answer until it is clear that it is one.
 *
 * Some templates write the opening mark of a thought themselves, so that a server's text begins in the middle of it and
 * only the closing mark shows what it was. Until then it looks like an answer, and what a visitor has seen cannot be
 * unseen. So nothing is passed on before the first citation, which an answer has in its first sentence or two, and
 * which it has to have: without one it is replaced. Where the sentences up to there speak of the task ("The user asks",
 * "I should"), the text is held to its end or to the closing mark. Both cost no more than a later start.
 *
 * A thought that speaks and cites like an answer gets through. It is noticed by its closing mark, and once an answer
 * follows, that one takes its place: `isRestart`. Of a model that has done so the next answers are held to their ends or
 * to the mark: `isHeldWhole`.
 */
import type { SpokenEvent } from "./spoken-words.ts";

/** What may be shown next. */
export interface AnswerPiece {
  text: string;
  /** All text before was a thought: this begins the answer, and takes its place. */
  isRestart: boolean;
}

export interface AnswerBeginning {
  push(events: readonly SpokenEvent[]): AnswerPiece;
  /**
   * Returns what was held back.
   *
   * @param isCut Whether the text was cut off by its limit: what still speaks of the task was a thought.
   */
  end(isCut: boolean): AnswerPiece;
  /** Whether a thought began without its opening mark. */
  readonly omitsOpening: boolean;
  /** The text has ended within such a thought. */
  readonly isThought: boolean;
}

export interface AnswerBeginningOptions {
  /** Positions that an answer may cite; none: everything is held to its end. */
  positions: ReadonlySet<number>;
  /** The model is known to omit opening marks. */
  isHeldWhole: boolean;
}

const CITATION = /[[【]\s{0,3}(\d{1,3})(?=[\s,;\]】†-])/g;
/** A citation and what may follow it within its brackets. */
const CITATION_CHARS = 12;

/** How models speak of a task and of themselves, in the languages of the interface and in Chinese and Japanese. */
const THINKING = [
  /\b(?:the|this|our) (?:user|visitor|customer|asker|question|query)(?:'s|’s)? (?:is|was|has|wants?|asks?|asked|asking|needs?|question|seems?|says?|said|wrote)\b/,
  /(?:^|[.!?\n:]\s{0,3})(?:okay|ok|alright|all right|hmm+|wait|first,|now,|so,)\b/,
  /\b(?:let me|let's|let us|let’s) (?:see|look|check|think|find|go|start|break|analy[sz]e|consider|write|answer|draft|read|recall|re)/,
  /\b(?:i|we) (?:need to|should|must|have to|will|'ll|can|could|think|guess|see|am going to|'m going to|want to) (?:answer|respond|reply|write|cite|say|mention|find|look|check|use|see|state|include|be|not|avoid|give|provide|explain|that)\b/,
  /\bi (?:need|should|must|think|guess|wonder|see|recall|believe)\b/,
  /\b(?:passage|source|excerpt|context)s? ?(?:\[?\d|says?|mentions?|states?|do not|does|doesn't|don't|provides?|contains?|tells?|talks?)/,
  /\b(?:according to|from|in|per) (?:the )?(?:passage|excerpt|context)s?\b/,
  /\b(?:my|the|a) (?:answer|response|reply) (?:should|must|is to|needs?|will|has to)\b/,
  /\b(?:der|die|diese[r]?) (?:nutzer|benutzer|besucher|anwender|frage|kunde)(?:in)? (?:fragt|möchte|will|sucht|braucht|ist|lautet|wissen)\b/,
  /\bich (?:muss|sollte|soll|werde|brauche|schaue|sehe|denke)\b|\blass(?:t)? (?:mich|uns)\b|\bmal sehen\b/,
  /\b(?:l['’]utilisateur|le visiteur|la question) (?:demande|veut|cherche|souhaite|est|porte)\b|\bje (?:dois|vais|devrais|pense|vois)\b|\bvoyons\b/,
  /\b(?:el|la) (?:usuario|visitante|pregunta) (?:pregunta|quiere|busca|necesita|es)\b|\b(?:debo|tengo que|voy a|veamos)\b/,
  /\b(?:l['’]utente|il visitatore|la domanda) (?:chiede|vuole|cerca|è)\b|\b(?:devo|dovrei|vediamo)\b/,
  /\b(?:o (?:usuário|utilizador|visitante)|a pergunta) (?:pergunta|quer|procura|é)\b|\b(?:vou|preciso|devo|vamos ver)\b/,
  /\b(?:de (?:gebruiker|bezoeker|vraag)) (?:vraagt|wil|zoekt|is)\b|\bik (?:moet|zal|ga|denk|zie)\b|\blaat me\b/,
  /用户|访客|我需要|我应该|让我|好的，|首先，|ユーザー|訪問者|質問|考えて/,
];

function speaksOfTask(text: string): boolean {
  const words = text.toLowerCase();
  return THINKING.some((pattern) => pattern.test(words));
}

export function createAnswerBeginning({ positions, isHeldWhole }: AnswerBeginningOptions): AnswerBeginning {
  let held = "";
  let hasBegun = false;
  let isThinking = isHeldWhole;
  let omitsOpening = false;
  let isThought = false;
  /** What was passed on was a thought, unless nothing follows its mark: then the mark was an error of the model's. */
  let isDoubtful = false;
  /** Of that, what had not been passed on when its mark came. */
  let doubtful = "";
  let hasShown = false;
  let restarts = 0;

  const isCited = (from: number): boolean =>
    [...held.slice(Math.max(0, from - CITATION_CHARS)).matchAll(CITATION)].some(([, digits]) =>
      positions.has(Number(digits)),
    );
  /** Whether what is held has been told to be an answer. */
  const begins = (from: number): boolean => {
    if (isThinking || !isCited(from)) return false;
    isThinking = speaksOfTask(held);
    return !isThinking;
  };
  const endThought = (): void => {
    omitsOpening ||= hasBegun || held.trim() !== "";
    isDoubtful ||= hasBegun;
    held = "";
    hasBegun = false;
    // What follows is told by its own words; but nobody is shown a third beginning.
    isThinking = restarts > 0;
  };
  const release = (shown: string): AnswerPiece => {
    const text = held;
    held = "";
    if (!isDoubtful) return { text: shown + text, isRestart: false };
    isDoubtful = false;
    doubtful = "";
    if (hasShown) restarts++;
    return { text, isRestart: hasShown };
  };

  return {
    push(events) {
      let piece: AnswerPiece = { text: "", isRestart: false };
      for (const event of events) {
        if (event.type === "thought-ended") {
          endThought();
          continue;
        }
        const from = held.length;
        held += event.text;
        hasBegun ||= begins(from);
        if (!hasBegun) continue;
        const next = release(piece.text);
        piece = { text: next.text, isRestart: piece.isRestart || next.isRestart };
      }
      if (isDoubtful) {
        doubtful += piece.text;
        return { text: "", isRestart: false };
      }
      hasShown ||= piece.text !== "";
      return piece;
    },
    end(isCut) {
      isThought = isCut && !hasBegun && speaksOfTask(held);
      if (isThought) {
        omitsOpening = true;
        return { text: "", isRestart: false };
      }
      if (!isDoubtful) return release("");
      return /[\p{L}\p{N}]/u.test(held) ? release("") : { text: doubtful, isRestart: false };
    },
    get isThought() {
      return isThought;
    },
    get omitsOpening() {
      return omitsOpening;
    },
  };
}
