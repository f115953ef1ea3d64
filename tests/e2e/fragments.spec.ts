import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import type { Passage } from "../../core/answer/generation-provider.ts";
import { passageSentences } from "../../core/text/sentences.ts";
import { citationOf } from "../../core/citation/quote.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import { pageOf } from "../unit/corpus/support/pages.ts";

/** Each sentence that is asked for stands in an element of its own, far from all that says the same. */
const STYLE =
  "<style>p, li, td, h1, h2, pre { margin: 0 0 1600px; padding: 0 0 1600px } p { font: 16px sans-serif }</style>";

interface Case {
  name: string;
  body: string;
  /** As the passage has it; the last of those that are alike is meant. */
  sentence: string;
}

const CASES: Case[] = [
  {
    name: "a sentence that stands nowhere else",
    body: `<h1>Kettles</h1><p>Fill it with water.</p><p id="here">The kettle turns itself off when it has boiled.</p>`,
    sentence: "The kettle turns itself off when it has boiled.",
  },
  {
    name: "one that stands above, told by the words before it",
    body: `<h1>Kettles</h1><p>Empty it first. Rinse the kettle with cold water.</p><p id="here">Once a month it is descaled with vinegar. Rinse the kettle with cold water.</p>`,
    sentence: "Rinse the kettle with cold water.",
  },
  {
    name: "one that begins its paragraph, told by the block before it",
    body: `<h1>Kettles</h1><h2>Small ones</h2><p>Rinse the kettle with cold water. It is dry soon.</p><h2>Large ones</h2><p id="here">Rinse the kettle with cold water. It is dry in an hour.</p>`,
    sentence: "Rinse the kettle with cold water.",
  },
  {
    name: "an item, told by the item before it",
    body: `<h1>Kettles</h1><ul><li>Open the lid of it</li><li>Rinse the kettle with cold water</li></ul><p>Later on:</p><ul><li>Pour the vinegar away</li><li id="here">Rinse the kettle with cold water</li></ul>`,
    sentence: "Rinse the kettle with cold water",
  },
  {
    name: "a cell, told by the cell before it",
    body: `<h1>Kettles</h1><table><tr><th>Kind</th><th>Care</th></tr><tr><td>Small steel kettle</td><td>Rinse it once a day with water</td></tr><tr><td>Large copper kettle</td><td id="here">Rinse it once a day with water</td></tr></table>`,
    sentence: "Large copper kettle – Rinse it once a day with water",
  },
  {
    name: "one whose neighbour before is set otherwise, told by the words behind it",
    body: `<h1>Kettles</h1><p>Rinse the kettle with cold water. It is dry soon.</p><pre>boil --empty</pre><p id="here">Rinse the kettle with cold water. It hangs over the stove.</p>`,
    sentence: "Rinse the kettle with cold water.",
  },
  {
    name: "one in a script without spaces",
    body: `<h1>やかん</h1><p>毎日使います。やかんを冷たい水ですすぎます。</p><p id="here">月に一度は酢で洗います。やかんを冷たい水ですすぎます。</p>`,
    sentence: "やかんを冷たい水ですすぎます。",
  },
  {
    name: "one whose beginning alone is said above",
    body: `<h1>Kettles</h1><p>It is cheap. A kettle of this kind boils a litre of water in about three minutes, and then whistles until somebody comes for it.</p><p id="here">It is dear. A kettle of this kind boils a litre of water in about three minutes, and keeps it hot for another hour without a sound.</p>`,
    sentence:
      "A kettle of this kind boils a litre of water in about three minutes, and keeps it hot for another hour without a sound.",
  },
];

let server: Server;
let origin = "";

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { body = "" } = CASES[Number(/\d+/.exec(request.url ?? "")?.[0])] ?? {};
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><head>${STYLE}<title>Kettles</title></head><body><main>${body}</main></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => server.close());

for (const [index, { name, body, sentence }] of CASES.entries()) {
  test(`a citation opens at ${name}`, async ({ page }) => {
    const { chunks } = pageOf(`<html><body><main>${body}</main></body></html>`, {
      path: "page.html",
      url: `/${index}`,
    });
    const url = urlOfLast(chunks, sentence);
    expect(url).toContain(":~:text=");
    await page.goto(`${origin}${url}`);
    await expect(page.locator("#here")).toBeInViewport();
  });
}

/** Of the last sentence that reads so. */
function urlOfLast(chunks: readonly Chunk[], sentence: string): string {
  const found = chunks.flatMap((chunk) => {
    const source = { position: 1, title: chunk.title, url: chunk.url, excerpt: "", score: 1 };
    const passage: Passage = { chunk, source, ordinal: 0, relativeScore: 1 };
    return passageSentences(chunk.blocks)
      .filter(({ text }) => text === sentence)
      .map(({ blockIndex, text }) => citationOf({ passage, blockIndex, text }, 1).url);
  });
  return found.at(-1) ?? "";
}
