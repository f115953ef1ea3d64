/**
 * What a site's own shortcodes show: `layouts/shortcodes/note.html` of the site or of its theme. A template is not run, but
 * read for the parameters that stand in it as text; those in attributes are for the browser.
 *
 * @see https://gohugo.io/templates/shortcode/
 */
import type { DialectContext } from "../dialect-context.ts";
import { parameter, positional, type Shortcode } from "./find-shortcodes.ts";

export interface ShortcodeTemplate {
  /** Names or positions of the parameters that are shown, in their order. */
  shown: readonly ShownParameter[];
  showsInner: boolean;
  /** Whether it may show what no parameter says: of files, of data, of other templates. */
  showsMore: boolean;
}

export interface ShownParameter {
  /** From 0 where parameters have no names. */
  name: string | number;
  /** Shown where the parameter is not given. */
  otherwise?: string;
}

/** A template by the name of its shortcode, as it is written; undefined where the site has none at hand. */
export type TemplateLookup = (name: string) => ShortcodeTemplate | undefined;

const CONFIGURATIONS = ["hugo", "config", "config/_default/hugo", "config/_default/config"].flatMap((name) =>
  ["toml", "yaml", "yml"].map((extension) => `/${name}.${extension}`),
);

export function createTemplateLookup({ generator, include }: DialectContext): TemplateLookup {
  if (generator !== "hugo") return () => undefined;
  const known = new Map<string, ShortcodeTemplate | undefined>();
  let folders: string[] | undefined;
  return (name) => {
    if (known.has(name)) return known.get(name);
    folders ??= ["", ...themesOf(include).map((theme) => `/themes/${theme}`)].flatMap((folder) => [
      `${folder}/layouts/_shortcodes`,
      `${folder}/layouts/shortcodes`,
    ]);
    let found: ShortcodeTemplate | undefined;
    for (const folder of folders) {
      const text = include(`${folder}/${name}.html`);
      if (text === undefined) continue;
      found = readTemplate(text);
      break;
    }
    known.set(name, found);
    return found;
  };
}

