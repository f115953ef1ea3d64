import { describe, expect, it } from "vitest";
import { outlineOf, pageOf, documentsOf } from "./support/pages.ts";
import { readHtml } from "../../../corpus/formats/html.ts";
import { formatInput } from "./support/pages.ts";

interface TestPage {
  body?: string;
  head?: string;
  language?: string;
}

function source(
  data: unknown,
  { body = "<h1>Page</h1><p>Some words of the page.</p>", head = "", language = "en" }: TestPage = {},
): string {
  const script =
    data === undefined
      ? ""
      : `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;
  return `<!doctype html><html lang="${language}"><head><title>Page</title>${head}${script}</head><body><main>${body}</main></body></html>`;
}

const read = (html: string) => {
  const [document] = documentsOf([readHtml(formatInput({ path: "page.html", content: html }))]);
  if (document === undefined) throw new Error("no document");
  return document;
};
/** What is told besides what the page shows. */
const told = (data: unknown, page?: TestPage) =>
  outlineOf([...read(source(data, page)).items, ...(read(source(data, page)).siteFacts ?? [])]).slice(2);

const QUESTION = (name: string, text: string) => ({
  "@type": "Question",
  name,
  "acceptedAnswer": { "@type": "Answer", text },
});

describe("questions in structured data", () => {
  it("tells each question that the page does not show with its answer", () => {
    const data = {
      "@context": "https://schema.org",
      "@type": "FAQPage",
      "mainEntity": [
        QUESTION(
          "Can I bring a dog?",
          "<p>Yes, on a <b>lead</b>.</p><ul><li>Small ones free</li><li>Others 5 &euro;</li></ul>",
        ),
        QUESTION("Is there parking?", "No, there is none."),
      ],
    };
    const body = "<h1>Page</h1><p>Words.</p><h2 id=p>Is there parking?</h2><p>No, there is none.</p>";
    expect(told(data)).toEqual([
      "## Can I bring a dog?",
      "Yes, on a lead.",
      "- Small ones free",
      "- Others 5 €",
      "## Is there parking?",
      "No, there is none.",
    ]);
    expect(told(data, { body }).filter((line) => line.includes("parking"))).toEqual([
      "## Is there parking? {#p}",
    ]);
  });

  it.each([
    ["a list", [[{ "@type": "FAQPage", "mainEntity": QUESTION("Why?", "Because it is so.") }]]],
    [
      "a graph with references",
      {
        "@graph": [
          { "@id": "#faq", "@type": ["WebPage", "FAQPage"], "mainEntity": [{ "@id": "#q1" }] },
          { "@id": "#q1", "@type": "Question", "name": "Why?", "acceptedAnswer": { "@id": "#a1" } },
          { "@id": "#a1", "@type": "Answer", "text": "Because it is so." },
        ],
      },
    ],
    [
      "a nested page",
      {
        "@type": "WebPage",
        "mainEntity": { "@type": "FAQPage", "mainEntity": [QUESTION("Why?", "Because it is so.")] },
      },
    ],
    [
      "names with the vocabulary",
      { "@type": "http://schema.org/FAQPage", "schema:mainEntity": QUESTION("Why?", "Because it is so.") },
    ],
    [
      "a comma too many",
      `{"@type": "FAQPage", "mainEntity": [${JSON.stringify(QUESTION("Why?", "Because it is so."))},],}`,
    ],
    [
      "comments and CDATA",
      `//<![CDATA[\n/* ours */ {"@type": "FAQPage", // faq\n "mainEntity": ${JSON.stringify(QUESTION("Why?", "Because it is so."))}}\n//]]>`,
    ],
    [
      "a line end in a text",
      `{"@type": "FAQPage", "mainEntity": {"@type":"Question","name":"Why?","acceptedAnswer":{"text":"Because\nit is so."}}}`,
    ],
    [
      "entities",
      { "@type": "FAQPage", "mainEntity": QUESTION("Why&#63;", "&lt;p&gt;Because it is so.&lt;/p&gt;") },
    ],
  ])("reads %s", (_, data) => {
    expect(told(data)).toEqual(["## Why?", "Because it is so."]);
  });

  it("reads the valid one of two scripts", () => {
    const html = source(
      { "@type": "FAQPage", "mainEntity": QUESTION("Why?", "Because it is so.") },
      {
        head: `<script type="application/ld+json">{ broken</script>`,
      },
    );
    expect(outlineOf(read(html).items).slice(2)).toEqual(["## Why?", "Because it is so."]);
  });

  it("reads a circle of references once", () => {
    const data = {
      "@graph": [
        { "@id": "#a", "@type": "WebPage", "mainEntity": { "@id": "#b" } },
        { "@id": "#b", "@type": "WebPage", "mainEntity": { "@id": "#a" } },
      ],
    };
    expect(told(data)).toEqual([]);
  });
});

