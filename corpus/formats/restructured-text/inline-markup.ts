/**
 * Inline markup as text, by the rules of docutils' `Inliner`. A text is read once from its start to its end: an end that
 * was not found is not looked for again.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup
 */
import { SIMPLE_NAME } from "./explicit-markup.ts";

/** What the parts of a text become. All return text as a block holds it. */
export interface InlineReader {
  role: (name: string, content: string) => InlineText;
  substitution: (name: string) => InlineText;
  /** `label`: a number, `#name`, `#`, `*`, or a name. */
  footnote: (label: string) => InlineText;
  /** `uri`: where it is written beside the text. `isAnonymous`: it has two underscores. */
  reference: (text: string, target: { uri?: string; alias?: string; isAnonymous: boolean }) => InlineText;
  /** A place that is named in the text. */
  target: (name: string) => void;
  literal: (code: string) => string;
  /** Text without markup. */
  plain: (text: string) => string;
  /** A start that has no end: it is text, and takes numbers of ids. */
  unclosed: () => void;
}

export interface InlineText {
  shown: string;
  /** As ids are made of it, where it differs. */
  name?: string;
}

/** Stands before a character that is escaped, which it makes text. */
const ESCAPE = "\0";
const BEFORE = String.raw`(?<=^|[\s\p{Ps}\p{Pi}\p{Pf}"'<\-\/:\p{Pd}]|(?![\x00-\x7f])\p{Po})`;
const AFTER = String.raw`(?=$|[\s\x00\p{Pe}\p{Pf}\p{Pi}"'>\-\/:\p{Pd}\\.,;!?]|(?![\x00-\x7f])\p{Po})`;

const START = new RegExp(
  [
    String.raw`(?<start>${BEFORE}(?:\*\*|\*(?!\*)|${"``"}|_${"`"}|\|(?!\|))(?!\s))`,
    String.raw`${BEFORE}(?<name>${SIMPLE_NAME})(?<marks>__?)${AFTER}`,
    String.raw`${BEFORE}\[(?<note>\d{1,9}|#(?:${SIMPLE_NAME})?|\*|${SIMPLE_NAME})\]_${AFTER}`,
    String.raw`(?<role>${BEFORE}(?::${SIMPLE_NAME}:)?${"`"}(?!${"`"})(?!\s))`,
  ].join("|"),
  "gu",
);

const ENDS = {
  "*": new RegExp(String.raw`(?<![\s\x00])\*${AFTER}`, "gu"),
  "**": new RegExp(String.raw`(?<![\s\x00])\*\*${AFTER}`, "gu"),
  "``": new RegExp(String.raw`(?<!\s)${"``"}${AFTER}`, "gu"),
  "_`": new RegExp(String.raw`(?<![\s\x00])${"`"}${AFTER}`, "gu"),
  "|": new RegExp(String.raw`(?<![\s\x00])\|_{0,2}${AFTER}`, "gu"),
  "`": new RegExp(String.raw`(?<!(?<!\x00)[\s\x00])${"`"}(?::${SIMPLE_NAME}:|__?)?${AFTER}`, "gu"),
} as const;
type Mark = keyof typeof ENDS;

const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "(": ")",
  "<": ">",
  "[": "]",
  "{": "}",
  "“": "”",
  "‘": "’",
  "«": "»",
  "»": "«",
  "„": "“",
  "‚": "‘",
};

const EMBEDDED = /(?:[ \n]+|^)<(?!\s)((?:[^<>\0]|\0[\s\S]){1,2000}?)(?<![\s\0])>$/;

export function readInline(text: string, reader: InlineReader): Required<InlineText> {
  const source = text.replace(/\\([\s\S])/g, `${ESCAPE}$1`);
  let shown = "";
  let name = "";
  let at = 0;
  /** Of each mark, from where on it has no end. */
  const endless = new Map<Mark, number>();
  const add = ({ shown: more, name: own = more.replaceAll("`", "") }: InlineText): void => {
    shown += more;
    name += own;
  };
  const plain = (end: number): void => {
    if (end > at) {
      const words = unescaped(source.slice(at, end));
      add({ shown: reader.plain(words), name: words });
    }
  };
  const endOf = (mark: Mark, from: number): RegExpExecArray | undefined => {
    if (from >= (endless.get(mark) ?? Number.POSITIVE_INFINITY)) return undefined;
    const pattern = ENDS[mark];
    pattern.lastIndex = from + 1;
    const end = pattern.exec(source);
    if (end === null) endless.set(mark, from);
    return end ?? undefined;
  };
  /** What a part becomes may be a text that is read meanwhile: the patterns keep no place. */
  let searchFrom = 0;
  const nextStart = (): RegExpExecArray | null => {
    START.lastIndex = searchFrom;
    const match = START.exec(source);
    if (match !== null) searchFrom = match.index + match[0].length;
    return match;
  };
  for (let match = nextStart(); match !== null; match = nextStart()) {
    const { start, name: reference, marks, note, role } = match.groups ?? {};
    const from = match.index;
    const behind = from + match[0].length;
    if (reference !== undefined) {
      plain(from);
      add(reader.reference(reference, { isAnonymous: marks === "__" }));
      at = behind;
      continue;
    }
    if (note !== undefined) {
      plain(from);
      add(reader.footnote(note));
      at = behind;
      continue;
    }
    const mark = (start ?? "`") as Mark;
    const isQuoted = PAIRS[source[from - 1] ?? ""] === source[behind] && source[behind] !== undefined;
    if (isQuoted && (start !== undefined || role === "`")) continue;
    const end = endOf(mark, behind);
    if (end === undefined) {
      reader.unclosed();
      continue;
    }
    plain(from);
    const content = source.slice(behind, end.index);
    at = end.index + end[0].length;
    searchFrom = at;
    if (start === undefined) add(interpreted((role ?? "").slice(1, -2), content, end[0].slice(1)));
    else add(marked(mark, content));
  }
  plain(source.length);
  return { shown, name };

  function marked(mark: Mark, content: string): InlineText {
    if (mark === "``") {
      const code = content.replace(/\0/g, "\\");
      return { shown: reader.literal(code), name: code };
    }
    const words = unescaped(content);
    if (mark === "|") return reader.substitution(words.replace(/\s+/g, " "));
    if (mark === "_`") reader.target(words);
    return { shown: reader.plain(words), name: words };
  }

  function interpreted(before: string, content: string, behindEnd: string): InlineText {
    if (!behindEnd.startsWith("_")) {
      return reader.role(before === "" ? behindEnd.slice(1, -1) : before, content);
    }
    const isAnonymous = behindEnd === "__";
    const embedded = EMBEDDED.exec(content);
    if (embedded === null) return reader.reference(unescaped(content), { isAnonymous });
    const target = embedded[1] ?? "";
    const words = unescaped(content.slice(0, embedded.index)).trim();
    const isAlias = /[^\0]_$/.test(target) && !/^[a-z][a-z\d+.-]*:\S/i.test(target);
    if (isAlias) {
      const alias = unescaped(target.slice(0, -1));
      return reader.reference(words === "" ? alias : words, { alias, isAnonymous });
    }
    const uri = unescaped(target.replace(/(?<!\0)\s+/g, ""));
    return reader.reference(words === "" ? uri : words, { uri, isAnonymous });
  }
}

/** Without the marks of escapes; an escaped space is none. */
export function unescaped(text: string): string {
  return text.replace(/\0[ \n]/g, "").replace(/\0/g, "");
}

/** As it was written. */
export function withBackslashes(text: string): string {
  return text.replace(/\0/g, "\\");
}
