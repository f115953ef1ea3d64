/** The order of the words that a sentence shares with its passages, and what stands in the place of others. */
import { isAmong } from "./clause-fit.ts";
import type { EvidenceSentence } from "./read-passage.ts";
import type { Word } from "./statement.ts";

export const EXACT = /^(?:[ws]|code):/;

/** Neighbours of a sentence that are neighbours on the page too: how far it is the page's own wording. */
export function addPairs(
  words: readonly Word[],
  sentences: readonly EvidenceSentence[],
  set: (name: string, value: number) => void,
): void {
  const stem = ({ keys }: Word): string => keys.find((key) => /^(?:s|code):/.test(key)) ?? keys[0] ?? "";
  const pairs = new Set<string>();
  const known = new Set<string>();
  for (const { words: all } of sentences) {
    const there = all.filter(({ isLight }) => !isLight).map(stem);
    there.forEach((one, at) => {
      known.add(one);
      for (const next of there.slice(at + 1, at + 3)) pairs.add(`${one} ${next}`);
    });
  }
  let [held, broken, count] = [0, 0, 0];
  for (let at = 1; at < words.length; at++) {
    const [a, b] = [words[at - 1], words[at]].map((word) => (word === undefined ? "" : stem(word)));
    count++;
    if (pairs.has(`${a} ${b}`)) held++;
    else if (known.has(a ?? "") && known.has(b ?? "")) broken++;
  }
  set("pairShare", count === 0 ? 0 : held / count);
  set("brokenPairs", count === 0 ? 0 : broken / count);
}

/** Whether words that both have stand in another order. */
export function addOrder(
  words: readonly Word[],
  best: EvidenceSentence,
  set: (name: string, value: number) => void,
): void {
  const places = words.flatMap((word, at) => {
    const found = best.words.findIndex((other) =>
      other.keys.some((key) => EXACT.test(key) && word.keys.includes(key)),
    );
    return found === -1 ? [] : [{ at, there: found }];
  });
  let inverted = 0;
  let pairs = 0;
  for (let a = 0; a < places.length; a++)
    for (let b = a + 1; b < places.length; b++) {
      pairs++;
      if ((places[a]?.there ?? 0) > (places[b]?.there ?? 0)) inverted++;
    }
  set("inversions", pairs < 3 ? 0 : inverted / pairs);
  set("firstInverted", places.length > 2 && (places[0]?.there ?? 0) > (places.at(-1)?.there ?? 0) ? 1 : 0);
}

/** Words in the place of another one: their neighbour stands in the passage beside a word that the sentence lacks. */
export function addReplaced(
  words: readonly Word[],
  best: EvidenceSentence,
  isOther: boolean,
  set: (name: string, value: number) => void,
): void {
  if (isOther) return;
  const there = best.words.filter(({ isLight }) => !isLight);
  const isSame = (a: Word | undefined, b: Word | undefined): boolean =>
    a !== undefined && b !== undefined && a.keys.some((key) => EXACT.test(key) && b.keys.includes(key));
  let replaced = 0;
  let names = 0;
  let members = 0;
  words.forEach((word, at) => {
    if (there.some((other) => isSame(word, other) || isAmong(word, [other]))) return;
    there.forEach((other, index) => {
      if (words.some((own) => isAmong(own, [other]))) return;
      const isBeside = isSame(words[at - 1], there[index - 1]) || isSame(words[at + 1], there[index + 1]);
      if (!isBeside) return;
      replaced++;
      if (word.isName && other.isName) names++;
      if (
        MEMBERS.some((set) => word.keys.some((key) => set.has(key)) && other.keys.some((key) => set.has(key)))
      )
        members++;
    });
  });
  set("replacedWords", replaced);
  set("replacedNames", names);
  set("otherMember", members);
}

const MEMBERS = [
  "monday tuesday wednesday thursday friday saturday sunday",
  "spring summer autumn winter",
].map((names) => new Set(names.split(" ").map((name) => `m:${name}`)));
