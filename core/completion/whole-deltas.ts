/**
 * Turns what a server sends into pieces that follow one another. Most send only what is new; some send all of the text
 * again with every chunk, or once more at the end.
 *
 * A repeated text is told only where nothing else can be meant: each of at least three pieces begins with the whole of
 * the one before, or one piece begins with all of a text that is long enough for that to be no chance.
 */
export interface WholeDeltas {
  /** @returns what is new. */
  push(text: string, isMessage: boolean): string;
  /** Returns what was held back. */
  end(): string;
}

/** No piece repeats so much of what came before by chance. */
const TELLING_CHARS = 24;
/** Pieces that go on from one another this often are one text that grows. */
const TELLING_PIECES = 3;
/** A text that was sent so often after the first time was meant each time. */
const TELLING_REPEATS = 2;

export function createWholeDeltas(): WholeDeltas {
  let said = "";
  /** The pieces so far, while each begins with the one before. */
  let chain: string[] | undefined = [];
  let isGrowing = false;
  let hasDelta = false;
  /** How often all of it was sent again, without anything new. */
  let repeats = 0;
  let isIncremental = false;

  const add = (text: string): string => {
    said += text;
    return text;
  };
  const release = (): string => {
    const held = (chain ?? []).join("");
    chain = undefined;
    return add(held);
  };

  return {
    push(text, isMessage) {
      if (text === "") return "";
      hasDelta ||= !isMessage;
      if (isIncremental) return add(text);
      if (isGrowing) return add(text.startsWith(said) ? text.slice(said.length) : text);
      // A message after deltas is what they have said, however short.
      if (isMessage && hasDelta) {
        isGrowing = true;
        const held = chain === undefined ? "" : release();
        return held + add(text.startsWith(said) ? text.slice(said.length) : text);
      }
      if (chain === undefined) {
        if (said.length < TELLING_CHARS || !text.startsWith(said)) return add(text);
        if (text === said) {
          // Once more at the end, perhaps. Again and again it is a model that repeats itself.
          repeats++;
          if (repeats < TELLING_REPEATS) return "";
          isIncremental = true;
          return add(said.repeat(TELLING_REPEATS));
        }
        // Said once more at the end, or growing from here on.
        isGrowing = true;
        return add(text.slice(said.length));
      }
      const before = chain.at(-1) ?? "";
      if (!text.startsWith(before) || (text === before && before !== ""))
        return release() + this.push(text, isMessage);
      chain.push(text);
      if (chain.length < TELLING_PIECES) {
        // One that says enough by itself needs no other to be known.
        return chain.length === 1 && text.length >= TELLING_CHARS ? release() : "";
      }
      isGrowing = true;
      chain = undefined;
      return add(text);
    },
    end: release,
  };
}
