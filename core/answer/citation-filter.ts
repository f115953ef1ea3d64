/**
 * Checks an answer while it streams: whatever a provider writes, the visitor gets citations that map to a
 * source, and no address that the corpus does not hold.
 *
 * - `[n]` stays only where n is a position that was sent; `[9]`, `[^1]` and their definitions go.
 * - A link or an image stays as its text. Links are made of citations, by whoever shows the answer.
 * - A bare address stays only where a passage holds it; otherwise its host is left, so that nothing a model
 *   was tricked into can carry data away in a path or a query.
 * - Code is passed through untouched: `items[0]` is no citation.
 *
 * Text is held back only while a construct is open, and at most {@link MAX_HELD_CHARS} of it.
 */
export interface CitationFilter {
  /** Takes the next piece and returns what is ready to be shown. */
  push(text: string): string;
  /** Returns what was held back. */
  end(): string;
  /** Valid positions so far, in the order of their first use. */
  readonly citedPositions: readonly number[];
}

export interface CitationFilterOptions {
  /** Positions that may be cited. */
  positions: ReadonlySet<number>;
  /** Whether a bare address may stay. */
  allowsAddress: (address: string) => boolean;
}

/** An open bracket that does not close within this is text. */
const MAX_HELD_CHARS = 2000;

/** What may begin a construct, besides a character of a word. */
const SPECIAL = /[`~\\[!<]|(?=https?:|www\.|ftp:)/iu;

/** Ends of a text that may be the beginning of an address. */
const ADDRESS_PREFIX = /(?:h|ht|htt|https?|f|ft|ftp|w|ww|www)$/iu;
const ADDRESS = /^(?:https?:|ftp:|www\.)[^\s<>"'`()[\]]*/iu;

/** Position lists as models write them: `[1]`, `[1, 2]`, `[1][2]`. */
const POSITIONS = /^\s*\d{1,4}(?:\s*[,;]\s*\d{1,4})*\s*$/;

/** Numbers of any script and footnote marks look like citations and are none. */
const LOOKS_LIKE_MARK = /^\s*(?:\^.*|[\p{N}\s,;]+)$/u;

type Step = { consumed: number; output: string } | "incomplete";

