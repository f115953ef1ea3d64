import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readConfluenceSpace } from "../../../../corpus/formats/exports/confluence-space.ts";
import { storageHtml, type StorageContext } from "../../../../corpus/formats/exports/confluence-storage.ts";
import { isLeftOut, type DocumentResult } from "../../../../corpus/formats/format-reader.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import { readSources } from "../../../../corpus/read/read-sources.ts";
import { formatInput, outlineOf } from "../support/pages.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface PageFields {
  id: number;
  title: string;
  body?: string;
  class?: string;
  properties?: string;
  bodyType?: number;
}

const reference = (name: string, kind: string, id: number): string =>
  `<property name="${name}" class="${kind}" package="com.atlassian.confluence.pages"><id name="id">${id}</id>\n</property>`;

/** As an export writes a page and its body. */
function page({
  id,
  title,
  body = "<p>Text.</p>",
  class: kind = "Page",
  properties = "",
  bodyType = 2,
}: PageFields): string {
  return `<object class="${kind}" package="com.atlassian.confluence.pages">
<id name="id">${id}</id>
<property name="title"><![CDATA[${title}]]></property>
<collection name="bodyContents" class="java.util.Collection"><element class="BodyContent" package="com.atlassian.confluence.core"><id name="id">${id}1</id></element></collection>
<property name="space" class="Space" package="com.atlassian.confluence.spaces"><id name="id">7</id>
</property>
<property name="creationDate">2024-01-02 10:00:00.000</property>
<property name="lastModificationDate">2024-03-04 10:00:00.000</property>
<property name="versionComment"><![CDATA[]]></property>
${properties.includes("contentStatus") ? "" : '<property name="contentStatus"><![CDATA[current]]></property>'}
${properties}
</object>
<object class="BodyContent" package="com.atlassian.confluence.core">
<id name="id">${id}1</id>
<property name="body"><![CDATA[${body}]]></property>
${reference("content", kind, id)}
<property name="bodyType">${bodyType}</property>
</object>`;
}