describe("firms and places", () => {
  const SHOP = {
    "@type": "Bakery",
    "name": "Lind",
    "telephone": "+31 517 555 010",
    "email": "mailto:bread@lind.example",
    "priceRange": "€€",
    "address": {
      "@type": "PostalAddress",
      "streetAddress": "12 Quay Street",
      "postalCode": "8861",
      "addressLocality": "Harlingen",
      "addressCountry": "NL",
    },
    "openingHours": ["Mo-Fr 09:00-18:00", "Sa 10:00-14:00"],
  };

  it("tells hours, address and numbers as facts of the site", () => {
    const { siteFacts } = read(source(SHOP));
    expect(outlineOf(siteFacts ?? [])).toEqual([
      "## Lind: Opening hours",
      "Opening hours: The bakery Lind is open Monday to Friday 9:00–18:00, Saturday 10:00–14:00; Sunday closed.",
      "## Lind: Contact",
      "The address of the bakery Lind is 12 Quay Street, 8861 Harlingen, NL. The phone number of the bakery Lind is +31 517 555 010. The e-mail address of the bakery Lind is bread@lind.example.",
      "The price range of the bakery Lind is €€.",
    ]);
  });

  it.each([
    [
      "de",
      "Öffnungszeiten: Lind hat geöffnet: Montag bis Freitag 9:00–18:00, Samstag 10:00–14:00; Sonntag geschlossen.",
    ],
    [
      "fr",
      "Horaires d'ouverture: Lind est ouvert : lundi à vendredi 9:00–18:00, samedi 10:00–14:00; dimanche fermé.",
    ],
    ["es", "Horario: Lind abre: lunes a viernes 9:00–18:00, sábado 10:00–14:00; domingo cerrado."],
    [
      "it",
      "Orari di apertura: Lind è aperto: lunedì a venerdì 9:00–18:00, sabato 10:00–14:00; domenica chiuso.",
    ],
    [
      "pt",
      "Horário de funcionamento: Lind está aberto: segunda-feira a sexta-feira 9:00–18:00, sábado 10:00–14:00; domingo fechado.",
    ],
    [
      "nl",
      "Openingstijden: Lind is open: maandag tot en met vrijdag 9:00–18:00, zaterdag 10:00–14:00; zondag gesloten.",
    ],
    [
      "fi",
      "Opening hours: The bakery Lind is open Monday to Friday 9:00–18:00, Saturday 10:00–14:00; Sunday closed.",
    ],
  ])("in the words of the page: %s", (language, text) => {
    expect(told(SHOP, { language })).toContain(text);
  });

  const hours = (openingHoursSpecification: unknown) =>
    told({ "@type": "Store", "name": "A", openingHoursSpecification })[1]?.replace(
      "Opening hours: The store A is open ",
      "",
    );

  it.each([
    [
      [{ dayOfWeek: ["Monday", "https://schema.org/Tuesday"], opens: "09:00:00", closes: "17:30:00" }],
      "Monday and Tuesday 9:00–17:30; Wednesday to Sunday closed.",
    ],
    [
      [
        { dayOfWeek: "Monday", opens: "09:00", closes: "12:00" },
        { dayOfWeek: "Monday", opens: "13:00", closes: "17:00" },
      ],
      "Monday 9:00–12:00 and 13:00–17:00; Tuesday to Sunday closed.",
    ],
    [
      [
        { dayOfWeek: ["Saturday", "Sunday"], opens: "00:00", closes: "00:00" },
        {
          dayOfWeek: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
          opens: "00:00",
          closes: "23:59",
        },
      ],
      "Monday to Friday 24 hours; Saturday and Sunday closed.",
    ],
    [
      [
        { opens: "10:00", closes: "16:00" },
        { opens: "00:00", closes: "00:00", validFrom: "2026-12-24", validThrough: "2026-12-26" },
      ],
      "Monday to Sunday 10:00–16:00. Exceptions: 24 December 2026 to 26 December 2026 closed.",
    ],
    [
      [{ dayOfWeek: ["Monday", "PublicHolidays"], opens: "10:00", closes: "16:00" }],
      "Monday 10:00–16:00, public holidays 10:00–16:00; Tuesday to Sunday closed.",
    ],
  ])("tells the hours of %j", (specification, text) => {
    expect(hours(specification)).toBe(text);
  });

  it("says nothing of a firm that has only a name, and of persons", () => {
    expect(
      told([
        { "@type": "Organization", "name": "A", "logo": "a.png" },
        { "@type": "Person", "name": "B", "telephone": "1234567" },
      ]),
    ).toEqual([]);
  });
});

