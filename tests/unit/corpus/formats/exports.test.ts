import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readConfluence } from "../../../../corpus/formats/exports/confluence.ts";
import { readIntercom } from "../../../../corpus/formats/exports/intercom.ts";
import { readNotion } from "../../../../corpus/formats/exports/notion.ts";
import { readShopifyJson, readShopifyProducts } from "../../../../corpus/formats/exports/shopify.ts";
import { readWordpress } from "../../../../corpus/formats/exports/wordpress.ts";
import { wordpressHtml } from "../../../../corpus/formats/exports/wordpress-html.ts";
import { readZendesk } from "../../../../corpus/formats/exports/zendesk.ts";
import { readersOf } from "../../../../corpus/formats/format-readers.ts";
import { isLeftOut, type DocumentResult } from "../../../../corpus/formats/format-reader.ts";
import { readSources } from "../../../../corpus/read/read-sources.ts";
import { formatInput, outlineOf } from "../support/pages.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Each result in a line or more: its place and title with its outline, or why it was left out. */
const told = (results: readonly DocumentResult[]) =>
  results.map((result) =>
    isLeftOut(result)
      ? `${result.skipped}: ${result.detail}`
      : [
          `${result.address} | ${result.title} | ${result.language ?? ""} | ${result.date ?? ""}`,
          ...outlineOf(result.items),
        ],
  );
const input = (path: string, content: string | object) =>
  formatInput({ path, content: typeof content === "string" ? content : JSON.stringify(content) });

const ID = "0123456789abcdef0123456789abcdef";

describe("WordPress exports", () => {
  const item = (fields: string) =>
    `<item><title>Tea &amp; cake</title><link>https://a.example/tea/</link><wp:post_modified_gmt>2024-03-01 10:00:00</wp:post_modified_gmt>${fields}</item>`;
  const wxr = (...items: string[]) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="x" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>A</title><language>en-US</language>${items.join("")}</channel></rss>`;

  it("reads what is published, at its address, and says what is not", () => {
    const content = wxr(
      item(
        `<wp:post_type>page</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[<!-- wp:heading --><h2 id="brew">Brew</h2><!-- /wp:heading --><p>Four minutes.</p>]]></content:encoded><wp:comment><wp:comment_content><![CDATA[Nice!]]></wp:comment_content></wp:comment>`,
      ),
      item(
        `<wp:post_type>post</wp:post_type><wp:status>draft</wp:status><content:encoded>x</content:encoded>`,
      ),
      item(
        `<wp:post_type>post</wp:post_type><wp:status>private</wp:status><content:encoded>x</content:encoded>`,
      ),
      item(
        `<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_password>p</wp:post_password><content:encoded>x</content:encoded>`,
      ),
      item(`<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>`),
      item(`<wp:post_type>nav_menu_item</wp:post_type><wp:status>publish</wp:status>`),
    );
    expect(told(readWordpress(input("export.xml", content)))).toEqual([
      [
        "https://a.example/tea/ | Tea & cake | en-US | 2024-03-01 10:00:00",
        "## Brew {#brew}",
        "Four minutes.",
      ],
      'draft: not published (draft): "Tea & cake"',
      'draft: not published (private): "Tea & cake"',
      'draft: protected by a password: "Tea & cake"',
    ]);
  });

  it("does not expand entities that a file defines", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${wxr(item(`<wp:status>publish</wp:status><content:encoded>&b;</content:encoded>`)).replace('<?xml version="1.0"?>', "")}`;
    expect(JSON.stringify(readWordpress(input("export.xml", bomb)))).not.toContain("aaaa");
  });

  it.each([
    ["one\n\ntwo\nthree", "<p>one</p>\n<p>two<br>three</p>"],
    [
      '[caption id="a" width="3"]<img src="x" alt="y"> A boat[/caption]',
      '<p><img src="x" alt="y"> A boat</p>',
    ],
    ['Before [gallery ids="1,2"] after [contact-form-7 id="1"]', "<p>Before  after</p>"],
    ["[note]Mind this.[/note] See [1] and [sic].", "<p>Mind this. See [1] and [sic].</p>"],
    ["[[note]] is a shortcode", "<p>[note] is a shortcode</p>"],
    ["<pre>[code]\n\n[/code]</pre>", "<pre>[code]\n\n[/code]</pre>"],
    ["[embed]https://a.example/v[/embed]text", "<p>text</p>"],
  ])("reads the text of %j", (content, html) => {
    expect(wordpressHtml(content)).toBe(html);
  });

  it("is only recognised by its own vocabulary", () => {
    expect(readersOf("a.xml", wxr().slice(0, 400)).map(({ name }) => name)).toEqual(["WordPress export"]);
    expect(
      readersOf("feed.xml", `<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>`),
    ).toEqual([]);
  });
});

