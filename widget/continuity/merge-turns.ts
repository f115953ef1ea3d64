/**
 * Two tabs may write one conversation. Neither wins as a whole: turns are merged one by one, by what each side has
 * changed since both last agreed.
 */
import { isAnswering, type Turn } from "../chat-state.ts";

/** What both sides last agreed on: the state of each turn, by its id. */
export type Agreed = ReadonlyMap<string, string>;

export function agreedOn(turns: readonly Turn[]): Agreed {
  return new Map(turns.map((turn) => [turn.id, stateOf(turn)]));
}

/** All that can change about a turn. Texts stand for the sources and suggestions that come with them. */
function stateOf(turn: Turn): string {
  const { question, askedAtMs, status, text, rating, lastEventId, finishReason, followUps, sources } = turn;
  return JSON.stringify([
    question,
    askedAtMs,
    status,
    text,
    rating,
    lastEventId,
    finishReason,
    followUps.length,
    sources.length,
  ]);
}

export function sameTurns(one: readonly Turn[], other: readonly Turn[]): boolean {
  return (
    one.length === other.length &&
    one.every((turn, index) => turn === other[index] || same(turn, other[index]!))
  );
}

const same = (one: Turn, other: Turn): boolean => one.id === other.id && stateOf(one) === stateOf(other);

/**
 * The turns of both sides: those of the other side stand where they were asked.
 *
 * @param agreed what both had when they last met; a turn of it that one side lacks was removed there.
 */
export function mergeTurns(own: readonly Turn[], stored: readonly Turn[], agreed: Agreed): Turn[] {
  const storedById = new Map(stored.map((turn) => [turn.id, turn]));
  const ownIds = new Set(own.map(({ id }) => id));
  // What the other side lacks before all that it has was too old to be kept, and not removed.
  const firstCommon = own.findIndex(({ id }) => storedById.has(id));
  const merged = own.flatMap((turn, index) => {
    const other = storedById.get(turn.id);
    if (other) return [pick(turn, other, agreed.get(turn.id))];
    return agreed.has(turn.id) && firstCommon >= 0 && index > firstCommon ? [] : [turn];
  });
  for (const turn of stored) {
    if (ownIds.has(turn.id) || agreed.has(turn.id)) continue;
    // Not sorted as a whole: one that was tried again stays where it is.
    const before = merged.findLastIndex(({ askedAtMs }) => askedAtMs <= turn.askedAtMs);
    merged.splice(before + 1, 0, turn);
  }
  return merged;
}

function pick(own: Turn, stored: Turn, agreed: string | undefined): Turn {
  const ownState = stateOf(own);
  const storedState = stateOf(stored);
  if (ownState === storedState || ownState === agreed) return ownState === storedState ? own : stored;
  if (storedState === agreed) return own;
  // Both changed it: the later question, then the answer that came further.
  return progress(stored) > progress(own) ? stored : own;
}

const progress = (turn: Turn): number =>
  turn.askedAtMs * 4 + (isAnswering(turn) ? 0 : turn.status === "complete" ? 2 : 1);
