/** What a shop lets its visitors choose from, with its prices: "Whole beans – $ 38.00". The page says them nowhere else. */
import type { Element } from "hast";
import { attribute, eachElement, textOf, type Parent } from "./tree.ts";
import { oneLine } from "./visible-text.ts";

const PRICE =
  /[$€£¥₹₩₽₺]\s?\d|\d\s?(?:[$€£¥₹₩₽₺]|kr\b|zł|Kč|Ft\b|CHF\b|EUR\b|USD\b|GBP\b|AUD\b|CAD\b)|\b(?:CHF|EUR|USD|GBP|AUD|CAD|Rs\.?|R\$)\s?\d/;
/** Of a product without variants. */
const NO_CHOICE = /^default title\b/i;
/** Ranges of prices choose what a list shows. */
const RANGE = /(?:[$€£¥₹]\s?\d[\d.,]*)\s*(?:-|–|to)\s*[$€£¥₹]?\s?\d|^(?:under|over|up to|from)\b/i;

/** Changes the tree: choices with a price become lists. */
export function showPricedOptions(page: Parent, source: string): void {
  if (!/<option[^>]{0,300}>[^<]{0,300}\d/i.test(source)) return;
  eachElement(page, (element) => {
    if (element.tagName === "head" || element.tagName === "nav" || element.tagName === "footer") return false;
    if (element.tagName !== "select") return true;
    const options: Element[] = [];
    eachElement(element, (option) => {
      if (option.tagName === "option") options.push(option);
    });
    const texts = options
      .filter((option) => attribute(option, "value") !== "")
      .map((option) => oneLine(textOf(option)));
    const said = texts.filter((text) => !NO_CHOICE.test(text));
    if (said.length === 0 || !said.every((text) => PRICE.test(text) && !RANGE.test(text))) return false;
    element.tagName = "ul";
    element.properties = {};
    element.children = said.map((text) => ({
      type: "element",
      tagName: "li",
      properties: {},
      children: [{ type: "text", value: text }],
    }));
    return false;
  });
}
