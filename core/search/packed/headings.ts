/**
 * Titles and headings as the terms they are made of, so that ranking can tell a page that is named what was
 * asked from one that mentions it. A heading that stands on many pages ("Usage") is kept once; a section is a
 * heading below a parent section.
 */
import { ByteWriter } from "./byte-writer.ts";
import { PackedIndexError } from "./layout.ts";
import { openTable, encodeTable } from "./number-table.ts";

/** The section of a chunk that stands below no heading but the title. */
export const NO_SECTION = 0;

/** Gives each distinct text a number, from 0 on. */
export class Numbering {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.texts.push(text);
      this.#numbers.set(text, number);
    }
    return number;
  }
}

/** The sections of a corpus, while it is built. */
export class SectionTree {
  /** Parent and heading of each section, in pairs; section 0 is none. */
  readonly entries: number[] = [NO_SECTION, 0];
  readonly #known = new Map<string, number>();

  /** The section at a path of heading numbers. */
  sectionAt(path: readonly number[]): number {
    let section = NO_SECTION;
    for (const heading of path) {
      const key = `${section}/${heading}`;
      let child = this.#known.get(key);
      if (child === undefined) {
        child = this.entries.length / 2;
        this.entries.push(section, heading);
        this.#known.set(key, child);
      }
      section = child;
    }
    return section;
  }
}

/** @param termsOfHeading distinct term ordinals of each heading. */
export function encodeHeadings(termsOfHeading: readonly (readonly number[])[]): {
  headings: Uint8Array;
  headingOffsets: Uint8Array;
} {
  const writer = new ByteWriter();
  const offsets = [0];
  for (const terms of termsOfHeading) {
    for (const term of terms) writer.varint(term);
    offsets.push(writer.length);
  }
  return { headings: writer.finish(), headingOffsets: encodeTable(offsets) };
}

/** The parents of all sections and then their headings. @param entries of {@link SectionTree}. */
export function encodeSections(entries: readonly number[]): Uint8Array {
  const ofPart = (part: number): number[] => entries.filter((_, index) => index % 2 === part);
  return encodeTable([...ofPart(0), ...ofPart(1)]);
}

export interface Headings {
  /** Distinct term ordinals of a heading. */
  termsOf(heading: number): number[];
  /** Headings of a section, innermost first; none for {@link NO_SECTION}. */
  pathOf(section: number): number[];
}

/** Deeper than any document; bounds the walk through a damaged table. */
const MAX_DEPTH = 32;

/** @throws PackedIndexError where tables do not fit together. */
export function openHeadings(
  { headings, headingOffsets, sections }: Record<"headings" | "headingOffsets" | "sections", Uint8Array>,
  { headingCount, sectionCount }: { headingCount: number; sectionCount: number },
): Headings {
  const offsets = openTable(headingOffsets, headingCount + 1);
  const entries = openTable(sections, sectionCount * 2);
  if (offsets(headingCount) !== headings.length || sectionCount < 1) {
    throw new PackedIndexError("its headings are damaged");
  }
  return {
    termsOf(heading) {
      const terms: number[] = [];
      const end = Math.min(offsets(heading + 1), headings.length);
      let value = 0;
      let shift = 0;
      for (let offset = offsets(heading); offset < end; offset++) {
        const byte = headings[offset] as number;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) {
          terms.push(value >>> 0);
          value = 0;
          shift = 0;
        } else {
          shift += 7;
        }
      }
      return terms;
    },
    pathOf(section) {
      const path: number[] = [];
      let current = section;
      while (current !== NO_SECTION && path.length < MAX_DEPTH) {
        path.push(entries(sectionCount + current));
        current = current < sectionCount ? entries(current) : NO_SECTION;
      }
      return path;
    },
  };
}
