/** A piece of text that belongs into an answer which was shown already. */
export interface TextMark {
  /** Place in the answer as it was shown, in UTF-16 code units, as strings of JavaScript count. */
  at: number;
  /** Markdown. */
  text: string;
}

/** The answer with its marks. What stands nowhere in it is left out. */
export function insertMarks(answer: string, marks: readonly TextMark[]): string {
  let marked = answer;
  // From the end, so that places in front stay what they are.
  for (const { at, text } of [...marks].sort((a, b) => b.at - a.at)) {
    if (at >= 0 && at <= answer.length) marked = marked.slice(0, at) + text + marked.slice(at);
  }
  return marked;
}