describe("other things", () => {
  it.each([
    [
      "a price",
      {
        "@type": "Offer",
        "price": "29.90",
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
      },
      "Boot costs €29.90. In stock.",
    ],
    [
      "a range",
      { "@type": "AggregateOffer", "lowPrice": 10, "highPrice": "20", "priceCurrency": "USD" },
      "Boot costs between $10.00 and $20.00.",
    ],
    ["nothing", { "@type": "Offer", "price": 0, "priceCurrency": "EUR" }, "Boot is free of charge."],
    [
      "a price that ends",
      { price: "1.299,00", priceCurrency: "EUR", priceValidUntil: "2026-12-31", availability: "SoldOut" },
      "Boot costs €1,299.00. Sold out. Valid until: 31 December 2026.",
    ],
    ["specifications", { priceSpecification: { price: "5", priceCurrency: "GBP" } }, "Boot costs £5.00."],
  ])("tells what a product costs: %s", (_, offers, text) => {
    expect(told({ "@type": "Product", "name": "Boot", offers })).toEqual(["## Boot", text]);
  });

  it("tells number, brand and rating of a product", () => {
    const data = {
      "@type": "Product",
      "name": "Boot",
      "sku": "B-1",
      "brand": { "@type": "Brand", "name": "Lind" },
      "aggregateRating": { ratingValue: 4.5, reviewCount: 23 },
    };
    expect(told(data)[1]).toBe("Brand: Lind. Article number: B-1. Rated 4.5 of 5 by 23 people.");
    expect(told({ ...data, offers: { price: "5", priceCurrency: "EUR" } }, { language: "de" })[1]).toContain(
      "Boot kostet 5,00 €.",
    );
  });

  it("tells the steps of an instruction unless the page shows them", () => {
    const data = {
      "@type": "HowTo",
      "name": "Tie a knot",
      "totalTime": "PT1H30M",
      "step": [{ "@type": "HowToStep", "name": "Loop", "text": "Make a loop." }, "Pull it tight."],
    };
    expect(told(data)).toEqual([
      "## Tie a knot",
      "Time in total: 1 hour 30 minutes.",
      "Steps:",
      "- Loop: Make a loop.",
      "- Pull it tight.",
    ]);
    expect(
      told(
        { ...data, totalTime: undefined },
        { body: "<h1>P</h1><p>Loop: Make a loop.</p><p>Pull it tight.</p>" },
      ),
    ).toEqual(["Pull it tight."]);
  });

  it("tells when and where an event is", () => {
    const data = {
      "@type": "MusicEvent",
      "name": "Night",
      "startDate": "2026-06-05T19:30:00+02:00",
      "endDate": "2026-06-05T22:00:00+02:00",
      "location": { "@type": "Place", "name": "Hall", "address": "1 Quay" },
      "offers": { price: 12, priceCurrency: "EUR" },
      "eventStatus": "https://schema.org/EventPostponed",
    };
    expect(told(data)).toEqual([
      "## Night",
      "Night takes place Friday, 5 June 2026, 19:30–22:00 at Hall, 1 Quay. The event is postponed. Tickets: Night costs €12.00.",
    ]);
  });

  it("tells of a job", () => {
    const data = {
      "@type": "JobPosting",
      "title": "Baker",
      "hiringOrganization": { name: "Lind" },
      "employmentType": "FULL_TIME",
      "validThrough": "2026-05-01",
      "description": "<p>Bake <i>bread</i> at night.</p>",
      "jobLocation": { address: { addressLocality: "Harlingen" } },
      "baseSalary": { currency: "EUR", value: { minValue: 2000, maxValue: 2500, unitText: "MONTH" } },
    };
    expect(told(data)).toEqual([
      "## Baker",
      "Lind is hiring: Baker. Place: Harlingen. Employment: full time. Salary: €2,000.00–€2,500.00 / month. Apply by: 1 May 2026.",
      "Bake bread at night.",
    ]);
  });

  it("dates a page by its article", () => {
    expect(
      read(
        source({
          "@graph": [
            { "@type": "WebPage", "dateModified": "2024-01-01" },
            { "@type": "Article", "datePublished": "2023-01-01", "dateModified": "2024-03-01T10:00:00Z" },
          ],
        }),
      ).date,
    ).toBe("2024-03-01T10:00:00Z");
  });

  it("says nothing of crumbs, searches and sites", () => {
    expect(
      told([
        { "@type": "BreadcrumbList", "itemListElement": [{ name: "Home" }] },
        { "@type": "WebSite", "name": "A", "potentialAction": {} },
      ]),
    ).toEqual([]);
  });
});

