/**
 * What a page says about things in the vocabulary of schema.org, whichever of its three notations it uses.
 *
 * @see https://schema.org/docs/datamodel.html
 */
import { decodeReferences } from "../parse/character-references.ts";

export interface Thing {
  /** Names without the vocabulary's address: "FAQPage". */
  types: readonly string[];
  /** Of the thing, where it has one that others refer to. */
  id?: string;
  properties: ReadonlyMap<string, readonly Value[]>;
}

/** A text may hold HTML. */
export type Value = string | Thing;

export function isThing(value: Value | undefined): value is Thing {
  return typeof value === "object";
}

export function isA(thing: Thing, ...types: readonly string[]): boolean {
  return thing.types.some((type) => types.includes(type));
}

export function valuesOf(thing: Thing, ...names: readonly string[]): readonly Value[] {
  for (const name of names) {
    const values = thing.properties.get(name);
    if (values !== undefined && values.length > 0) return values;
  }
  return [];
}

export function thingsOf(thing: Thing, ...names: readonly string[]): Thing[] {
  return names.flatMap((name) => valuesOf(thing, name).filter(isThing));
}

/** The first text of a property; of a thing its name. */
export function textOf(thing: Thing, ...names: readonly string[]): string | undefined {
  return textsOf(thing, ...names)[0];
}

/** As {@link textOf}, all of them. */
export function textsOf(thing: Thing, ...names: readonly string[]): string[] {
  return valuesOf(thing, ...names).flatMap((value) => {
    const text = isThing(value) ? textOf(value, "name", "legalName", "@id") : plainText(value);
    return text === undefined || text === "" ? [] : [text];
  });
}

/** One line; entities and tags that were written into the text are taken for what they mean. */
export function plainText(text: string): string {
  return decodeReferences(text.replace(/<[^<>]{0,2000}>/g, " "))
    .replace(/`/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** `https://schema.org/FAQPage` and `schema:FAQPage` → `FAQPage`. */
export function localName(name: string): string {
  return name
    .trim()
    .replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, "")
    .replace(/^.*[/#]/, "");
}
