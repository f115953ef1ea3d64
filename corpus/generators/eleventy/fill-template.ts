/** The little of Liquid and Nunjucks that permalinks are written in: `/posts/{{ title | slugify }}/`. */
import { slugifyAscii } from "./slugify.ts";

interface TemplateData {
  frontMatter: Readonly<Record<string, unknown>>;
  page: Readonly<Record<string, string>>;
}

/** Undefined where something in it can't be known. */
export function fillTemplate(template: string, data: TemplateData): string | undefined {
  if (/\{[%#]/.test(template)) return undefined;
  let isKnown = true;
  const filled = template.replace(/\{\{-?([^{}]{1,300})-?\}\}/g, (_, expression: string) => {
    const value = evaluate(expression, data);
    if (value === undefined) isKnown = false;
    return value ?? "";
  });
  return isKnown && !filled.includes("{{") ? filled : undefined;
}

function evaluate(expression: string, { frontMatter, page }: TemplateData): string | undefined {
  const [name = "", ...filters] = expression.split("|").map((part) => part.trim());
  const literal = /^(["'])(.*)\1$/.exec(name)?.[2];
  const ofPage = /^page\.(\w+)$/.exec(name)?.[1];
  let value: unknown = literal ?? (ofPage === undefined ? frontMatter[name] : page[ofPage]);
  for (const filter of filters) {
    if (typeof value !== "string") return undefined;
    if (filter === "slugify" || filter === "slug") value = slugifyAscii(value);
    else if (filter === "lower" || filter === "downcase") value = value.toLowerCase();
    else if (filter !== "safe") return undefined;
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
