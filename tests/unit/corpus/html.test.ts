import { describe, expect, it } from "vitest";
import { pageOf, paragraph, readTestPage } from "./support/pages.ts";

const html = (body: string, head = "<title>Fallback title – Site</title>"): string =>
  `<!doctype html><html lang="de"><head>${head}</head><body>${body}</body></html>`;
const read = (source: string) => pageOf(source, { path: "a.html", url: "/a.html" });

describe("HTML pages", () => {
  it("reads the main content and leaves the furniture of the page out", () => {
    const page = read(
      html(`<header>Site</header><nav>Menu</nav><main><h1>Own title</h1><p>Text <b>bold</b>.</p>
        <aside class="advert">Ad</aside><form><input value="x"><button>Go</button></form><script>x()</script><style>p{}</style>
        <div hidden>secret</div><div style="display:none">secret</div><p aria-hidden="true">icon</p>
        </main><footer>Imprint</footer>`),
    );
    expect(page.title).toBe("Own title");
    expect(page.language).toBe("de");
    expect(page.chunks.flatMap(({ blocks }) => blocks)).toEqual([paragraph("Text bold.")]);
  });

  it("falls back to a lone article, then to the body, and to <title>", () => {
    expect(read(html("<div>Before</div><article><p>Inside.</p></article>")).chunks[0]?.blocks).toEqual([
      paragraph("Inside."),
    ]);
    const page = read(html("<p>Body.</p>"));
    expect(page.title).toBe("Fallback title – Site");
    expect(page.chunks[0]?.blocks).toEqual([paragraph("Body.")]);
  });

  it("leaves out tools of the page that stand by themselves, and keeps links in its text", () => {
    const page = read(
      html(`<main><h1>T</h1><div class="row"><a href="https://code.example/a/b/issues/new?title=T">Report Issue</a>
        <a href="https://code.example/a/b/edit/main/docs/t.md">Edit</a></div>
        <p>Found a fault? <a href="https://code.example/a/b/issues/new">Tell us</a>.</p>
        <table><tr><th>Plan</th><th>Export</th></tr><tr><td>Free</td><td>❌</td></tr><tr><td>Paid</td><td>✅</td></tr></table>
        <a href="#" class="up">Back to top</a></main>`),
    );
    expect(page.chunks.flatMap(({ blocks }) => blocks)).toEqual([
      paragraph("Found a fault? Tell us."),
      {
        kind: "table",
        rows: [
          ["Plan", "Export"],
          ["Free", "nein"],
          ["Paid", "ja"],
        ],
      },
    ]);
  });

  it("keeps heading ids and drops the links that generators put beside headings", () => {
    const words = "word ".repeat(90);
    const page = read(
      html(`<main><h1>T</h1><h2 id="own">First<a class="headerlink" href="#own">¶</a></h2><p>${words}</p>
        <h2><a name="old"></a>Second</h2><p>${words}</p></main>`),
    );
    expect(page.chunks.map(({ url, headingPath }) => [url, headingPath])).toEqual([
      ["/a.html#own", ["First"]],
      ["/a.html#old", ["Second"]],
    ]);
  });

  it("keeps a heading that is a link to itself, whatever its class is", () => {
    const words = "word ".repeat(90);
    const page = read(
      html(`<nav>Menu</nav><h1 class="menu-title">Book</h1><main><h2 id="lids"><a class="header" href="#lids">Lids</a></h2><p>${words}</p>
        <h2 id="cups"><a class="header" href="#cups">Cups</a></h2><p>${words}</p></main>`),
    );
    expect(page.chunks.map(({ url, headingPath }) => [url, headingPath])).toEqual([
      ["/a.html#lids", ["Lids"]],
      ["/a.html#cups", ["Cups"]],
    ]);
  });

  it("reads code with its language, tables and lists", () => {
    const page = read(
      html(`<main><p>Intro:</p><pre><code class="language-js">let a = "&lt;b&gt;";</code></pre>
        <table><thead><tr><th>K</th></tr></thead><tbody><tr><td>V</td></tr></tbody></table><ol><li>one</li><li>two</li></ol></main>`),
    );
    expect(page.chunks[0]?.blocks).toEqual([
      paragraph("Intro:"),
      { kind: "code", language: "js", code: 'let a = "<b>";' },
      { kind: "table", rows: [["K"], ["V"]] },
      { kind: "list", ordered: true, items: ["one", "two"] },
    ]);
  });

  it("skips a page that asks not to be indexed, and one without text", () => {
    const input = {
      path: "a.html",
      format: "html" as const,
      url: "/a.html",
      urlOfSlug: String,
      language: "en",
    };
    expect(
      readTestPage(html("<p>x</p>", '<meta name="robots" content="noindex, nofollow">'), input),
    ).toMatchObject({ skipped: "noindex" });
    expect(readTestPage(html("<nav>Menu</nav>"), input)).toMatchObject({ skipped: "empty" });
  });

  it("uses the description of a page that has no other text", () => {
    const page = read(html("", '<title>T</title><meta name="description" content="What it is.">'));
    expect(page.chunks[0]?.blocks).toEqual([paragraph("What it is.")]);
  });
});
