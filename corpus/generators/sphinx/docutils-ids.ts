/** Ids that docutils gives to sections. @see https://docutils.sourceforge.io/docs/ref/rst/directives.html#identifier-normalization */
import type { HeadingSlugger } from "../generator.ts";
import { elementText } from "../element-text.ts";

/** Letters that have no accent to take off. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "sz",
  æ: "ae",
  œ: "oe",
  ȸ: "db",
  ȹ: "qp",
  ø: "o",
  đ: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŧ: "t",
  ƀ: "b",
  ƃ: "b",
  ƈ: "c",
  ƌ: "d",
  ƒ: "f",
  ƙ: "k",
  ƚ: "l",
  ƞ: "n",
  ƥ: "p",
  ƫ: "t",
  ƭ: "t",
  ƴ: "y",
  ƶ: "z",
  ǥ: "g",
  ȥ: "z",
  ȴ: "l",
  ȵ: "n",
  ȶ: "t",
  ȷ: "j",
  ȼ: "c",
  ȿ: "s",
  ɀ: "z",
  ɇ: "e",
  ɉ: "j",
  ɋ: "q",
  ɍ: "r",
  ɏ: "y",
};

/** `What's new in 2.0?` → `what-s-new-in-2-0`; "" where nothing is left. */
export function docutilsId(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\0-\x7F]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[^\0-\x7F]/g, "")
    .split(/\s+/)
    .join(" ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");
}

/** One that is taken, or empty, becomes `id1`, `id2`, … */
export function createDocutilsSlugger(): HeadingSlugger {
  const used = new Set<string>();
  let count = 0;
  const take = (name: string): string => {
    let id = docutilsId(name);
    while (id === "" || used.has(id)) {
      count += 1;
      id = `id${count}`;
    }
    used.add(id);
    return id;
  };
  return ({ parts, customId, isElement, takenBefore = [], isLabelled = false }) => {
    const label = takenBefore.map(take).at(-1);
    if (isElement || customId !== undefined) return customId;
    const id = take(elementText(parts));
    // Sphinx puts an id that is a number behind that of the label above. It looks at the beginning alone.
    return isLabelled && id.startsWith("id") ? label : id;
  };
}
