import { describe, expect, it } from "vitest";
import { pageOf, readTestPage, textOf } from "../support/pages.ts";

function linesOf(body: string): string[] {
  const page = pageOf(`<!doctype html><html><head><title>Page</title></head><body>${body}</body></html>`, {
    path: "page.html",
    url: "/page",
  });
  return page.chunks.flatMap(({ blocks, headingPath }) => [...headingPath, ...textOf(blocks).split("\n")]);
}

const PROSE =
  "<p>The workshop mends clocks of every age, and lends a working one for as long as the repair takes.</p>";

describe("headings with nothing below them", () => {
  it("are text where a page sets its sentences in them", () => {
    const lines = linesOf(
      `<main><h1>Voices</h1><section><h3>“It has not lost a minute since.”</h3><h3>A keeper of bees</h3></section></main>`,
    );
    expect(lines).toEqual(["“It has not lost a minute since.”", "A keeper of bees"]);
  });

  it("are text above buttons that lead on", () => {
    const banner = `<div class="banner"><h2>Every clock goes home running</h2><div class="banner__buttons"><a class="button" href="/about">About us</a></div></div>`;
    expect(linesOf(`<main><h1>Visit</h1>${PROSE}${banner}<h2>Way</h2>${PROSE}</main>`)).toContain(
      "Every clock goes home running",
    );
  });

  it("end the section before them, and open by their own id", () => {
    const page = pageOf(
      `<html><body><main><h1>Visit</h1><h2 id="hours">Hours</h2>${PROSE}<h2 id="call">Call 0555 1234 to book</h2><h2 id="way">The way</h2>${PROSE}</main></body></html>`,
      { path: "page.html", url: "/page" },
    );
    const block = page.chunks.flatMap(({ blocks }) => blocks).find((item) => textOf([item]).includes("0555"));
    expect(block).toMatchObject({ kind: "paragraph", anchor: "call", resumesDepth: 0 });
  });

  it.each([
    ["a widget", `<h2>Share</h2><div class="share-buttons"><a href="https://x.com/share?u=1">X</a></div>`],
    ["a form of fields", `<h2>Share</h2><form><input name="q"><button></button></form>`],
    ["another page's text", `<h2><a href="/share">Share</a></h2>`],
  ])("are no text above %s", (_, html) => {
    expect(linesOf(`<main><h1>Visit</h1>${PROSE}${html}<h2>Way</h2>${PROSE}</main>`)).not.toContain("Share");
  });
});

describe("terminals that are written without pre", () => {
  const terminal = (prompt: string, command: string, output = ""): string =>
    `<div class="terminal container"><div class="input"><div class="prompt"><code>${prompt} </code></div><span class="command"><code>${command}</code></span></div>${output}</div>`;
  const blocksOf = (body: string): unknown[] =>
    pageOf(`<html><body><main><h1>Clocks</h1>${PROSE}${body}</main></body></html>`, {
      path: "page.html",
      url: "/page",
    }).chunks.flatMap(({ blocks }) => blocks.slice(1));

  it.each([
    ["a command", terminal("$", "<span>clock</span> <span>--wind</span>"), "clock --wind"],
    ["a prompt with a name", terminal("keeper@tower:~$", "clock --wind"), "clock --wind"],
    ["more lines than one", terminal("$", "clock \\\n&gt;&#160;&#160; --wind"), "clock \\\n  --wind"],
    [
      "a command and its output",
      terminal("$", "clock", "<pre>12:00\n&gt; noon</pre>"),
      "clock\n12:00\n> noon",
    ],
  ])("are code: %s", (_, html, code) => {
    expect(blocksOf(html)).toEqual([{ kind: "code", language: "", code }]);
  });

  it.each([
    ["in no terminal", "<div class='name'><code>clock</code></div>", "`clock`"],
    ["in a sentence", "<div class='terminal'>Run <code>clock</code></div>", "Run `clock`"],
    ["what asks for no command", "<div class='prompt'>Where is your clock?</div>", "Where is your clock?"],
  ])("but not %s", (_, html, text) => {
    expect(blocksOf(html)).toEqual([{ kind: "paragraph", text }]);
  });
});

