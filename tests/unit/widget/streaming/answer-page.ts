import { chromium, type Page } from "playwright";
import { BROWSER_ARGUMENTS, findBrowser } from "../../../support/find-browser.ts";
import { serveBuiltWidget, version } from "../security/serve-built-widget.ts";
import { findStrayText, readShownText } from "./shown-text.ts";

export interface AnswerPage {
  page: Page;
  close(): Promise<void>;
}

/** What the page has for tests to call. */
export interface AnswerTools {
  /** A renderer in an element of its own, from the built file. */
  newAnswer(): {
    container: HTMLElement;
    show(text: string, final?: boolean): void;
  };
  readShownText: typeof readShownText;
  findStrayText: typeof findStrayText;
}

/**
 * Opens a page with the built renderer and the functions that judge what it shows.
 *
 * @param scripts what else is served, by path. Default: nothing.
 */
export async function openAnswerPage(scripts: Record<string, string> = {}): Promise<AnswerPage> {
  const script = `
    import { createAnswerRenderer } from "/v/${version}/renderer.js";
    const labels = { code: "Code", table: "Table", copy: "Copy", copyCode: "Copy code", wrapCode: "Wrap",
      citation: (position, title) => "Source " + position + ": " + title };
    const sources = [1, 2].map((position) => ({ position, title: "Page", url: "/page/" + position, excerpt: "", score: 1 }));
    window.newAnswer = () => {
      const container = document.createElement("div");
      document.body.replaceChildren(container);
      const renderer = createAnswerRenderer(container, { labels });
      return { container, show: (text, final = false) => renderer.update(text, sources, { final }) };
    };
    window.readShownText = ${readShownText.toString()};
    window.findStrayText = ${findStrayText.toString()};
    window.isReady = true;`;
  const server = await serveBuiltWidget((request, response) => {
    if (request.url === "/") {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(
        '<!doctype html><meta charset="utf-8"><body><script type="module" src="/tools.js"></script>',
      );
      return true;
    }
    const code = request.url === "/tools.js" ? script : scripts[request.url ?? ""];
    if (code === undefined) return false;
    response.writeHead(200, { "content-type": "text/javascript" }).end(code);
    return true;
  });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGUMENTS });
  const page = await browser.newPage();
  await page.goto(server.origin);
  await page.waitForFunction(() => "isReady" in window);
  return {
    page,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
