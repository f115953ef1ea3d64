/**
 * The shortcodes of a text, each with its parameters and its end.
 *
 * @see https://gohugo.io/content-management/shortcodes/
 */
import { replaceBracketed } from "../bracketed.ts";

const SHORTCODE =
  /\{\{([<%])[ \t\n]{0,20}(\/?)[ \t]{0,9}([A-Za-z_][\w./-]{0,100})((?:[ \t\n](?:(?!\{\{[<%]|[>%]\}\})[^]){0,2000}?)?)(\/?)[>%]\}\}/g;

export interface Shortcode {
  text: string;
  /** In lower case. */
  name: string;
  writtenName: string;
  isClosing: boolean;
  isSelfClosing: boolean;
  parameters: string;
  at: number;
}

export interface FoundShortcodes {
  /** Without comments, and with a name in each end. */
  text: string;
  /** In the order of the text. */
  shortcodes: Shortcode[];
  /** Each opening shortcode's index with that of its closing one. */
  ends: ReadonlyMap<number, number>;
}

export function findShortcodes(source: string): FoundShortcodes {
  const text = withNamedEnds(replaceBracketed(source, /\{\{\/\*/g, "*/}}", () => ""));
  const shortcodes = [...text.matchAll(SHORTCODE)].map(shortcodeOf);
  return { text, shortcodes, ends: pairs(shortcodes) };
}

function shortcodeOf(match: RegExpExecArray): Shortcode {
  const writtenName = match[3] ?? "";
  return {
    text: match[0],
    at: match.index,
    isClosing: match[2] === "/",
    name: writtenName.toLowerCase(),
    writtenName,
    parameters: (match[4] ?? "").trim(),
    isSelfClosing: match[5] === "/",
  };
}

/** The first of these that the shortcode has a value for. */
export function parameter({ parameters }: Shortcode, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|\`([^\`]*)\`|([^\\s"]+))`, "i").exec(
      parameters,
    );
    const value = match?.[1] ?? match?.[2] ?? match?.[3];
    if (value !== undefined && value.trim() !== "") return value.trim();
  }
  return undefined;
}

/** @param position from 0 */
export function positional({ parameters }: Shortcode, position = 0): string | undefined {
  let rest = parameters;
  for (let index = 0; ; index++) {
    const match = /^(?:"([^"]*)"|`([^`]*)`|([^\s"=]+)(?:\s|$))\s*/.exec(rest);
    if (match === null) return undefined;
    if (index === position) return match[1] ?? match[2] ?? match[3];
    rest = rest.slice(match[0].length);
  }
}

/** `{{</>}}` ends the innermost shortcode that is open: the last one before it that is not ended yet. */
function withNamedEnds(source: string): string {
  if (!/\{\{[<%][ \t]{0,9}\/[ \t]{0,9}[>%]\}\}/.test(source)) return source;
  const open: string[] = [];
  return source.replace(
    /\{\{([<%])[ \t]{0,9}(\/?)[ \t]{0,9}([\w./-]{0,100})([^{}\n]{0,500}?)[>%]\}\}/g,
    (mark: string, kind: string, slash: string, name: string, rest: string) => {
      if (slash === "") {
        if (name !== "" && !rest.trimEnd().endsWith("/") && !name.endsWith("/")) open.push(name);
        return mark;
      }
      if (name !== "") {
        if (open.at(-1) === name) open.pop();
        return mark;
      }
      const ended = open.pop();
      return ended === undefined ? "" : `{{${kind} /${ended} ${kind === "<" ? ">" : "%"}}}`;
    },
  );
}

/** Each opening shortcode with the index of its closing one: a stack, however many are never closed. */
function pairs(shortcodes: readonly Shortcode[]): Map<number, number> {
  const ends = new Map<number, number>();
  const openOf = new Map<string, number[]>();
  for (const [index, { name, isClosing, isSelfClosing }] of shortcodes.entries()) {
    if (isSelfClosing) continue;
    const open = openOf.get(name) ?? [];
    openOf.set(name, open);
    if (!isClosing) open.push(index);
    else {
      const opened = open.pop();
      if (opened !== undefined) ends.set(opened, index);
    }
  }
  return ends;
}