const entities = (...objects: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<hibernate-generic datetime="2024-03-05 10:00:00">
<object class="Space" package="com.atlassian.confluence.spaces">
<id name="id">7</id>
<property name="name"><![CDATA[Handbook]]></property>
<property name="key"><![CDATA[HB]]></property>
</object>
${objects.join("\n")}
</hibernate-generic>`;

const told = (results: readonly DocumentResult[]): unknown[] =>
  results.map((result) =>
    isLeftOut(result)
      ? `${result.skipped}: ${result.detail}`
      : [`${result.address} | ${result.title} | ${result.date}`, ...outlineOf(result.items)],
  );
const read = (content: string): DocumentResult[] =>
  readConfluenceSpace(formatInput({ path: "entities.xml", content }));

describe("a space of Confluence as XML", () => {
  it("reads pages and posts as they are now, and says what is left out", () => {
    const content = entities(
      page({
        id: 100,
        title: "Tea & cake?",
        body: "<h2>Brew</h2><p>Four <strong>minutes</strong>.&nbsp;Then ]] > drink ]]]]><![CDATA[> it.</p>",
      }),
      page({ id: 101, title: "Old", properties: reference("originalVersion", "Page", 100) }),
      page({
        id: 102,
        title: "Draft",
        properties: '<property name="contentStatus"><![CDATA[draft]]></property>',
      }),
      page({
        id: 103,
        title: "Gone",
        properties: '<property name="contentStatus"><![CDATA[deleted]]></property>',
      }),
      page({ id: 104, title: "News", class: "BlogPost" }),
      page({ id: 105, title: "Comment", class: "Comment", body: "<p>Nice!</p>" }),
      page({ id: 106, title: "Secret" }),
      page({ id: 107, title: "Below", properties: reference("parent", "Page", 106) }),
      `<object class="ContentPermissionSet" package="com.atlassian.confluence.security"><id name="id">9</id><property name="type"><![CDATA[View]]></property>${reference("owningContent", "Page", 106)}</object>`,
    );
    expect(told(read(content))).toEqual([
      [
        "spaces/HB/pages/100/Tea+%26+cake%3F | Tea & cake? | 2024-03-04",
        "## Brew",
        "Four minutes. Then ]]> drink ]]> it.",
      ],
      ["spaces/HB/blog/2024/01/02/104/News | News | 2024-03-04", "Text."],
      'draft: not published (draft): "Draft"',
      'draft: deleted: "Gone"',
      'draft: restricted to some readers: "Secret", "Below"',
    ]);
  });

  it("takes its addresses by the owner's pattern", () => {
    const site = { ...unconfiguredSite("/"), urlPattern: "/help/{dir}/{name}/{title}/" };
    const input = formatInput({ path: "entities.xml", content: entities(page({ id: 5, title: "Hot Tea" })) });
    expect(readConfluenceSpace({ ...input, site })).toMatchObject([{ address: "/help/HB/5/hot-tea/" }]);
  });

  it("is found in its archive, and lies below the base of the site", async () => {
    const cwd = await temporaryFolder({
      "space.zip": zipSync({
        "entities.xml": strToU8(entities(page({ id: 5, title: "Tea" }))),
        "exportDescriptor.properties": strToU8("exportType=space"),
        "attachments/5/6/1": strToU8("x"),
      }),
    });
    const { pages, skipped } = await readSources({
      sources: ["."],
      cwd,
      baseUrl: "https://a.example/wiki",
      language: "en",
    });
    expect(pages.map(({ url }) => url)).toEqual(["https://a.example/wiki/spaces/HB/pages/5/Tea"]);
    expect(skipped).toEqual([]);
  });

  it.each([
    ["is cut off", entities(page({ id: 1, title: "A" })).slice(0, 900), /ends in the middle/],
    [
      "has a text without an end",
      `<hibernate-generic><object class="Page"><property name="title"><![CDATA[x`,
      /ends in the middle/,
    ],
  ])("that %s is told in a line", (_, content, message) => {
    expect(() => read(content)).toThrow(message);
  });

  it("holds no text where all of it is old markup, and counts that", () => {
    expect(read(entities(page({ id: 1, title: "A", body: "h1. Old markup", bodyType: 0 })))).toMatchObject([
      { items: [], dropped: [{ reason: "component", words: 3 }] },
    ]);
  });

  it("is read whatever its size", () => {
    const pages = Array.from({ length: 2000 }, (_, index) =>
      page({ id: 1000 + index, title: `T${index}`, properties: reference("parent", "Page", 999 + index) }),
    );
    expect(read(entities(...pages))).toHaveLength(2000);
  });
});

describe("Confluence's storage format", () => {
  const lost: string[] = [];
  const context: StorageContext = {
    addressOf: (title) => (title === "Tea" ? "spaces/HB/pages/5/Tea" : undefined),
    bodyOf: (title) =>
      ({
        Tea: "<p>About tea.</p>",
        Loop: include("include", "Loop"),
        Parts: `<p>No.</p>${macro("excerpt", rich("<p>Offered.</p>"))}`,
      })[title],
    onLost: (name) => lost.push(name),
  };
  function macro(name: string, content = ""): string {
    return `<ac:structured-macro ac:name="${name}" ac:schema-version="1">${content}</ac:structured-macro>`;
  }
  function rich(content: string): string {
    return `<ac:rich-text-body>${content}</ac:rich-text-body>`;
  }
  function include(name: string, title: string): string {
    return macro(
      name,
      `<ac:parameter ac:name=""><ac:link><ri:page ri:content-title="${title}" /></ac:link></ac:parameter>`,
    );
  }
  const parameter = (name: string, value: string): string =>
    `<ac:parameter ac:name="${name}">${value}</ac:parameter>`;
  const plain = (value: string): string => `<ac:plain-text-body><![CDATA[${value}]]></ac:plain-text-body>`;

  it.each([
    [
      "a note with a title",
      macro("info", parameter("title", "Mind") + rich("<p>Hot.</p>")),
      "<div><p>Mind</p><p>Hot.</p></div>",
    ],
    [
      "code",
      macro("code", parameter("language", "java") + parameter("title", "A.java") + plain("if (a < b) { }")),
      '<p>A.java</p><pre><code class="language-java">if (a &lt; b) { }</code></pre>',
    ],
    [
      "what opens on a click",
      macro("expand", parameter("title", "More") + rich("<p>x</p>")),
      "<details><summary>More</summary><p>x</p></details>",
    ],
    [
      "macros in one another",
      macro("panel", rich(`<p>a</p>${macro("tip", rich("<p>b</p>"))}`)),
      "<div><p>a</p><div><p>b</p></div></div>",
    ],
    [
      "a link to a page",
      '<ac:link><ri:page ri:content-title="Tea" /><ac:plain-text-link-body><![CDATA[the tea]]></ac:plain-text-link-body></ac:link>',
      '<a href="spaces/HB/pages/5/Tea">the tea</a>',
    ],
    [
      "a link to a page that is not there",
      '<ac:link ac:anchor="x"><ri:page ri:content-title="Milk" /></ac:link>',
      "Milk",
    ],
    ["a link to a person", '<p>By <ac:link><ri:user ri:account-id="5" /></ac:link>.</p>', "<p>By .</p>"],
    [
      "an image",
      '<ac:image ac:alt="A cup" ac:width="5"><ri:attachment ri:filename="cup.png" /></ac:image>',
      '<img alt="A cup">',
    ],
    [
      "tasks",
      "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>Do <em>it</em></ac:task-body></ac:task></ac:task-list>",
      "<ul><li>Do <em>it</em></li></ul>",
    ],
    [
      "layouts",
      '<ac:layout><ac:layout-section ac:type="single"><ac:layout-cell><p>a</p></ac:layout-cell></ac:layout-section></ac:layout>',
      "<div><div><div><p>a</p></div></div></div>",
    ],
    ["instructions to authors", "<p>a <ac:placeholder>Type here</ac:placeholder>b</p>", "<p>a b</p>"],
    [
      "comments in the text",
      '<p>a <ac:inline-comment-marker ac:ref="1">b</ac:inline-comment-marker></p>',
      "<p>a b</p>",
    ],
    ["marks in cells", '<td><ac:emoticon ac:name="tick" /></td>', "<td>✓</td>"],
    ["states", macro("status", parameter("colour", "Green") + parameter("title", "DONE")), "DONE"],
    ["days", '<time datetime="2024-05-06" />', '<time datetime="2024-05-06" ></time>2024-05-06'],
    [
      "a panel of the new editor",
      '<ac:adf-extension><ac:adf-node type="panel"><ac:adf-attribute key="panel-type">note</ac:adf-attribute><ac:adf-content><p>a</p></ac:adf-content></ac:adf-node><ac:adf-fallback><div><p>a</p></div></ac:adf-fallback></ac:adf-extension>',
      "<p>a</p>",
    ],
    ["a page that is included", include("include", "Tea"), "<p>About tea.</p>"],
    ["what a page offers", include("excerpt-include", "Parts"), "<p>Offered.</p>"],
    ["an excerpt that is not shown", macro("excerpt", parameter("hidden", "true") + rich("<p>x</p>")), ""],
    ["a macro that is not known", macro("unheard", rich("<p>x</p>")), "<div><p>x</p></div>"],
    ["menus", macro("toc") + macro("children", parameter("all", "true")), ""],
    [
      "elements without an end",
      '<p>a<ac:link><ri:page ri:content-title="Tea" /> b',
      '<p>a<a href="spaces/HB/pages/5/Tea">Tea</a>',
    ],
  ])("shows %s", (_, storage, expected) => {
    expect(storageHtml(storage, context)).toBe(expected);
  });

  it("counts what is made of other pages and systems", () => {
    lost.length = 0;
    storageHtml(macro("jira") + include("include", "Nowhere") + include("include", "Loop"), context);
    expect(lost).toEqual(["jira", "include", "include"]);
  });

  it.each([
    ["macros in one another", '<ac:structured-macro ac:name="a"><ac:rich-text-body>'],
    ["quotes without an end", '<p a="'],
    ["ends without a start", "</ac:link></p>"],
    ["CDATA without an end", "<![CDATA["],
  ])("is read whatever its size: %s", (_, piece) => {
    expect(typeof storageHtml(piece.repeat(20_000), context)).toBe("string");
  });
});
