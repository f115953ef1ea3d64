/** @see https://schema.org/LocalBusiness @see https://schema.org/Organization */
import type { OutlineItem } from "../parse/outline.ts";
import { addressWords } from "./formatted-values.ts";
import { openingHoursWords } from "./opening-hours.ts";
import { textOf, textsOf, thingsOf, type Thing } from "./thing.ts";
import { facts, labelled, section, unshownText, type SectionContext } from "./section.ts";

/** Any thing that has hours, an address or a number is a place or a firm, whatever its type is called. */
export function isBusiness(thing: Thing): boolean {
  return ["openingHours", "openingHoursSpecification", "telephone", "email", "address", "contactPoint"].some(
    (name) => thing.properties.has(name),
  );
}

export function businessSections(thing: Thing, context: SectionContext): OutlineItem[] {
  const { speech } = context;
  const { words } = speech;
  const name = textOf(thing, "name", "legalName", "alternateName") ?? hostOf(textOf(thing, "url"));
  if (name === undefined) return [];
  /** In a sentence, so that one who asks for "the restaurant" finds it. */
  const named = words.named(kindOf(thing), name);
  const hours = openingHoursWords(thing, speech);
  const address = addressWords(thing, "address", "location");
  const points = thingsOf(thing, "contactPoint", "contactPoints");
  const telephone = textOf(thing, "telephone");
  const email = textOf(thing, "email");
  const open = facts(
    hours?.week === undefined ? undefined : `${words.openingHours}: ${words.isOpen(named, hours.week)}`,
    labelled(words.exceptions, hours?.exceptions),
  );
  const contact = facts(
    address === undefined ? undefined : words.addressOf(named, address),
    telephone === undefined ? undefined : words.phoneOf(named, telephone),
    textOf(thing, "faxNumber") === undefined
      ? undefined
      : words.faxOf(named, textOf(thing, "faxNumber") ?? ""),
    email === undefined ? undefined : words.emailOf(named, email.replace(/^mailto:/i, "")),
    ...points.map((point) => contactWords(point, { name: named, telephone, email }, context)),
  );
  const more = facts(
    textOf(thing, "priceRange") === undefined
      ? undefined
      : words.priceRangeOf(named, textOf(thing, "priceRange") ?? ""),
    labelled(words.payment, textsOf(thing, "paymentAccepted").join(", ")),
    labelled(words.areaServed, textsOf(thing, "areaServed").join(", ")),
  );
  // Without a way to reach it a firm is only a name, which every page has.
  if (open.length === 0 && contact.length === 0) return [];
  const [description] = thing.properties.get("description") ?? [];
  return [
    ...section(`${name}: ${words.openingHours}`, open),
    ...section(`${name}: ${words.contact}`, [...contact, ...more, ...unshownText(description, context)]),
    ...thingsOf(thing, "department", "subOrganization").flatMap((part) => businessSections(part, context)),
  ];
}

/** Types that say no more than that it is one. */
const GENERAL =
  /^(?:Thing|Place|Organization|LocalBusiness|Corporation|Brand|Person|ContactPage|WebSite|Service|ProfessionalService)$/;

/** `GasStation` → "gas station"; undefined where the type says nothing of what it is. */
function kindOf({ types }: Thing): string | undefined {
  return types
    .find((type) => /^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(type) && !GENERAL.test(type))
    ?.replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : undefined;
}

/** "Customer service: The phone number …". What the firm itself has is not said again. */
function contactWords(
  point: Thing,
  firm: { name: string; telephone: string | undefined; email: string | undefined },
  { speech: { words } }: SectionContext,
): string | undefined {
  const kind = textOf(point, "contactType", "name");
  const telephone = textOf(point, "telephone");
  const email = textOf(point, "email")?.replace(/^mailto:/i, "");
  const said = [
    telephone === undefined || telephone === firm.telephone ? "" : words.phoneOf(firm.name, telephone),
    email === undefined || email === firm.email ? "" : words.emailOf(firm.name, email),
  ].filter((text) => text !== "");
  return said.length === 0 ? undefined : `${kind === undefined ? "" : `${kind}: `}${said.join(" ")}`;
}
