/**
 * Whether passages hold a block of code. A writer who puts an example together changes its names, its values and its
 * strings, as its page asks; what the program itself gives names to (methods, functions, options, flags, keys) is the
 * page's or made up.
 */
import { isLineHeld, isPartHeld } from "./code-problem.ts";
import { collapse, type PassageEvidence } from "./read-passage.ts";

/** A writer fills in names and leaves out lines; a command made up is one line of few. */
const HELD_CODE_SHARE = 0.75;

/** Whether the passages hold the code of a block, line by line, but for its comments, its blanks and its own names. */
export function isBlockHeld(code: string, given: readonly PassageEvidence[]): boolean {
  const lines = code
    .split("\n")
    .map((line) => line.replace(COMMENT, "").trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const own = ownNames(code);
  const isKnown = (word: string): boolean =>
    own.has(word) || USUAL.has(word) || isPartHeld(word.toLowerCase(), given);
  let held = 0;
  for (const line of lines) {
    const plain = collapse(line);
    if (given.some((one) => one.text.includes(plain)) || isLineHeld(line, given)) held += 1;
    else if (PROGRAM_LINE.test(line)) {
      const words = apiWords(line);
      // One name that nobody knows is enough to fail a reader.
      if (!words.every(isKnown)) return false;
      held += 1;
    }
  }
  return held >= lines.length * HELD_CODE_SHARE;
}

const COMMENT = /(?:^|\s)(?:#|\/\/|--)\s.*$/;
/** Of a program or a configuration; any other line is a command, which is held as a whole. */
const PROGRAM_LINE = /[(){};=:]|^(?:import|from|return|await|else|try|end|break|continue)(?!\p{L})/u;

const STRINGS = /"(?:[^"\\\n]|\\.){0,300}"|'(?:[^'\\\n]|\\.){0,300}'|`(?:[^`\\\n]|\\.){0,300}`/gu;
const FLAG = /(?<![\p{L}\p{N}_-])--?[\p{L}][\p{L}\p{N}_.-]{1,60}/gu;
const MEMBER = /(?<=[\p{L}\p{N}_$)\]?])\.([\p{L}_$][\p{L}\p{N}_$]{0,60})/gu;
const CALLED = /(?<![\p{L}\p{N}_$.])([\p{L}_$][\p{L}\p{N}_$]{0,60})(?=\s?\()/gu;
/** Of an object or a configuration. */
const KEY = /(?:^|[{,;(]\s?|^-\s)([\p{L}_$][\p{L}\p{N}_$.-]{0,60})\s?(?=:(?!:)\s?|=(?![=>]))/gu;
const TYPE = /(?<![\p{L}\p{N}_$])(?:extends|instanceof|implements)\s+([\p{L}_$][\p{L}\p{N}_$]{0,60})/gu;

/** The names of a line that are not for its writer to choose. */
function apiWords(line: string): string[] {
  const plain = line.replace(STRINGS, " ").replace(/https?:\/\/\S{1,300}/g, " ");
  const flags = [...plain.matchAll(FLAG)].map(([flag]) => flag);
  const rest = plain.replace(FLAG, " ");
  // What a flag or a key is set to is the writer's.
  const value = /^[\p{L}_$][\p{L}\p{N}_$.-]*\s?[:=]\s?[^(){}]*$/u.test(rest)
    ? rest.replace(/[:=].*$/u, "=")
    : rest;
  const named = [MEMBER, CALLED, KEY, TYPE].flatMap((pattern) =>
    [...value.matchAll(pattern)].map(([, name = ""]) => name),
  );
  return [...flags, ...named.filter((name) => !isDeclaring(line, name))];
}

/** `const total = 3` names something of its own. */
function isDeclaring(line: string, name: string): boolean {
  return new RegExp(
    `(?:const|let|var|val|def|fn|func|function|class|interface|type|auto|int|string|bool|double|float)\\s+(?:\\w+\\s+)?${name.replaceAll("$", "\\$")}(?![\\w$])`,
    "u",
  ).test(line);
}

const DECLARED =
  /(?<![\p{L}\p{N}_$.])(?:const|let|var|val|def|fn|func|function|class|interface|type|auto)\s+([\p{L}_$][\p{L}\p{N}_$]{0,60})/gu;
const ASSIGNED = /(?:^|\n)\s{0,40}([\p{L}_][\p{L}\p{N}_]{0,60})\s?=(?![=>])\s/gu;
const PARAMETERS = /\(([\p{L}\p{N}_$,\s]{1,200})\)\s?(?:=>|\{|:)/gu;

function ownNames(code: string): Set<string> {
  const names = [...code.matchAll(DECLARED), ...code.matchAll(ASSIGNED)].map(([, name = ""]) => name);
  for (const [, list = ""] of code.matchAll(PARAMETERS)) names.push(...list.split(/[\s,]+/));
  return new Set(names);
}

/** What languages have by themselves. */
const USUAL: ReadonlySet<string> = new Set(
  `if for while switch catch function return await async new typeof print println printf main super this self constructor
  console log error warn info debug require import Date now toISOString getTime JSON stringify parse Object keys values
  entries assign Array from isArray map filter find forEach reduce includes push pop slice splice join split sort length
  concat some every String Number Boolean Promise all resolve reject then finally Math round floor ceil max min random
  Error message name stack Map Set has get set add delete toString toLowerCase toUpperCase trim replace startsWith
  endsWith indexOf parseInt parseFloat setTimeout clearTimeout fetch process env exit len range str int float list dict
  open format append items exports default module elif except with echo`.split(/\s+/),
);
