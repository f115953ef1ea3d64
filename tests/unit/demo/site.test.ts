import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { pageOf } from "../corpus/support/pages.ts";
import { NAVIGATION, PAGE_ORDER } from "../../../demo/navigation.ts";
import { readPages, type PageSource } from "../../../demo/site/read-pages.ts";
import { renderMarkdown, type RenderedPage } from "../../../demo/site/render-markdown.ts";
import { renderSite, type RenderedSite } from "../../../demo/site/render-site.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

let site: RenderedSite;
let pages: (PageSource & RenderedPage)[];

beforeAll(async () => {
  site = await renderSite(ROOT, "https://docs.example.com/");
  pages = await Promise.all(
    (await readPages(path.join(ROOT, "demo/docs"))).map(async (page) => ({
      ...page,
      ...(await renderMarkdown(page.file, page.markdown)),
    })),
  );
});

function htmlOf(url: string): string {
  const html = site.files.get(`${url.slice(1)}index.html`);
  if (html === undefined) throw new Error(`No page at ${url}`);
  return String(html);
}

describe("the pages", () => {
  it("are at least twenty-eight, each in the navigation once", () => {
    expect(site.pageCount).toBeGreaterThanOrEqual(28);
    expect(PAGE_ORDER.toSorted()).toEqual(pages.map(({ url }) => url).toSorted());
  });

  it("have 150 to 900 words, but for the playground, which is a tool", () => {
    const outside = pages
      .filter(({ url }) => url !== "/playground/")
      .map(({ file, wordCount }) => ({ file, wordCount }))
      .filter(({ wordCount }) => wordCount < 150 || wordCount > 900);
    expect(outside).toEqual([]);
  });

  it("repeat no paragraph of another page", () => {
    const seen = new Map<string, string>();
    const repeated: string[] = [];
    for (const { file, markdown } of pages) {
      for (const paragraph of markdown.split(/\n{2,}/).filter((text) => /^[A-Z].{80,}/s.test(text))) {
        const other = seen.get(paragraph);
        if (other !== undefined) repeated.push(`${file} and ${other}: ${paragraph.slice(0, 60)}`);
        seen.set(paragraph, file);
      }
    }
    expect(repeated).toEqual([]);
  });

  it("speak without exclamation marks", () => {
    const shouting = pages.filter(({ markdown }) =>
      markdown
        .replace(/```[\s\S]*?```/g, "")
        .replace(/`[^`]*`/g, "")
        .includes("!"),
    );
    expect(shouting.map(({ file }) => file)).toEqual([]);
  });

  it("have the addresses and the anchors that the corpus gives them", () => {
    for (const { file, url, title, markdown, headings } of pages) {
      const source = `---\ntitle: ${JSON.stringify(title)}\n---\n${markdown}`;
      const page = pageOf(source, { path: file, url });
      expect(page.anchors, file).toEqual(headings.map(({ slug }) => slug));
    }
  });
});

describe("the built site", () => {
  it("is the same for the same input", async () => {
    const again = await renderSite(ROOT, "https://docs.example.com");
    expect([...again.files].map(([name, content]) => [name, String(content)])).toEqual(
      [...site.files].map(([name, content]) => [name, String(content)]),
    );
  });

  it("has no inline script, style or handler, as its policy demands", () => {
    for (const [name, content] of site.files) {
      if (!name.endsWith(".html")) continue;
      const markup = String(content).replace(/<pre[\s\S]*?<\/pre>/g, "");
      expect(markup, name).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/);
    }
  });

  it("loads only scripts and styles that it has, and the widget", () => {
    for (const [name, content] of site.files) {
      if (!name.endsWith(".html")) continue;
      const references = [...String(content).matchAll(/<(?:script|link)\b[^>]*?\s(?:src|href)="(\/[^"?]+)/g)];
      for (const [, file = ""] of references) {
        if (file === "/assistant-chat.js") continue;
        expect(site.files.has(file.slice(1)), `${name} loads ${file}`).toBe(true);
      }
    }
  });

  it("imports only modules that it has", () => {
    for (const [name, content] of site.files) {
      if (!name.endsWith(".js")) continue;
      for (const [, file = ""] of String(content).matchAll(/from "\.\/([^"]+)"/g)) {
        expect(site.files.has(`site/${file}`), `${name} imports ${file}`).toBe(true);
      }
    }
  });

  it("carries the assistant on every page but the playground, with questions of the page", () => {
    expect(htmlOf("/")).toMatch(/<script async src="\/assistant-chat\.js" data-site="docs" data-starters="/);
    expect(htmlOf("/answers/providers/")).toContain("How do I use Ollama?\nWhat happens");
    expect(htmlOf("/playground/")).not.toContain('src="/assistant-chat.js"');
    expect(String(site.files.get("playground/preview/index.html"))).toContain('src="/assistant-chat.js"');
  });

  it("marks the page in the navigation and links to its neighbours", () => {
    const html = htmlOf("/guide/install/");
    expect(html).toContain('<a href="/guide/install/" aria-current="page">');
    expect(html).toContain('rel="prev" href="/guide/quick-start/"');
    expect(html).toContain('rel="next" href="/playground/"');
    for (const { title } of NAVIGATION) expect(html).toContain(`<p class="nav-title">${title}</p>`);
  });

  it("has a page for missing ones, a sitemap of all others, and its security policy", () => {
    expect(String(site.files.get("404.html"))).toContain("This page does not exist");
    const sitemap = String(site.files.get("sitemap.xml"));
    expect(
      [...sitemap.matchAll(/<loc>https:\/\/docs\.example\.com(\/[^<]*)<\/loc>/g)].map(([, url]) => url),
    ).toEqual(PAGE_ORDER);
    const headers = String(site.files.get("_headers"));
    expect(headers).toContain("require-trusted-types-for 'script'");
    const paths = headers.split("\n").filter((line) => line.startsWith("/"));
    expect(paths, "of two blocks for one path only the last counts").toEqual([...new Set(paths)]);
  });

  it("names the address of a published page, and none of this machine", async () => {
    expect(htmlOf("/guide/install/")).toContain(
      'rel="canonical" href="https://docs.example.com/guide/install/"',
    );
    expect(String(site.files.get("404.html"))).not.toContain("canonical");
    const local = await renderSite(ROOT, "http://localhost:8787");
    expect(String(local.files.get("index.html"))).not.toContain("canonical");
  });

  it("has every example page, each of at most sixty lines", () => {
    const names = [
      "strict-csp",
      "two-instances",
      "inline",
      "drawer",
      "themed-host",
      "rtl",
      "late-load",
      "no-script",
    ];
    for (const name of names) {
      const html = String(site.files.get(`examples/${name}.html`));
      expect(html.split("\n").length, name).toBeLessThanOrEqual(60);
      for (const [, file = ""] of html.matchAll(/(?:src|href)="\/(examples\/[^"]+)"/g)) {
        expect(existsSync(path.join(ROOT, "demo", file)), `${name} loads ${file}`).toBe(true);
      }
    }
  });
});