/** A theme is named by the folder that it lies in; several in the order in which they are looked through. */
function themesOf(include: DialectContext["include"]): string[] {
  for (const path of CONFIGURATIONS) {
    const named = /^theme[ \t]*[:=][ \t]*([^\n]{1,500})/m.exec(include(path) ?? "")?.[1];
    const themes = named?.replace(/#.*$/, "").match(/[\w.-]+/g);
    if (themes !== undefined && themes !== null) return themes;
  }
  return [];
}

const CLOSED_ELEMENTS = /<(style|script|svg)\b[^]{0,20000}?<\/\1\s*>/gi;
const ACTION = /\{\{-?[ \t\n]{0,20}([^]{0,2000}?)[ \t\n]{0,20}-?\}\}/g;
/** Says something of the control flow, or to who builds the site; shows nothing itself. */
const SILENT =
  /^(?:if|else|end|range|define|block|warnf|errorf|return|break|continue)\b|\.(?:Scratch|Store)\.(?:Set|Add)\b/;
const ASSIGNMENT = /^(\$\w+)\s*:?=\s*([^]*)$/;

interface References {
  parameters: ShownParameter[];
  inner: boolean;
  more: boolean;
}

export function readTemplate(source: string): ShortcodeTemplate {
  const actions: string[] = [];
  const marked = source
    .replace(/\{\{-?\s{0,20}\/\*[^]{0,20000}?\*\/\s{0,20}-?\}\}/g, "")
    .replace(/<!--[^]{0,20000}?-->/g, "")
    .replace(ACTION, (_, action: string) => `\uFDDA${actions.push(action) - 1}\uFDDB`);
  // What stands in an attribute stands inside of a tag: it is seen from the text that is left without the tags.
  const bare = marked
    .replace(CLOSED_ELEMENTS, (element) => silenced(element))
    .replace(/<[^<>]{0,5000}>/g, silenced);
  const asText = new Set([...bare.matchAll(/\uFDDA(\d+)\uFDDB/g)].map(([, index]) => Number(index)));
  const variables = new Map<string, References>();
  /** What the dot is in the blocks that are open; undefined where they leave it as it is. */
  const dots: (References | undefined)[] = [];
  const result: References = { parameters: [], inner: false, more: false };
  for (const [index, action] of actions.entries()) {
    const assigned = ASSIGNMENT.exec(action);
    if (assigned !== null) variables.set(assigned[1] ?? "", referencesOf(assigned[2] ?? "", variables, dots));
    else if (/^with\b/.test(action)) dots.push(referencesOf(action.slice(4), variables, dots));
    else if (/^(?:if|range|block|define)\b/.test(action)) dots.push(undefined);
    else if (action === "end") dots.pop();
    else if (asText.has(index) && !SILENT.test(action)) add(result, referencesOf(action, variables, dots));
  }
  return { shown: result.parameters, showsInner: result.inner, showsMore: result.more };
}

function silenced(text: string): string {
  return text.includes("\uFDDA") ? " " : text.startsWith("<") ? "" : text;
}

function add(to: References, { parameters, inner, more }: References): void {
  for (const parameter of parameters)
    if (!to.parameters.some(({ name }) => name === parameter.name)) to.parameters.push(parameter);
  to.inner ||= inner;
  to.more ||= more;
}

/** What an expression is made of. */
function referencesOf(
  expression: string,
  variables: ReadonlyMap<string, References>,
  dots: readonly (References | undefined)[],
): References {
  const found: References = { parameters: [], inner: false, more: false };
  const otherwise = /\bdefault\s+"([^"]{0,200})"/.exec(expression)?.[1];
  for (const match of expression.matchAll(
    /\.Get\s+(?:"([^"]{1,100})"|`([^`]{1,100})`|(\d{1,2}))|\.Params\.(\w{1,100})/g,
  )) {
    const [, quoted, raw, position, field] = match;
    const name = position === undefined ? (quoted ?? raw ?? field ?? "") : Number(position);
    found.parameters.push({ name, ...(otherwise !== undefined && otherwise !== "" && { otherwise }) });
  }
  found.inner = /\.Inner(?:Deindent)?\b/.test(expression);
  for (const [variable] of expression.matchAll(/\$\w+/g)) {
    const value = variables.get(variable);
    if (value !== undefined) add(found, value);
    else found.more = true;
  }
  const dot = dots.findLast((each) => each !== undefined);
  if (/(?:^|[\s(|])\.(?=$|[\s)|])/.test(expression) && dot !== undefined && !/\bpartial\b/.test(expression))
    add(found, dot);
  // What is put into the text of a body, or into a tag, is a part of its markup: a class, an address.
  if (found.inner || /["`][^"`]*</.test(expression)) found.parameters = [];
  const isConverted =
    /\b(?:partial|partialCached|template|readFile|resources|transform|highlight|index|printf)\b|\.(?:Site|Page\.(?!RenderString)|Scratch|Store)\b/;
  // A parameter then names a file, or a value; it is not what is shown.
  if (!found.inner && isConverted.test(expression)) found.more = true;
  if (found.more) found.parameters = [];
  if (found.parameters.length === 0 && !found.inner && !isLiteral(expression)) found.more = true;
  return found;
}

/** Words of the theme itself: its own, or those of its translations. */
function isLiteral(expression: string): boolean {
  return /^(?:\(?\s*(?:i18n|T)\b|"[^"]*"$|`[^`]*`$|$)/.test(expression.trim());
}

/** The parameters that a template shows, as they are given. */
export function shownBy({ shown }: ShortcodeTemplate, shortcode: Shortcode): string {
  return shown
    .map(
      ({ name, otherwise }) =>
        (typeof name === "number" ? positional(shortcode, name) : parameter(shortcode, name)) ??
        otherwise ??
        "",
    )
    .filter((text) => text !== "")
    .join(" ");
}
