/**
 * What a page tells machines in JSON-LD, microdata or RDFa: questions, hours, prices, steps and dates, in words, as
 * far as the page does not show them to readers already.
 *
 * @see https://schema.org
 */
import type { Root } from "hast";
import type { OutlineItem } from "../parse/outline.ts";
import { businessSections, isBusiness } from "./businesses.ts";
import { courseSections, eventSections, jobSections, videoSections } from "./events.ts";
import { instructionSections } from "./instructions.ts";
import { jsonLdThings } from "./json-ld.ts";
import { microdataThings, rdfaThings } from "./markup-things.ts";
import { productSections } from "./products.ts";
import { questionSections } from "./questions.ts";
import type { SectionContext, SectionWriter } from "./section.ts";
import { shownText } from "./shown-text.ts";
import { isA, isThing, textOf, thingsOf, valuesOf, type Thing } from "./thing.ts";
import { speechOf } from "./words.ts";

export interface StructuredData {
  /** Sections of the page itself, in the order in which it tells of them. */
  items: OutlineItem[];
  /** Facts about the firm that the site belongs to: many a page repeats them, and one passage is enough. */
  siteFacts: OutlineItem[];
  /** Of the last change, as the page writes it. */
  date?: string;
}

const ARTICLES = ["Article", "BlogPosting", "NewsArticle", "TechArticle", "Report", "HowTo", "Recipe"];
const PAGES = [
  "WebPage",
  "FAQPage",
  "QAPage",
  "ItemPage",
  "AboutPage",
  "ContactPage",
  "CollectionPage",
  "MedicalWebPage",
];

const WRITERS: readonly { types: readonly string[]; write: SectionWriter }[] = [
  { types: ["FAQPage", "QAPage", "Question"], write: questionSections },
  { types: ["HowTo", "Recipe"], write: instructionSections },
  { types: ["JobPosting"], write: jobSections },
  { types: ["Course"], write: courseSections },
  { types: ["VideoObject"], write: videoSections },
  {
    types: [
      "Product",
      "ProductGroup",
      "IndividualProduct",
      "ProductModel",
      "Vehicle",
      "Car",
      "SoftwareApplication",
      "WebApplication",
      "MobileApplication",
      "Service",
      "Book",
      "Trip",
      "TouristTrip",
      "Accommodation",
      "MenuItem",
    ],
    write: productSections,
  },
];

/** Never firms, though they may have an address or a number. */
const NO_BUSINESS =
  /^(?:Person|PostalAddress|ContactPoint|Place|VirtualLocation|Offer|Demand|Order|Reservation|Review|ImageObject|BreadcrumbList|WebSite)$/;

/**
 * Things of the page, before anything is taken out of it.
 *
 * @param source what the page was parsed from: most pages hold none of the notations, and need not be walked through.
 */
export function readThings(page: Root, source: string): Thing[] {
  return [
    ...(/ld\+json/i.test(source) ? jsonLdThings(page) : []),
    ...(/itemscope/i.test(source) ? microdataThings(page) : []),
    ...(/\stypeof\s*=/i.test(source) ? rdfaThings(page) : []),
  ];
}

export function structuredData(
  things: readonly Thing[],
  { language, shown }: { language: string; shown: readonly OutlineItem[] },
): StructuredData {
  const context: SectionContext = { speech: speechOf(language), shown: shownText(shown) };
  const items: OutlineItem[] = [];
  const siteFacts: OutlineItem[] = [];
  const told = new Set<string>();
  const all = things.flatMap((thing) => unfolded(thing, 0));
  const tell = (sections: readonly OutlineItem[], into: OutlineItem[]): void => {
    // The same thing stands on a page in two notations, or in two scripts.
    const key = JSON.stringify(sections);
    if (sections.length === 0 || told.has(key)) return;
    told.add(key);
    into.push(...sections);
  };
  for (const thing of all) {
    const writer = WRITERS.find(({ types }) => isA(thing, ...types));
    if (writer !== undefined) tell(writer.write(thing, context), items);
    else if (isEvent(thing)) tell(eventSections(thing, context), items);
    else if (
      isBusiness(thing) &&
      !thing.types.some((type) => NO_BUSINESS.test(type) || PAGES.includes(type))
    ) {
      tell(businessSections(thing, context), siteFacts);
    }
  }
  const date = dateOf(all);
  return { items, siteFacts, ...(date !== undefined && { date }) };
}

function isEvent(thing: Thing): boolean {
  return (
    thing.types.some((type) => type === "Event" || type.endsWith("Event")) || thing.types.includes("Festival")
  );
}

const MAX_DEPTH = 4;

/** A thing and those that its page is about; what is only mentioned is told of on its own page. */
function unfolded(thing: Thing, depth: number): Thing[] {
  if (depth > MAX_DEPTH) return [];
  const inner = isA(thing, "FAQPage", "QAPage") ? [] : thingsOf(thing, "mainEntity", "video", "subEvent");
  const listed = isA(thing, "ItemList", "OfferCatalog")
    ? valuesOf(thing, "itemListElement").flatMap((entry) =>
        isThing(entry) ? [...thingsOf(entry, "item"), entry] : [],
      )
    : [];
  const parts = [...inner, ...listed].filter((part) => part.types.length > 0);
  return [thing, ...parts.flatMap((part) => unfolded(part, depth + 1))];
}

function dateOf(things: readonly Thing[]): string | undefined {
  const dated = (types: readonly string[]): string | undefined =>
    things
      .filter((thing) => isA(thing, ...types))
      .map((thing) => textOf(thing, "dateModified", "datePublished"))
      .find((date) => date !== undefined && !Number.isNaN(Date.parse(date)));
  return dated(ARTICLES) ?? dated(PAGES);
}
