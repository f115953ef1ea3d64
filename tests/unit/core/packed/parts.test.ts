import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteWriter } from "../../../../core/search/packed/byte-writer.ts";
import { compareBytes, encodeDictionary, openDictionary } from "../../../../core/search/packed/dictionary.ts";
import { columnCoordinates, type SparseMatrix } from "../../../../core/search/packed/factorise.ts";
import {
  encodeHeadings,
  encodeSections,
  openHeadings,
  SectionTree,
} from "../../../../core/search/packed/headings.ts";
import {
  encodeLatentVectors,
  LATENT_DIMENSIONS,
  openLatentVectors,
} from "../../../../core/search/packed/latent-vectors.ts";
import { PackedIndexError } from "../../../../core/search/packed/layout.ts";
import { encodePairs, joinFilters, openPairs } from "../../../../core/search/packed/neighbour-pairs.ts";
import { encodeTable, openTable } from "../../../../core/search/packed/number-table.ts";
import { selectBest } from "../../../../core/search/packed/select-best.ts";
import { encodeWords, openWords } from "../../../../core/search/packed/word-list.ts";

const encoder = new TextEncoder();

describe("the dictionary", () => {
  const term = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });

  it("finds every term with its place and its postings, and no other", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(term, { maxLength: 120 }),
        fc.array(term, { maxLength: 20 }),
        (terms, others) => {
          const sorted = terms.map((text) => encoder.encode(text)).sort(compareBytes);
          const sizes = sorted.map((_, ordinal) => ({
            chunkCount: (ordinal % 7) + 1,
            ordinalsBytes: (ordinal % 7) + 1 + (ordinal % 300),
          }));
          const dictionary = openDictionary(encodeDictionary(sorted, sizes), sorted.length);
          let ordinalsOffset = 0;
          let impactsOffset = 0;
          sorted.forEach((encoded, ordinal) => {
            const { chunkCount, ordinalsBytes } = sizes[ordinal] ?? { chunkCount: 0, ordinalsBytes: 0 };
            expect(dictionary.find(new TextDecoder().decode(encoded))).toEqual({
              ordinal,
              chunkCount,
              ordinalsOffset,
              impactsOffset,
            });
            expect(dictionary.chunkCountOf(ordinal)).toBe(chunkCount);
            ordinalsOffset += ordinalsBytes;
            impactsOffset += chunkCount;
          });
          expect(dictionary.chunkCountOf(sorted.length)).toBe(0);
          const known = new Set(sorted.map((encoded) => new TextDecoder().decode(encoded)));
          for (const other of others) {
            const shown = new TextDecoder().decode(encoder.encode(other));
            if (!known.has(shown)) expect(dictionary.find(other)).toBeUndefined();
          }
        },
      ),
    );
  });

  it("refuses blocks that do not fit the number of terms", () => {
    const encoded = encodeDictionary([encoder.encode("a")], [{ chunkCount: 1, ordinalsBytes: 1 }]);
    expect(() => openDictionary(encoded, 99)).toThrow(PackedIndexError);
    const beyond = { ...encoded, termBlocks: encodeTable([1000, 0, 0, 0]) };
    expect(() => openDictionary(beyond, 1)).toThrow(PackedIndexError);
  });
});

describe("the byte writer", () => {
  it("writes numbers of 32 bits in as few bytes as they need", () => {
    const writer = new ByteWriter();
    for (const value of [0, 127, 128, 16_383, 16_384, 0xffffffff]) writer.varint(value);
    expect([...writer.finish()]).toEqual([
      0, 127, 0x80, 1, 0xff, 0x7f, 0x80, 0x80, 1, 0xff, 0xff, 0xff, 0xff, 0x0f,
    ]);
  });

  it("grows beyond its first room", () => {
    const writer = new ByteWriter();
    const bytes = Uint8Array.from({ length: 10_000 }, (_, index) => index % 251);
    writer.byte(7);
    writer.write(bytes);
    expect(writer.finish()).toEqual(Uint8Array.of(7, ...bytes));
  });
});

describe("a table of numbers", () => {
  it("gives every list back as it was, of numbers of any size", () => {
    const list = fc.oneof(
      ...[1, 2, 3, 4].map((bytes) => fc.array(fc.integer({ min: 0, max: 2 ** (8 * bytes) - 1 }))),
    );
    fc.assert(
      fc.property(list, (numbers) => {
        const read = openTable(encodeTable(numbers), numbers.length);
        expect(numbers.map((_, index) => read(index))).toEqual(numbers);
      }),
    );
  });

  it("takes as many bytes as the largest number", () => {
    expect(encodeTable([1, 2, 255])).toEqual(Uint8Array.of(1, 2, 255));
    expect(encodeTable([1, 2, 256])).toEqual(Uint8Array.of(1, 2, 0, 0, 0, 1));
    expect(encodeTable([])).toHaveLength(0);
  });

  it("has nothing beyond its ends", () => {
    const read = openTable(encodeTable([7, 300]), 2);
    expect([-1, 2, 3, 4, Number.NaN].map(read)).toEqual([0, 0, 0, 0, 0]);
  });

  it("refuses another number of numbers", () => {
    const table = encodeTable([7, 300, 70_000]);
    for (const count of [0, 1, 2, 4, 5, 1e9]) expect(() => openTable(table, count)).toThrow(PackedIndexError);
    expect(() => openTable(new Uint8Array(), 4)).toThrow(PackedIndexError);
  });
});

