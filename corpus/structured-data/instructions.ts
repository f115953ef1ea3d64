/** @see https://schema.org/HowTo @see https://schema.org/Recipe */
import type { Block } from "../../core/corpus/format.ts";
import type { OutlineItem } from "../parse/outline.ts";
import { durationWords } from "./formatted-values.ts";
import { ratingWords } from "./products.ts";
import { facts, labelled, paragraph, section, unshownText, type SectionContext } from "./section.ts";
import { isA, isThing, plainText, textOf, textsOf, valuesOf, type Thing, type Value } from "./thing.ts";

const MAX_DEPTH = 4;

/** Steps and ingredients, each list only where the page does not show it. */
export function instructionSections(thing: Thing, context: SectionContext): OutlineItem[] {
  const name = textOf(thing, "name", "headline");
  if (name === undefined) return [];
  const { speech, shown } = context;
  const { words } = speech;
  const steps = valuesOf(thing, "step", "steps", "recipeInstructions").flatMap((value) =>
    stepTexts(value, 0),
  );
  const unshown = (texts: readonly string[]): string[] =>
    texts.every((text) => shown.has(text)) ? [] : [...texts];
  const list = (label: string, texts: readonly string[], ordered: boolean): Block[] => {
    const items = unshown(texts);
    return items.length === 0 ? [] : [...paragraph(`${label}:`), { kind: "list", ordered, items }];
  };
  const said = facts(
    labelled(words.prepTime, durationWords(textOf(thing, "prepTime"), speech)),
    labelled(words.cookTime, durationWords(textOf(thing, "cookTime", "performTime"), speech)),
    labelled(words.totalTime, durationWords(textOf(thing, "totalTime"), speech)),
    labelled(words.servings, textOf(thing, "recipeYield", "yield")),
    ratingWords(thing, context),
  );
  const [description] = thing.properties.get("description") ?? [];
  return section(name, [
    ...unshownText(description, context),
    ...said,
    ...list(words.supplies, textsOf(thing, "supply"), false),
    ...list(words.tools, textsOf(thing, "tool"), false),
    ...list(words.ingredients, textsOf(thing, "recipeIngredient", "ingredients"), false),
    ...list(words.steps, steps, true),
  ]);
}

function stepTexts(value: Value, depth: number): string[] {
  if (!isThing(value))
    return value
      .split(/\r?\n+/)
      .map(plainText)
      .filter((text) => text !== "");
  if (depth > MAX_DEPTH) return [];
  const inner = valuesOf(value, "itemListElement", "steps");
  if (isA(value, "HowToSection", "HowToStep", "ItemList") && inner.length > 0) {
    const texts = inner.flatMap((part) => stepTexts(part, depth + 1));
    if (texts.length > 0) return texts;
  }
  const name = textOf(value, "name");
  const text = textOf(value, "text", "description");
  if (name === undefined || text === undefined || text.startsWith(name.replace(/[.…]+$/, ""))) {
    const only = text ?? name;
    return only === undefined ? [] : [only];
  }
  return [`${name.replace(/[.:]$/, "")}: ${text}`];
}
