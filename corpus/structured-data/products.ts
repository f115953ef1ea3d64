/** @see https://schema.org/Product @see https://schema.org/Offer */
import type { OutlineItem } from "../parse/outline.ts";
import { amountOf, dayWords, priceWords } from "./formatted-values.ts";
import { localName, textOf, textsOf, thingsOf, valuesOf, isA, isThing, type Thing } from "./thing.ts";
import { facts, labelled, section, unshownText, type SectionContext } from "./section.ts";

/** Variants of a product beyond these are a catalogue. */
const MAX_OFFERS = 12;

export function productSections(product: Thing, context: SectionContext): OutlineItem[] {
  const name = textOf(product, "name");
  if (name === undefined) return [];
  const { words } = context.speech;
  const offers = valuesOf(product, "offers").filter(isThing);
  const said = facts(
    ...offers.slice(0, MAX_OFFERS).map((offer) => offerWords(name, offer, context)),
    labelled(words.brand, textOf(product, "brand", "manufacturer")),
    labelled(words.articleNumber, textOf(product, "sku", "mpn")),
    ratingWords(product, context),
  );
  const [description] = product.properties.get("description") ?? [];
  const variants = thingsOf(product, "hasVariant").slice(0, MAX_OFFERS);
  return [
    // A product of which nothing is told but its name is a link to its page.
    ...(said.length === 0 ? [] : section(name, [...said, ...unshownText(description, context)])),
    ...variants.flatMap((variant) => productSections(variant, context)),
  ];
}

export function offerWords(name: string, offer: Thing, context: SectionContext): string | undefined {
  const { speech } = context;
  const { words } = speech;
  const [specification] = thingsOf(offer, "priceSpecification");
  const currency =
    textOf(offer, "priceCurrency") ?? (specification && textOf(specification, "priceCurrency"));
  const label = textOf(offer, "name");
  const what =
    label === undefined || label === name ? name : name.includes(label) ? name : `${name} (${label})`;
  const price = (value: string): string => priceWords(value, currency, speech);
  const low = textOf(offer, "lowPrice") ?? (specification && textOf(specification, "minPrice"));
  const high = textOf(offer, "highPrice") ?? (specification && textOf(specification, "maxPrice"));
  const single = textOf(offer, "price") ?? (specification && textOf(specification, "price"));
  const until = textOf(offer, "priceValidUntil", "validThrough");
  const parts = isA(offer, "AggregateOffer") ? thingsOf(offer, "offers").slice(0, MAX_OFFERS) : [];
  return facts(
    single !== undefined
      ? amountOf(single) === 0
        ? words.free(what)
        : words.costs(what, price(single))
      : low !== undefined && high !== undefined && amountOf(low) !== amountOf(high)
        ? words.costsBetween(what, price(low), price(high))
        : low !== undefined
          ? high === undefined
            ? words.costsFrom(what, price(low))
            : words.costs(what, price(low))
          : undefined,
    availabilityWords(offer, context),
    labelled(words.validUntil, dayWords(until, speech)),
    ...parts.map((part) =>
      textOf(part, "name") === undefined ? undefined : offerWords(name, part, context),
    ),
  )
    .map((block) => (block.kind === "paragraph" ? block.text : ""))
    .join(" ");
}

function availabilityWords(offer: Thing, { speech: { words } }: SectionContext): string | undefined {
  const [value] = textsOf(offer, "availability");
  const name = value === undefined ? "" : localName(value);
  return Object.hasOwn(words.availability, name) ? words.availability[name] : undefined;
}

export function ratingWords(thing: Thing, { speech: { words } }: SectionContext): string | undefined {
  const [rating] = thingsOf(thing, "aggregateRating");
  const value = rating && textOf(rating, "ratingValue");
  if (rating === undefined || value === undefined) return undefined;
  return words.rating(
    value,
    textOf(rating, "bestRating") ?? "5",
    textOf(rating, "ratingCount", "reviewCount"),
  );
}