describe("neighbour pairs", () => {
  const chunk = (start: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => [start + index, start + index * 3 + 1]).flat();
  const chunks = [chunk(0, 80), [], chunk(5000, 120), [3, 4]];
  const { pairs, pairBytes } = joinFilters(chunks.map(encodePairs));
  const opened = openPairs(pairs, pairBytes, chunks.length);

  it("never deny a pair that a chunk has, in either order", () => {
    chunks.forEach((list, ordinal) => {
      for (let index = 0; index < list.length; index += 2) {
        const [a = 0, b = 0] = [list[index], list[index + 1]];
        expect(opened.has(ordinal, a, b)).toBe(true);
        expect(opened.has(ordinal, b, a)).toBe(true);
      }
    });
  });

  it("seldom claim one that it does not have, and none for a chunk without pairs", () => {
    let claimed = 0;
    const tries = 4000;
    for (let index = 0; index < tries; index++) {
      if (opened.has(0, 100_000 + index, 200_000 + index * 7)) claimed++;
      expect(opened.has(1, index, index + 1)).toBe(false);
    }
    // Four bits a pair and two hashes: (1 - e^(-1/2))², about 0.155.
    expect(claimed / tries).toBeGreaterThan(0.1);
    expect(claimed / tries).toBeLessThan(0.21);
  });

  it("refuse lengths that do not add up", () => {
    expect(() => openPairs(pairs, pairBytes, 3)).toThrow(PackedIndexError);
    expect(() => openPairs(pairs.subarray(1), pairBytes, 4)).toThrow(PackedIndexError);
  });
});