describe("protected e-mail addresses", () => {
  const key = 0x5a;
  const hex = (text: string): string =>
    [key, ...new TextEncoder().encode(text).map((byte) => byte ^ key)]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");

  it("are decoded from the bytes in a span", () => {
    const span = `<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${hex("hello@clocks.example")}">[email&#160;protected]</a>`;
    expect(linesOf(`<main><p>Write to ${span} today.</p></main>`)).toContain(
      "Write to hello@clocks.example today.",
    );
  });

  it("are decoded from the bytes in an address, and a link of words keeps them", () => {
    const code = hex("hello@clocks.example");
    expect(
      linesOf(
        `<main><p>Write to <a href="/cdn-cgi/l/email-protection#${code}"><span class="__cf_email__" data-cfemail="${code}">[email protected]</span></a>.</p><p>Or <a href="/cdn-cgi/l/email-protection#${code}">write to the workshop</a>.</p></main>`,
      ),
    ).toEqual(["Write to hello@clocks.example.", "Or write to the workshop."]);
  });

  it("leave no words in their place where they can't be decoded", () => {
    expect(
      linesOf(`<main><p>Write to <span data-cfemail="zz">[email protected]</span> today.</p></main>`),
    ).toContain("Write to today.");
  });

  it("are put together from a script that fills an element", () => {
    const html = `<p>Ask <span id="cloak1a">This email address is being protected from spambots.</span><script>
      document.getElementById('cloak1a').innerHTML = '';
      var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
      var addy1a = 'cl&#111;cks' + '&#64;';
      addy1a = addy1a + 'h&#97;ll' + '&#46;' + 'example';
      var addy_text1a = 'cl&#111;cks' + '&#64;' + 'h&#97;ll' + '&#46;' + 'example';document.getElementById('cloak1a').innerHTML += '<a>'+addy_text1a+'</a>';
      </script> about it.</p>`;
    expect(linesOf(`<main>${html}</main>`)).toEqual(["Ask clocks@hall.example about it."]);
  });

  it("are put together from a script that writes where it stands", () => {
    const html = `<p>Ask <script>
      var addy77 = 'clocks' + '&#64;';
      addy77 = addy77 + 'hall' + '&#46;' + 'example';
      document.write( '<a>' ); document.write( addy77 ); document.write( '</a>' );
      </script><script>document.write( '<span style=\\'display: none;\\'>' );</script>This e-mail address is hidden.<script>document.write( '</span>' );</script> about it.</p>`;
    expect(linesOf(`<main>${html}</main>`)).toEqual(["Ask clocks@hall.example about it."]);
  });
});

describe("choices of a shop", () => {
  it("are text where they name a price", () => {
    const lines = linesOf(
      `<main><h1>Oil</h1><form><select name="id"><option value="1">50 ml - $4.00</option><option value="2">100 ml - $7.00</option></select></form>${PROSE}</main>`,
    );
    expect(lines).toEqual(expect.arrayContaining(["50 ml - $4.00", "100 ml - $7.00"]));
  });

  it.each([
    ["sort a list", `<option value="1">Price: low to high</option><option value="2">Newest</option>`],
    [
      "narrow a list by its prices",
      `<option value="1">$0 - $50</option><option value="2">$50 - $100</option>`,
    ],
    ["have no variants", `<option value="1">Default Title - $4.00</option>`],
  ])("are none where they %s", (_, options) => {
    expect(linesOf(`<main><h1>Oil</h1><select>${options}</select>${PROSE}</main>`)).toHaveLength(1);
  });
});

describe("text for eyes and text for ears", () => {
  it("is read once where the one is hidden from the other", () => {
    const card = `<div class="card"><a href="/oil"><span class="visually-hidden">Clock oil</span></a><div aria-hidden="true" class="title">Clock oil</div><div>€ 4</div></div>`;
    const text = linesOf(`<main><h1>Shop</h1>${PROSE}${card}</main>`).join("\n");
    expect(text.match(/Clock oil/g)).toHaveLength(1);
  });

  it("is not read where a second copy is shown to no one", () => {
    const copy = `<div aria-hidden="true">A second copy of a slide</div><span class="sr-only">Next slide</span>`;
    expect(linesOf(`<main><h1>Shop</h1>${PROSE}${copy}</main>`)).toHaveLength(1);
  });
});

describe("what is furniture by its kind", () => {
  it.each([
    ["a label whose value a script writes", `<p><b>Weight:</b> <span id="weight"></span></p>`],
    ["an image that turns while a script works", `<p><img src="spin.gif" alt="Loading events"></p>`],
    ["the way back to a list", `<p><a href="/events">← Back to all events</a></p>`],
    ["buttons for sharing, named in one word", `<div id="sharebutton"><h2>Tell your friends</h2></div>`],
    [
      "a column beside the text",
      `<div class="row"><div class="article-sidebar"><h3>News</h3><div><h5><a href="/a">One</a></h5><p>It has rained …</p><h5><a href="/b">Two</a></h5><p>It is dry …</p></div></div></div>`,
    ],
    [
      "a request for an address, in an h1 of its own",
      `<div class="subscribe-overlay"><h1>Subscribe</h1><p>News every week.</p><form><input type="email"></form></div>`,
    ],
  ])("%s", (_, html) => {
    expect(
      linesOf(`<main><h1>Clocks</h1><div>${PROSE}${PROSE.replace("clocks", "watches")}</div>${html}</main>`),
    ).toHaveLength(2);
  });

  it("but not a section that is named after a menu and has text only", () => {
    expect(
      linesOf(
        `<div><h1>Clock</h1>${PROSE}<section class="submenu_section"><h2>In the box</h2><ul><li>A key</li><li>A stand</li></ul></section></div>`,
      ),
    ).toEqual(expect.arrayContaining(["A key", "A stand"]));
  });
});

describe("feeds under the name of a page", () => {
  it.each(["<feed xmlns='http://www.w3.org/2005/Atom'>", '<rss version="2.0">', "<urlset>"])(
    "are left out: %s",
    (root) => {
      const result = readTestPage(
        `<?xml version="1.0"?>\n<!-- made by hand -->\n${root}<title>News</title>`,
        {
          path: "feed.html",
          url: "/feed.html",
        },
      );
      expect(result).toMatchObject({ skipped: "listing" });
    },
  );
});
