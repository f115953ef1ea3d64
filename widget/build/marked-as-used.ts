/**
 * Marked for the one way in which it is used here: the lexer, for GitHub's Markdown, without hooks and with inline rules
 * as its only extension. What belongs to other ways is cut off, or no bundler would dare to leave it out: the parser with
 * its renderer, the rules of the original Markdown and of line breaks, and the rules that GitHub's take the place of.
 */
import type { Plugin } from "vite";

/** Each is found so many times, or the build stops. */
type Cut = [pattern: RegExp, by: string, times: number];

const RULES: Cut[] = [
  // Rules of the original Markdown, of line breaks, and of a Markdown without tables.
  [/,nt=\{\.\.\.fe,html:[^]+?\},(?=rt=\/\^\\\\\()/g, ",", 1],
  [/,Dt=\{\.\.\.me,[^]+?\},(?=pe=\{\.\.\.me,)/g, ",", 1],
  [/,qt=\{\.\.\.pe,[^]+?\},(?=ee=\{)/g, ",", 1],
  [
    /ee=\{normal:fe,gfm:tt,pedantic:nt\},F=\{normal:me,gfm:pe,breaks:qt,pedantic:Dt\}/g,
    "ee={gfm:tt},F={gfm:pe}",
    1,
  ],
  [/,dt=\/\^[^]+?\/,gt=g\([^]+?\.getRegex\(\)(?=,ze=)/g, "", 1],
  [/,mt="[^"]+",xt=g\([^]+?\.getRegex\(\)(?=,bt=)/g, "", 1],
  [/,Rt="[^"]+",Tt=g\([^]+?\.getRegex\(\)(?=,Ot=)/g, "", 1],
  [/,ct=g\([^]+?\.getRegex\(\)(?=,ht=)/g, "", 1],
  [/,kt=g\([^]+?\.getRegex\(\)(?=,ft=)/g, "", 1],
  [/emStrongLDelim:ct,emStrongRDelimAst:kt,/g, "", 1],
  [/,Le=g\([^]+?\.getRegex\(\)(?=,We=)/g, "", 1],
  [/lheading:Le,/g, "", 1],
  [/,Je=Ce\([^]+?\)(?=,Ye=)/g, "", 1],
  [/paragraph:Je,table:q,/g, "", 1],
  [/,it=\/\^\(`[^]+?\)\)\/(?=,L=)/g, "", 1],
  [/,text:it,url:q\}/g, "}", 1],
];

const OPTIONS: Cut[] = [
  [/this\.options\.pedantic\?\(t\.block=[^;]+?t\.inline=F\.gfm\),/g, "", 1],
  [/block:ee\.normal,inline:F\.normal/g, "block:ee.gfm,inline:F.gfm", 1],
  [/this\.options\.pedantic/g, "!1", 20],
  [/!!this\.options\.gfm&&/g, "", 1],
  [/this\.options\.gfm&&!!1&&/g, "", 1],
  [
    /static get rules\(\)\{[^}]+\}\}static lex\(e,t\)\{[^}]+\}static lexInline\(e,t\)\{[^}]+\}lex\(e\)\{[^}]+\}return this\.inlineQueue=\[\],this\.tokens\}/g,
    "",
    1,
  ],
  [/if\(this\.options\.extensions\?\.block\?\.some\([^]+?\)continue;/g, "", 1],
  [/let c=e;if\(this\.options\.extensions\?\.start(?:Block|Inline)\)\{[^]+?\+1\)\)\}/g, "let c=e;", 2],
  [/t=this\.options\.hooks\?\.emStrongMask\?\.call\(\{lexer:this\},t\)\?\?t,/g, "", 1],
  [/this\.options\.hooks\?\.emStrongMask\|\|/g, "", 1],
];

/** Patterns that only the parts use which are cut. */
const PATTERNS: Cut[] = [
  "outputLinkReplace",
  "carriageReturn",
  "notSpaceStart",
  "endingNewline",
  "escapeTest",
  "escapeReplace",
  "escapeTestNoEncode",
  "escapeReplaceNoEncode",
  "percentDecode",
  "pedanticHrefTitle",
  "pedanticHeadingBeginRegex",
  "listReplaceNesting",
  "spaceLine",
].map((name) => [new RegExp(`([{,])${name}:[^]+?,(?=\\w+:(?:/|l=>|D\\())`, "g"), "$1", 1]);

export function markedAsUsed(): Plugin {
  return {
    name: "assistant-chat:marked-as-used",
    enforce: "pre",
    transform(source, id) {
      if (!id.endsWith("/marked/lib/marked.esm.js")) return undefined;
      // Its module ends by making a parser with renderer and hooks.
      const end = /;var \w+=new (\w+);function \w+\(\w,\w\)\{return \w+\.parse\(\w,\w\)\}/.exec(source);
      const names = /export\{[^}]*?(\w+) as Lexer,[^}]*?(\w+) as getDefaults,/.exec(source);
      if (!end || !names) throw new Error("marked has changed: its end was not found. Adapt widget/build.");
      let code = `${source.slice(0, end.index)};export{${names[1]} as Lexer,${names[2]} as getDefaults};`;
      for (const [pattern, by, times] of [...RULES, ...OPTIONS, ...PATTERNS]) {
        const found = code.match(pattern)?.length ?? 0;
        code = code.replace(pattern, by);
        if (found !== times) {
          throw new Error(
            `marked has changed: ${pattern.source} was found ${found} times. Adapt widget/build.`,
          );
        }
      }
      return { code, map: null };
    },
  };
}
