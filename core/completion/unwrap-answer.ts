/**
 * Takes an answer out of the fence that some models put around all of it, "```markdown". A fence is around the answer
 * where a citation stands in it: in a sample of Markdown there is none.
 */
export interface AnswerUnwrapper {
  /** @param text at first with all up to its first citation. */
  push(text: string): string;
  /** Returns what was held back. */
  end(): string;
}

const OPENING = /^\s*(`{3,}|~{3,})[ \t]*(?:markdown|md)[ \t]*\n/i;
const CITATION = /\[\d{1,3}\]/;

export function createAnswerUnwrapper(): AnswerUnwrapper {
  let isFirst = true;
  let fence: string | undefined;
  let held = "";

  const open = (text: string): string => {
    const [opening, run = ""] = OPENING.exec(text) ?? [];
    if (opening === undefined) return text;
    const inner = text.slice(opening.length);
    const cited = CITATION.exec(inner)?.index ?? -1;
    if (
      cited === -1 ||
      inner
        .slice(0, cited)
        .split("\n")
        .some((line) => line.trim() === run)
    )
      return text;
    fence = run;
    return inner;
  };

  return {
    push(text) {
      if (text === "") return "";
      const opened = isFirst ? open(text) : text;
      isFirst = false;
      if (fence === undefined) return opened;
      const all = held + opened;
      // The closing fence is the last line: it is known for that once nothing follows.
      const ready = /(?:\s|[`~]){0,24}$/.exec(all)?.index ?? all.length;
      held = all.slice(ready);
      return all.slice(0, ready);
    },
    end() {
      const rest = held;
      held = "";
      if (fence === undefined) return rest;
      const end = rest.trimEnd();
      return end.endsWith(fence) && /(?:^|\n)[ \t]*$/.test(end.slice(0, -fence.length))
        ? end.slice(0, -fence.length).trimEnd()
        : rest;
    },
  };
}
