/** Whether a part of a question asks more of what another part named: "who runs it *and how do I reach him*". */
import { baseLanguage } from "../../language/base-language.ts";
import type { ReadQuestion } from "./read-question.ts";
import { readWords } from "./read-words.ts";

/** Words that stand for something or somebody that was named; as {@link readWords} writes them. */
const POINTING: Readonly<Record<string, string>> = {
  en: "it its that this them they those these he him his she her one ones there then each",
  de: "es das dies diese dieser dieses er ihn ihm sie ihr ihnen dort da davon dafur dabei damit den denen",
  es: "lo la los las le les eso esto ese esa el ella ellos ellas alli ahi",
  fr: "ca cela ceci il elle ils elles lui leur le la les y en celui celle",
  it: "lo la li le gli questo questa quello quella lui lei loro ci ne li",
  pt: "o a os as lhe lhes isso isto esse essa ele ela eles elas la ali",
  nl: "het dat dit die deze hem haar hij zij ze hen er daar daarvoor daarbij",
};

/** In these they are articles too, and point back only at the end. */
const ARTICLES = /^(?:el|la|los|las|le|les|lo|li|gli|o|a|os|as|das|den|die|der|het|en|y)$/u;

const POINTING_OF = new Map(
  Object.entries(POINTING).map(([language, words]) => [language, new Set(words.split(" "))]),
);

/** What a word has to weigh to be a matter of its own. */
const MATTER_WEIGHT = 1;

/** It holds a word that points back, or names nothing of its own: "and what does that cost", "and how soon". */
export function pointsBack({ text, units }: Pick<ReadQuestion, "text" | "units">, language: string): boolean {
  if (!units.some(({ weight }) => weight >= MATTER_WEIGHT)) return true;
  const pointing = POINTING_OF.get(baseLanguage(language));
  const words = readWords(text, language);
  return words.some(
    (word, at) => pointing?.has(word) === true && (!ARTICLES.test(word) || at === words.length - 1),
  );
}
