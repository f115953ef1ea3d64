/**
 * Where the reference page of an operation lies. Renderers make their own anchors, so the owner says how:
 * `--api-url-pattern "/reference#{operationId}"`. Without, an operation's own `externalDocs` tell it, where there are.
 */
import { objectOf, textOf } from "../../parse/parse-data.ts";
import type { Operation } from "./description.ts";

/** Each with what it stands for, as help and errors show it. */
export const API_PATTERN_WORDS = {
  "operationId": "as the description names it",
  "operation-id": "the same in lower case with hyphens",
  "tag": "the operation's first tag as it is written",
  "tag-slug": "the same in lower case with hyphens",
  "method": "in lower case",
  "METHOD": "in upper case",
  "path": "/pets/{id}, as it is written",
  "path-slug": "pets-id",
  "schema": "name of a schema; where it is not in the pattern, schemas lie on the page itself",
} as const;
type PatternWord = keyof typeof API_PATTERN_WORDS;

const WORD = /\{([^{}]*)\}/g;

/** What is wrong with a pattern, as a sentence; undefined for a good one. */
export function apiPatternProblem(pattern: string): string | undefined {
  if (!/^(?:\/|https?:\/\/[^/{}]+(?:\/|#|$))/.test(pattern)) {
    return "It begins with a slash, or with http:// or https://";
  }
  const unknown = [...pattern.matchAll(WORD)].find(
    ([, word = ""]) => !Object.hasOwn(API_PATTERN_WORDS, word),
  );
  return unknown === undefined ? undefined : `There is no {${unknown[1]}}`;
}

export interface ApiPlace {
  /** Of the page; undefined where the file itself is all that is known. */
  address?: string;
  /** "" where none is sure. */
  anchor: string;
}

export function operationPlace(operation: Operation, pattern: string | undefined): ApiPlace {
  const { method, path, id, tag, object } = operation;
  if (pattern !== undefined) {
    return filled(pattern, {
      "operationId": id,
      "operation-id": slug(id),
      "tag": tag,
      "tag-slug": slug(tag),
      "method": method.toLowerCase(),
      "METHOD": method,
      path,
      "path-slug": slug(path),
    });
  }
  const own = textOf(objectOf(object["externalDocs"])["url"]);
  if (own === undefined || !URL.canParse(own)) return { anchor: "" };
  const { hash } = new URL(own);
  return { address: own.slice(0, own.length - hash.length), anchor: hash.slice(1) };
}

export function schemaPlace(schema: string, pattern: string | undefined): ApiPlace {
  return pattern?.includes("{schema}") === true ? filled(pattern, { schema }) : pagePlace(pattern);
}

/** Of what has no place of its own: the page that the pattern names, where that is one for all. */
export function pagePlace(pattern: string | undefined): ApiPlace {
  const page = pattern?.split("#", 1)[0];
  return page === undefined || page === "" || page.includes("{")
    ? { anchor: "" }
    : { address: page, anchor: "" };
}

/** A page or an anchor one of whose words is not known, is not known. */
function filled(pattern: string, values: Partial<Record<PatternWord, string | undefined>>): ApiPlace {
  const [page = "", ...rest] = pattern.split("#");
  const fill = (text: string): string | undefined => {
    let isKnown = true;
    const result = text.replace(WORD, (_, word: PatternWord) => {
      const value = values[word];
      if (value === undefined || value === "") isKnown = false;
      return encoded(value ?? "", word);
    });
    return isKnown ? result.replace(/(?<!:)\/{2,}/g, "/") : undefined;
  };
  const address = fill(page);
  if (address === undefined) return { anchor: "" };
  return { ...(address !== "" && { address }), anchor: fill(rest.join("#")) ?? "" };
}

function encoded(value: string, word: PatternWord): string {
  return word === "path" ? encodeURI(value) : encodeURIComponent(value);
}

function slug(text: string | undefined): string | undefined {
  return text
    ?.replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