describe("what a firm is", () => {
  const firm = (type: string | string[], name: string): string[] =>
    told({ "@type": type, name, "telephone": "0555 1234", "openingHours": "Mo 08:00-12:00" });

  it("is said in words where its type says it", () => {
    expect(firm(["LocalBusiness", "GasStation"], "Ninth")).toEqual(
      expect.arrayContaining([
        "Opening hours: The gas station Ninth is open Monday 8:00–12:00; Tuesday to Sunday closed.",
        "The phone number of the gas station Ninth is 0555 1234.",
      ]),
    );
  });

  it.each([
    ["LocalBusiness", "Ninth"],
    ["Hotel", "Hotel Ninth"],
  ])("is not said of a %s that is called %s", (type, name) => {
    expect(firm(type, name)).toContain(`The phone number of ${name} is 0555 1234.`);
  });
});

describe("microdata and RDFa", () => {
  it("reads a firm of microdata", () => {
    const body = `<h1>Page</h1><p>Words.</p><div itemscope itemtype="https://schema.org/LocalBusiness"><span itemprop="name">Lind</span>
      <meta itemprop="openingHours" content="Mo-Su 08:00-20:00"><div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
      <span itemprop="streetAddress">12 Quay Street</span></div><a itemprop="telephone" href="tel:+31517555010">Call</a></div>`;
    const lines = outlineOf(read(source(undefined, { body })).siteFacts ?? []);
    expect(lines).toContain("Opening hours: Lind is open Monday to Sunday 8:00–20:00.");
    expect(lines.at(-1)).toBe(
      "The address of Lind is 12 Quay Street. The phone number of Lind is +31517555010.",
    );
  });

  it("reads a product of RDFa, and parts that stand elsewhere", () => {
    const rdfa = `<h1>P</h1><p>W.</p><div vocab="https://schema.org/" typeof="Product"><b property="name">Boot</b><div property="offers" typeof="Offer"><meta property="priceCurrency" content="EUR"><span property="price" content="7.5">7,50</span></div></div>`;
    expect(outlineOf(read(source(undefined, { body: rdfa })).items)).toContain("Boot costs €7.50.");
    const apart = `<h1>P</h1><p>W.</p><div itemscope itemtype="https://schema.org/Product" itemref="o x"><b itemprop="name">Boot</b></div><div id="o"><p itemprop="offers" itemscope><i itemprop="price">9</i></p></div><div id="x" itemprop="y" itemscope itemref="x">y</div>`;
    expect(outlineOf(read(source(undefined, { body: apart })).items)).toContain("Boot costs 9.");
  });
});

describe("facts of a site", () => {
  it("are passages of a page", () => {
    const page = pageOf(source({ "@type": "Store", "name": "A", "telephone": "12 34 56" }), {
      path: "a.html",
      url: "/a.html",
    });
    expect(page.siteFacts.map(({ headingPath, url }) => [headingPath, url])).toEqual([
      [["A: Contact"], "/a.html"],
    ]);
  });
});