describe("the word list", () => {
  const letters = fc.constantFrom(..."abcdeé");
  const word = fc.string({ minLength: 3, maxLength: 7, unit: letters });

  it("finds exactly the words that are one edit away", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, typed) => {
        const { words: bytes, wordLengths } = encodeWords(words);
        const expected = words
          .filter((other) => other.length >= 4 && editDistance(typed, other) === 1)
          .sort();
        expect(openWords(bytes, wordLengths).neighbours(typed, 1000).sort()).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("lists the words that begin alike, the shortest first, up to a limit", () => {
    const { words, wordLengths } = encodeWords(["migrations", "migrate", "migration", "mitigate"]);
    const list = openWords(words, wordLengths);
    expect(list.beginningWith("migr", 10)).toEqual(["migrate", "migration", "migrations"]);
    expect(list.beginningWith("migr", 2)).toEqual(["migrate", "migration"]);
    expect(list.beginningWith("zebra", 2)).toEqual([]);
  });

  it("keeps words of letters only, of a length that is typed", () => {
    const kept = ["configuration", "überall"];
    const left = ["abc", "x1y2z3", "a-b-c-d", "w".repeat(40), ""];
    const { words, wordLengths } = encodeWords([...kept, ...left]);
    expect(new TextDecoder().decode(words)).toBe("überallconfiguration");
    expect(openWords(words, wordLengths).neighbours("konfiguration", 5)).toEqual(["configuration"]);
  });

  it("stops at the limit", () => {
    const { words, wordLengths } = encodeWords(["aaaab", "aaaac", "aaaad"]);
    expect(openWords(words, wordLengths).neighbours("aaaaz", 2)).toHaveLength(2);
  });
});

/** Damerau and Levenshtein's distance, restricted to one edit a place: the slow way, as the oracle. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, at(i - 2, j - 2) + 1);
      }
      (rows[i] as number[])[j] = best;
    }
  }
  return at(a.length, b.length);
}

function sparse(rows: number[][]): SparseMatrix {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    row.forEach((value, column) => {
      if (value === 0) return;
      columns.push(column);
      values.push(value);
    });
    starts.push(columns.length);
  }
  return {
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    starts: Uint32Array.from(starts),
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
  };
}

describe("the factorisation", () => {
  it("keeps all distances between columns where there are dimensions enough", () => {
    const rows = [
      [1, 0, 2, 0],
      [0, 3, 0, 1],
      [1, 1, 0, 0],
      [0, 0, 4, 2],
      [2, 0, 0, 5],
    ];
    const dimensions = 4;
    const coordinates = columnCoordinates(sparse(rows), dimensions);
    const product = (a: number, b: number): number =>
      rows.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0);
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < 4; b++) {
        let sum = 0;
        for (let index = 0; index < dimensions; index++) {
          sum += (coordinates[a * dimensions + index] ?? 0) * (coordinates[b * dimensions + index] ?? 0);
        }
        expect(sum).toBeCloseTo(product(a, b), 3);
      }
    }
  });

  it("puts the strongest direction first: columns of two subjects come apart", () => {
    const subject = (offset: number): number[] =>
      Array.from({ length: 12 }, (_, row) => (row % 2 === offset ? 1 : 0));
    const columns = [0, 0, 0, 1, 1].map(subject);
    const rows = Array.from({ length: 12 }, (_, row) => columns.map((column) => column[row] ?? 0));
    const coordinates = columnCoordinates(sparse(rows), 2);
    expect(Math.abs(coordinates[0] ?? 0)).toBeGreaterThan(1);
    expect(Math.abs(coordinates[3 * 2] ?? 1)).toBeLessThan(1e-6);
    expect(Math.abs(coordinates[3 * 2 + 1] ?? 0)).toBeGreaterThan(1);
  });

  it("gives the same numbers every time, and zeros for an empty matrix", () => {
    const matrix = sparse(
      Array.from({ length: 30 }, (_, row) => Array.from({ length: 20 }, (__, column) => (row * column) % 5)),
    );
    expect(columnCoordinates(matrix, 8)).toEqual(columnCoordinates(matrix, 8));
    expect([...columnCoordinates(sparse([]), 3)]).toEqual([]);
    expect([...columnCoordinates(sparse([[0, 0]]), 2)]).toEqual([0, 0, 0, 0]);
  });
});

describe("latent vectors", () => {
  it("are unit vectors that keep their direction in four bits a dimension", () => {
    const rows = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 30 }, (__, column) => (row % 3 === column % 3 ? 1 + ((row + column) % 4) : 0)),
    );
    const matrix = sparse(rows);
    const exact = columnCoordinates(matrix, LATENT_DIMENSIONS);
    const vectors = openLatentVectors(encodeLatentVectors(matrix), 30);
    const read = new Float32Array(LATENT_DIMENSIONS);
    for (let column = 0; column < 30; column++) {
      vectors.read(column, read, 0);
      const own = exact.subarray(column * LATENT_DIMENSIONS, (column + 1) * LATENT_DIMENSIONS);
      const length = Math.hypot(...own);
      const cosine = read.reduce((sum, value, index) => sum + value * (own[index] ?? 0), 0) / length;
      expect(Math.hypot(...read)).toBeCloseTo(1, 5);
      expect(cosine).toBeGreaterThan(0.97);
    }
  });

  it("are zero for a chunk without content, and refused where there is not one a chunk", () => {
    const vectors = openLatentVectors(
      encodeLatentVectors(
        sparse([
          [1, 0],
          [1, 0],
        ]),
      ),
      2,
    );
    const read = new Float32Array(LATENT_DIMENSIONS).fill(9);
    vectors.read(1, read, 0);
    expect([...read].every((value) => value === 0)).toBe(true);
    expect(() => openLatentVectors(new Uint8Array(5), 2)).toThrow(PackedIndexError);
  });
});

describe("headings", () => {
  it("are found from a section up to the outermost, and hold their terms", () => {
    const tree = new SectionTree();
    const deep = tree.sectionAt([0, 1, 2]);
    expect(tree.sectionAt([0, 1, 2])).toBe(deep);
    expect(tree.sectionAt([])).toBe(0);
    const sections = encodeSections(tree.entries);
    const opened = openHeadings(
      { ...encodeHeadings([[5, 300], [], [70_000]]), sections },
      { headingCount: 3, sectionCount: 4 },
    );
    expect(opened.pathOf(deep)).toEqual([2, 1, 0]);
    expect(opened.pathOf(0)).toEqual([]);
    expect([0, 1, 2].map((heading) => opened.termsOf(heading))).toEqual([[5, 300], [], [70_000]]);
  });

  it("end where a damaged table goes in circles", () => {
    const sections = encodeSections([0, 0, 2, 0, 1, 0]);
    const opened = openHeadings({ ...encodeHeadings([[1]]), sections }, { headingCount: 1, sectionCount: 3 });
    expect(opened.pathOf(1).length).toBeLessThan(100);
    expect(opened.pathOf(99).length).toBeLessThan(100);
  });
});

describe("selecting the best", () => {
  it("gives what sorting everything would give", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        (values, limit) => {
          const scores = Float32Array.from(values);
          const chunks = Uint32Array.from(values, (_, chunk) => chunk);
          const expected = values
            .map((score, ordinal) => ({ ordinal, score }))
            .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
            .slice(0, limit);
          expect(selectBest(chunks, scores, limit)).toEqual(expected);
        },
      ),
    );
  });
});
