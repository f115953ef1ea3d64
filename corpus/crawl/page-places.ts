/** The places of a page of HTML that a link can open at, and what it calls itself. */
import { Parser } from "htmlparser2";

export interface PagePlaces {
  title: string;
  /** Of the first `h1`; "" where there is none. */
  heading: string;
  /** Where the page says that it lies, as it writes it; "" where it does not. */
  canonical: string;
  /** Every `id`, and every `name` of an anchor. */
  ids: Set<string>;
}

export function readPagePlaces(html: string): PagePlaces {
  const places: PagePlaces = { title: "", heading: "", canonical: "", ids: new Set() };
  let field: "title" | "heading" | undefined;
  let hasHeading = false;
  const parser = new Parser(
    {
      onopentag(name, { id, name: anchor, rel, href }) {
        if (id !== undefined) places.ids.add(id);
        if (name === "a" && anchor !== undefined) places.ids.add(anchor);
        if (name === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(rel ?? "") && places.canonical === "") {
          places.canonical = href?.trim() ?? "";
        }
        if (name === "title" && places.title === "") field = "title";
        if (name === "h1" && !hasHeading) {
          field = "heading";
          hasHeading = true;
        }
      },
      ontext(text) {
        if (field !== undefined) places[field] += text;
      },
      onclosetag(name) {
        if (name === "title" || name === "h1") field = undefined;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  places.title = clean(places.title);
  places.heading = clean(places.heading);
  return places;
}

function clean(text: string): string {
  // The marks of links beside headings.
  return text
    .replace(/[¶#§\u200B]+\s*$/u, "")
    .replace(/\s+/g, " ")
    .trim();
}