describe("Zendesk exports", () => {
  const article = {
    id: 1,
    title: "Refunds",
    body: "<p>Within 30 days.</p>",
    html_url: "https://h.example/hc/en-us/articles/1-Refunds",
    draft: false,
    locale: "en-us",
    label_names: [],
    promoted: false,
    user_segment_id: null,
    updated_at: "2024-03-01T00:00:00Z",
  };

  it.each([
    ["the answer of the API", { articles: [article], next_page: null, count: 1 }],
    ["a list", [article]],
    ["one article", { article }],
  ])("reads %s", (_, value) => {
    expect(told(readZendesk(input("a.json", value)))).toEqual([
      [
        "https://h.example/hc/en-us/articles/1-Refunds | Refunds | en-US | 2024-03-01T00:00:00Z",
        "Within 30 days.",
      ],
    ]);
  });

  it("leaves out drafts and what is not for everybody", () => {
    expect(
      told(
        readZendesk(
          input("a.json", [
            { ...article, draft: true },
            { ...article, user_segment_id: 7 },
          ]),
        ),
      ),
    ).toEqual(['draft: drafts: "Refunds"', 'draft: not for everybody (user_segment_id): "Refunds"']);
  });

  it("loses no other article to one that is nested too deeply", () => {
    const deep = { ...article, title: "Deep", body: "<div>".repeat(5000) };
    expect(told(readZendesk(input("a.json", [deep, article])))).toMatchObject([
      [expect.stringContaining("Deep")],
      [expect.stringContaining("Refunds"), "Within 30 days."],
    ]);
  });

  it("leaves other data alone", () => {
    expect(readZendesk(input("a.json", { items: [{ title: "a", html_url: "b" }] }))).toEqual([]);
  });
});

describe("Intercom exports", () => {
  it("reads an article and its translations", () => {
    const value = {
      type: "list",
      data: [
        {
          type: "article",
          title: "Refunds",
          body: "<p>Within 30 days.</p>",
          state: "published",
          url: "https://h.example/en/articles/1",
          default_locale: "en",
          updated_at: 1709287200,
          translated_content: {
            type: "x",
            en: { title: "Refunds", body: "<p>Within 30 days.</p>", state: "published" },
            de: {
              title: "Geld",
              body: "<p>Binnen 30 Tagen.</p>",
              state: "published",
              url: "https://h.example/de/articles/1",
            },
            fr: { title: "Brouillon", body: "", state: "draft" },
          },
        },
        { type: "article", title: "Secret", body: "x", state: "draft" },
      ],
    };
    expect(told(readIntercom(input("a.json", value)))).toEqual([
      ["https://h.example/en/articles/1 | Refunds | en | 2024-03-01T10:00:00.000Z", "Within 30 days."],
      ["https://h.example/de/articles/1 | Geld | de | 2024-03-01T10:00:00.000Z", "Binnen 30 Tagen."],
      'draft: not published (draft): "Brouillon", "Secret"',
    ]);
  });
});

describe("Shopify exports", () => {
  it("reads products with their variants and prices", () => {
    const csv = `Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status
boot,Boot,"<p>Warm,\nof leather.</p>",Lind,Shoes,true,Size,40,B40,129.00,active
boot,,,,,,,41,B41,139.00,
sock,Sock,<p>Thin.</p>,,,true,Title,Default Title,S,9.00,draft
`;
    expect(told(readShopifyProducts(input("products.csv", csv)))).toEqual([
      [
        "/products/boot | Boot |  | ",
        "The price of Boot is from 129.00 to 139.00. Brand: Lind. Kind: Shoes.",
        "Variant | Price | SKU",
        "40 | 129.00 | B40",
        "41 | 139.00 | B41",
        "Warm, of leather.",
      ],
      'draft: not published (draft): "Sock"',
    ]);
  });

  it("reads pages, policies and products of the API", () => {
    const value = {
      pages: [
        { title: "About", handle: "about", body_html: "<p>We bake.</p>", published_at: "2024-01-01" },
        { title: "Later", handle: "later", body_html: "x", published_at: null },
      ],
      policies: [
        { title: "Refund policy", url: "https://s.example/policies/refund", body: "<p>30 days.</p>" },
      ],
      products: [
        {
          title: "Boot",
          handle: "boot",
          body_html: "<p>Warm.</p>",
          status: "active",
          variants: [{ title: "Default Title", price: "9.00" }],
        },
      ],
    };
    expect(told(readShopifyJson(input("shop.json", value)))).toEqual([
      ["/products/boot | Boot |  | ", "The price of Boot is 9.00.", "Warm."],
      ["/pages/about | About |  | ", "We bake."],
      ["https://s.example/policies/refund | Refund policy |  | ", "30 days."],
      'draft: not published: "Later"',
    ]);
  });
});