export function createCitationFilter({ positions, allowsAddress }: CitationFilterOptions): CitationFilter {
  const citedPositions: number[] = [];
  let held = "";
  /** The fence that is open, as its run of characters. */
  let fence: string | undefined;
  let atLineStart = true;

  const cite = (list: string): string =>
    list
      .split(/[,;]/)
      .map(Number)
      .filter((position) => positions.has(position))
      .map((position) => {
        if (!citedPositions.includes(position)) citedPositions.push(position);
        return `[${position}]`;
      })
      .join("");

  /** Filters a text that is complete, such as the text of a link. */
  const filterWhole = (text: string): string => {
    const inner = createCitationFilter({ positions: new Set(), allowsAddress });
    return inner.push(text) + inner.end();
  };

  const stepInFence = (text: string, openFence: string): Step => {
    const newline = text.indexOf("\n");
    const line = newline === -1 ? text : text.slice(0, newline);
    const mark = openFence[0] as string;
    const mayClose = new RegExp(`^ {0,3}[${mark}]*[ \\t]*$`).test(line);
    if (newline === -1) {
      if (atLineStart && mayClose) return "incomplete";
      return { consumed: line.length, output: line };
    }
    const closes = atLineStart && mayClose && line.trim().length >= openFence.length;
    if (closes) fence = undefined;
    return { consumed: newline + 1, output: text.slice(0, newline + 1) };
  };

  const stepBackticks = (text: string, isEnd: boolean): Step => {
    const run = /^(`+|~+)/.exec(text)?.[0] ?? "";
    if (run.length === text.length && !isEnd) return "incomplete";
    if (atLineStart && run.length >= 3) {
      fence = run;
      return { consumed: run.length, output: run };
    }
    if (run.startsWith("~")) return { consumed: run.length, output: run };
    const closing = new RegExp(`(?<!\`)${run}(?!\`)`, "g");
    closing.lastIndex = run.length;
    const match = closing.exec(text);
    const paragraphEnd = text.indexOf("\n\n");
    if (match !== null && (paragraphEnd === -1 || match.index < paragraphEnd)) {
      const end = match.index + run.length;
      // The run may go on with the next piece.
      if (end === text.length && !isEnd) return "incomplete";
      return { consumed: end, output: text.slice(0, end) };
    }
    if (paragraphEnd === -1 && !isEnd && text.length < MAX_HELD_CHARS) return "incomplete";
    return { consumed: run.length, output: run };
  };

  const stepBracket = (text: string, isEnd: boolean): Step => {
    const isImage = text.startsWith("!");
    const open = isImage ? 1 : 0;
    const close = closingBracket(text, open);
    const giveUp = isEnd || text.length >= MAX_HELD_CHARS || /\n\s*\n/.test(text);
    if (close === -1) return giveUp ? { consumed: open + 1, output: text.slice(0, open + 1) } : "incomplete";
    const after = text[close + 1];
    if (after === undefined && !isEnd) return "incomplete";
    const inner = text.slice(open + 1, close);
    if (after === ":" && (atLineStart || inner.startsWith("^"))) {
      const lineEnd = text.indexOf("\n", close);
      if (lineEnd === -1 && !giveUp) return "incomplete";
      return { consumed: lineEnd === -1 ? text.length : lineEnd, output: "" };
    }
    let end = close + 1;
    if (after === "(") {
      const target = /^\((?:[^()\n\\]|\\.|\([^()\n]*\))*\)/.exec(text.slice(end))?.[0];
      if (target === undefined && !giveUp && !text.slice(end).includes("\n")) return "incomplete";
      end += target?.length ?? 0;
    }
    if (POSITIONS.test(inner)) return { consumed: end, output: cite(inner) };
    const isLink = end > close + 1 || isImage;
    const kept = LOOKS_LIKE_MARK.test(inner) ? inner : filterWhole(inner);
    // Checked after filtering too: what was inside may have left a bare number.
    if (LOOKS_LIKE_MARK.test(kept)) return { consumed: end, output: "" };
    return { consumed: end, output: isLink ? kept : `[${kept}]` };
  };

  const stepAngle = (text: string, isEnd: boolean): Step => {
    const scheme = /^<[a-z][a-z0-9+.-]*:[^\s<>]*/i.exec(text)?.[0];
    if (scheme === undefined) {
      // `<ht` may become an address with the next piece.
      if (!isEnd && /^<[a-z0-9+.-]{0,32}$/i.test(text)) return "incomplete";
      return { consumed: 1, output: "<" };
    }
    if (scheme.length === text.length && !isEnd && text.length < MAX_HELD_CHARS) return "incomplete";
    const end = scheme.length + (text[scheme.length] === ">" ? 1 : 0);
    return { consumed: end, output: filterAddress(scheme.slice(1)) };
  };

  const filterAddress = (address: string): string => {
    const trimmed = address.replace(/[.,;:!?*_]+$/, "");
    if (allowsAddress(trimmed)) return address;
    const rest = address.slice(trimmed.length);
    try {
      const url = new URL(trimmed.includes(":") ? trimmed : `https://${trimmed}`);
      return url.protocol === "https:" || url.protocol === "http:"
        ? url.hostname.replace(/^www\./, "") + rest
        : rest;
    } catch {
      return rest;
    }
  };

  const stepText = (text: string, isEnd: boolean): Step => {
    const address = ADDRESS.exec(text)?.[0];
    if (address !== undefined) {
      if (address.length === text.length && !isEnd && text.length < MAX_HELD_CHARS) return "incomplete";
      return { consumed: address.length, output: filterAddress(address) };
    }
    const special = text.slice(1).search(SPECIAL);
    const newline = text.indexOf("\n");
    let end = special === -1 ? text.length : special + 1;
    if (newline !== -1 && newline < end) end = newline + 1;
    const piece = text.slice(0, end);
    if (end === text.length && !isEnd) {
      const prefix = ADDRESS_PREFIX.exec(piece)?.[0];
      if (prefix !== undefined) {
        return prefix.length === piece.length
          ? "incomplete"
          : { consumed: end - prefix.length, output: piece.slice(0, -prefix.length) };
      }
    }
    return { consumed: end, output: piece };
  };

  const step = (text: string, isEnd: boolean): Step => {
    if (fence !== undefined) {
      const result = stepInFence(isEnd ? `${text}\n` : text, fence);
      if (result === "incomplete" || !isEnd) return result;
      return {
        consumed: Math.min(result.consumed, text.length),
        output: result.output.slice(0, text.length),
      };
    }
    switch (text[0]) {
      case "`":
      case "~":
        return stepBackticks(text, isEnd);
      case "\\":
        return text.length === 1 && !isEnd ? "incomplete" : { consumed: 2, output: text.slice(0, 2) };
      case "!":
        if (text.length === 1 && !isEnd) return "incomplete";
        return text[1] === "[" ? stepBracket(text, isEnd) : { consumed: 1, output: "!" };
      case "[":
        return stepBracket(text, isEnd);
      case "<":
        return stepAngle(text, isEnd);
      default:
        return stepText(text, isEnd);
    }
  };

  const drain = (isEnd: boolean): string => {
    let output = "";
    while (held !== "") {
      const result = step(held, isEnd);
      if (result === "incomplete") {
        if (!isEnd) break;
        output += held;
        held = "";
        break;
      }
      const consumed = held.slice(0, result.consumed);
      held = held.slice(result.consumed);
      output += result.output;
      atLineStart = /(?:^|\n)[ \t]{0,3}$/.test(consumed) && (atLineStart || consumed.includes("\n"));
    }
    return output;
  };

  return {
    push(text) {
      held += text;
      return drain(false);
    },
    end: () => drain(true),
    citedPositions,
  };
}

/** Index of the bracket that closes the one at `open`, skipping escapes and nested pairs; -1 where none does. */
function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    const character = text[index];
    if (character === "\\") index++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return index;
    else if (character === "\n" && text[index + 1] === "\n") return -1;
  }
  return -1;
}