describe("Notion exports", () => {
  it("gives a page the address that its id has", () => {
    const content = `# Opening hours\n\nWe open at nine. See [the menu](Our%20menu%20${ID}.md#cakes).\n`;
    const result = readNotion(input(`Handbook/Opening hours ${ID}.md`, content));
    expect(told([result])).toEqual([
      [
        `Opening-hours-${ID} | Opening hours |  | `,
        "# Opening hours {#opening-hours}",
        "We open at nine. See the menu.",
      ],
    ]);
    expect(result).toMatchObject({ links: [{ target: `/Our-menu-${ID}#cakes` }] });
  });

  it("leaves out a page of a database that is a draft", () => {
    expect(told([readNotion(input(`A ${ID}.md`, `# A\n\nStatus: Draft\nOwner: Ann\n\nText.\n`))])).toEqual([
      "draft: its status is Draft",
    ]);
  });
});

describe("Confluence exports", () => {
  const html = `<!DOCTYPE html><html><head><title>SUP : Reset a password</title></head><body class="theme-default aui-theme-default"><div id="page"><div id="main-header">
    <div id="breadcrumb-section"><ol id="breadcrumbs"><li><a href="index.html">Support</a></li></ol></div><h1 id="title-heading"><span id="title-text"> SUP : Reset a password </span></h1></div>
    <div id="content" class="view"><div class="page-metadata">Created by <span class='author'> Ann</span>, last modified on Mar 01, 2024</div>
    <div id="main-content" class="wiki-content group"><h2 id="Reset-Steps">Steps</h2><p>Open the menu.</p></div>
    <div class="pageSection group"><h2 id="attachments">Attachments:</h2></div></div></div><div id="footer"><p>Document generated by Confluence</p></div></body></html>`;

  it("reads the page without what the export adds, at its address", () => {
    expect(told([readConfluence(input("SUP/Reset-a-password_12345678.html", html))])).toEqual([
      [
        "pages/viewpage.action?pageId=12345678 | Reset a password |  | Mar 01, 2024",
        "## Steps {#Reset-Steps}",
        "Open the menu.",
      ],
    ]);
    expect(told([readConfluence(input("SUP/index.html", html))])).toEqual([
      "listing: the table of contents of the export",
    ]);
    expect(readersOf("a.html", html)[0]?.name).toBe("Confluence export");
    const live = html.replace(
      'class="theme-default',
      'id="com-atlassian-confluence" class="theme-default aui-layout',
    );
    expect(readersOf("a.html", live)[0]?.name).toBe("HTML");
  });

  it("learns from a picture where the wiki is", () => {
    const withPicture = html.replace(
      "Open the menu.",
      'Open the menu.<img alt="" src="a.png" data-base-url="https://a.example/wiki">',
    );
    expect(readConfluence(input("Reset_12345678.html", withPicture))).toMatchObject({
      address: "https://a.example/wiki/pages/viewpage.action?pageId=12345678",
    });
  });
});

describe("archives", () => {
  const build = async (entries: Record<string, Uint8Array>, baseUrl = "") => {
    const cwd = await temporaryFolder({ "export.zip": zipSync(entries), "a.md": "# A\n\nText." });
    return readSources({ sources: ["."], cwd, baseUrl, language: "en" });
  };

  it("reads each file as if it lay in a folder", async () => {
    const report = await build(
      {
        "Guide/index.md": strToU8("# Guide\n\nText."),
        "Guide/start.html": strToU8("<main><h1>Start</h1><p>Text of it.</p></main>"),
        [`Hours ${ID}.md`]: strToU8("# Hours\n\nWe open at nine."),
        "faq.csv": strToU8("question,answer,url\nWhy?,So it is.,https://a.example/why\n"),
        "logo.png": strToU8("x"),
        "package.json": strToU8("{}"),
      },
      "https://a.example/docs",
    );
    expect(report.pages.map(({ url }) => url).sort()).toEqual([
      "https://a.example/docs/Guide/",
      "https://a.example/docs/Guide/start.html",
      `https://a.example/docs/Hours-${ID}`,
      "https://a.example/docs/a/",
      "https://a.example/why",
    ]);
  });

  it("refuses names that lead out, archives in archives, and what would explode", async () => {
    const report = await build({
      "../evil.md": strToU8("# Evil\n\nText."),
      "inner.zip": zipSync({ "b.md": strToU8("# B\n\nText.") }),
      "zeros.md": [new Uint8Array(3_000_000), { level: 9 }] as unknown as Uint8Array,
      "ok.md": strToU8("# Fine\n\nText."),
    });
    expect(report.pages.map(({ title }) => title)).toEqual(["A", "Fine"]);
    expect(report.skipped.map(({ detail }) => detail)).toEqual([
      "../evil.md: its name leads out of the archive",
      "inner.zip: an archive in an archive; unpack the outer one",
      "zeros.md: 3000000 bytes unpacked are too many",
    ]);
  });

  it("says that a broken one is broken, and reads the rest", async () => {
    const cwd = await temporaryFolder({
      "export.zip": strToU8("PK\u0003\u0004 not really"),
      "a.md": "# A\n\nText.",
    });
    const report = await readSources({ sources: ["."], cwd, baseUrl: "", language: "en" });
    expect(report.skipped).toMatchObject([
      { reason: "unparsable", detail: expect.stringMatching(/^the archive cannot be unpacked/) as string },
    ]);
  });
});
