import { describe, expect, it } from "vitest";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { readHtml } from "../../../../corpus/formats/html.ts";
import { unconfiguredSite } from "../../../../corpus/generators/site.ts";
import { textOf } from "../support/pages.ts";

function read(body: string, { title = "Storage", path = "storage.html" } = {}) {
  return readHtml({
    path,
    sitePath: path,
    text: `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`,
    bytes: new Uint8Array(),
    site: unconfiguredSite("/"),
    language: "en",
    include: () => undefined,
  });
}

function text(body: string): string {
  const document = read(body);
  if (isLeftOut(document)) throw new Error(`left out: ${document.skipped}`);
  return textOf(document.items);
}

const PROSE = "Files are kept on two machines in two towns and are checked every night.";

describe("widgets without a name", () => {
  it.each([
    ["back to top", '<p><a href="#top">↑ Back to top</a></p>'],
    ["skip", '<a href="#main">Skip to main content</a>'],
    ["print", '<p><a href="#" onclick="window.print()">Print this page</a></p>'],
    ["a vote", "<div>Was this helpful?</div>"],
    ["a vote below a heading", "<h3>Was this page helpful?</h3>"],
    ["when it changed, as seen from now", "<p>Last updated <time>two months ago</time></p>"],
    [
      "links that share",
      '<div><p>Share this:</p><a href="https://www.facebook.com/sharer/sharer.php?u=a">Facebook</a> <a href="mailto:?subject=a">Email</a></div>',
    ],
    [
      "a way back and on",
      '<div><p><a href="/a">« Previous: Backups</a> | <a href="/b">Next: Keys »</a></p></div>',
    ],
    [
      "a way on in utility classes",
      '<div class="flex"><a href="/a"><span>Previous</span><span>Start</span></a><a href="/b"><span>Next</span><span>Stop</span></a></div>',
    ],
    [
      "the headings once more",
      '<p>In this article</p><ul><li><a href="#a">Limits</a></li><li><a href="#b">Speed</a></li></ul>',
    ],
    [
      "other pages",
      '<h2>Related articles</h2><ul><li><a href="/a">Keys</a></li><li><a href="/b">Locks</a></li></ul>',
    ],
    [
      "where the page stands among its like",
      '<div><h2><a href="/a">&lt;</a> 5 / 13 <a href="/b">&gt;</a></h2></div>',
    ],
    ["the last of its like", '<p><a href="/a">«</a> 13 of 13</p>'],
    ["cookies", "<div><p>We use cookies to know you better.</p><button>Accept</button></div>"],
    ["a vendor's dialog", '<div id="CybotCookiebotDialog"><p>Choose what we may know of you.</p></div>'],
    [
      "comments in blocks",
      '<div class="wp-block-comments"><h2>Responses</h2><p>Mine are all lost.</p></div>',
    ],
    [
      "comments in a section",
      '<section id="comments"><h2>Comments (2)</h2><article class="comment"><p>Mine are all lost.</p></article></section>',
    ],
    ["a dialog that is closed", "<dialog><p>Subscribe to our letter.</p></dialog>"],
    ["the foot of a post", '<div class="post-footer">Posted by Ann at noon</div>'],
  ])("are dropped: %s", (_name, widget) => {
    expect(text(`<main><h1>Storage</h1><p>${PROSE}</p>${widget}</main>`)).toBe(`Storage\n${PROSE}`);
  });

  it.each([
    [
      "a chapter on comments",
      '<section id="comments"><h2>Comments</h2><p>A line that begins with a hash is one.</p></section>',
      "A line that begins with a hash is one.",
    ],
    [
      "a link on within a sentence",
      '<p>Next, <a href="/b">install the keys</a> that you were sent by mail.</p>',
      "Next, install the keys",
    ],
    ["a fraction with a note", '<p>5 / 13 <a href="/b">of all files</a></p>', "5 / 13 of all files"],
    ["a date", "<p>Last updated: 3 May 2024</p>", "Last updated: 3 May 2024"],
    ["a policy", "<p>We use cookies to keep you logged in, and for nothing else.</p>", "We use cookies"],
    [
      "links under a heading of the text",
      '<h2>Formats</h2><ul><li><a href="/a">Plain text</a></li><li><a href="/b">Tables</a></li></ul>',
      "Plain text",
    ],
    [
      "whom to write to",
      '<p><a href="mailto:help@example.com?subject=Storage">Write to us</a></p>',
      "Write to us",
    ],
    [
      "a sidebar among the text",
      '<p>Then:</p><div class="sidebar"><p>Files of more than five gigabytes are kept apart.</p></div>',
      "kept apart",
    ],
  ])("are told from text: %s", (_name, content, expected) => {
    expect(text(`<main><h1>Storage</h1><p>${PROSE}</p>${content}</main>`)).toContain(expected);
  });

  it("drops a path of words that ends in the heading below it, and no other line above one", () => {
    const page = (line: string) => text(`<main><p>${line}</p><h1>Storage</h1><p>${PROSE}</p></main>`);
    expect(page("Manual 4.x &gt;&gt; Machines &gt;&gt; Storage")).toBe(`Storage\n${PROSE}`);
    expect(page('<a href="/">Manual</a> | <b>Storage</b>')).toBe(`Storage\n${PROSE}`);
    expect(page("Sizes &gt; 5 GB are kept apart")).toContain("kept apart");
    expect(page("Storage")).toContain("Storage\nStorage");
  });

  it("leaves the columns of a wrapper that is only named content", () => {
    const page = `<div class="content-outer"><div><h1>Storage</h1></div><div class="post"><p>${PROSE}</p></div><div class="sidebar"><h2>Shelf</h2><ul><li>2019 (4)</li></ul></div></div>`;
    expect(text(page)).toBe(`Storage\n${PROSE}`);
  });

  it("takes the button that copies a heading's link from the heading, and no question", () => {
    expect(text(`<main><h2 id="a">Copies <button>Copy link</button></h2><p>${PROSE}</p></main>`)).toBe(
      `Copies\n${PROSE}`,
    );
    expect(text(`<main><h2 id="a"><button>Share</button></h2><p>${PROSE}</p></main>`)).toBe(
      `Share\n${PROSE}`,
    );
  });

  it("takes the number from a line of code that is no block of code", () => {
    const page =
      '<main><div><div class="line"><span class="line-number">1</span><span>make all</span></div></div></main>';
    expect(text(page)).toBe("make all");
  });
});

describe("a page in pieces", () => {
  it("has what a shadow root shows, with its slots filled", () => {
    const page = `<main><h1>Storage</h1><p>${PROSE}</p><x-card><template shadowrootmode="open"><style>p{color:red}</style><p>Forty projects at once.</p><slot name="more">None.</slot><slot></slot></template><p>Write to us for more.</p><b slot="more">Two owners.</b></x-card></main>`;
    expect(text(page)).toBe(`Storage\n${PROSE}\nForty projects at once.\nTwo owners.\nWrite to us for more.`);
  });

  it("leaves a template that a script fills", () => {
    expect(text(`<main><p>${PROSE}</p><template><p>Row</p></template></main>`)).toBe(PROSE);
  });

  it("has both of two main contents, and one of two that are the same", () => {
    const other = "<h2>More</h2><p>A second card costs five euros a year.</p>";
    const first = `<main><h1>Storage</h1><p>${PROSE}</p></main>`;
    expect(text(`${first}<main>${other}</main>`)).toBe(
      `Storage\n${PROSE}\nMore\nA second card costs five euros a year.`,
    );
    expect(text(first + first)).toBe(`Storage\n${PROSE}`);
  });

  it("says without scripts what it says only then, and not that it needs them", () => {
    expect(text(`<div id="app"></div><noscript><h1>Storage</h1><p>${PROSE}</p></noscript>`)).toBe(
      `Storage\n${PROSE}`,
    );
    expect(
      text(
        `<main><p>${PROSE}</p></main><noscript>Please enable JavaScript to read about our storage.</noscript>`,
      ),
    ).toBe(PROSE);
  });

  it.each([
    [
      "tabs without scripts",
      '<div class="sd-tab-set"><input type="radio" id="t0"><label for="t0">Conda</label><div class="sd-tab-content"><p>Use the forge.</p></div><input type="radio" id="t1"><label for="t1">Pip</label><div class="sd-tab-content"><p>Use the wheel.</p></div></div>',
      "Conda: Use the forge.\nPip: Use the wheel.",
    ],
    [
      "tabs of custom elements",
      '<x-tab-group><x-tab slot="nav" panel="mac">macOS</x-tab><x-tab slot="nav" panel="win">Windows</x-tab><x-tab-panel name="mac"><p>Drag it.</p></x-tab-panel><x-tab-panel name="win"><p>Click it.</p></x-tab-panel></x-tab-group>',
      "macOS: Drag it.\nWindows: Click it.",
    ],
  ])("names panels by their labels: %s", (_name, group, expected) => {
    expect(text(`<main>${group}</main>`)).toBe(expected);
  });
});

describe("pages that say that they are none", () => {
  it.each([
    ["Seite nicht gefunden", "<p>Leider gibt es das nicht mehr.</p>", "error-page"],
    ["Page introuvable", "<p>Désolé, elle n'existe pas.</p>", "error-page"],
    ["Sayfa bulunamadı", "<p>Ana sayfaya dönün.</p>", "error-page"],
    ["This page has moved", '<p>Its new address is <a href="/new/">here</a>.</p>', "redirect"],
  ])("are left out: %s", (title, body, reason) => {
    expect(read(`<main><h1>${title}</h1>${body}</main>`, { title })).toMatchObject({ skipped: reason });
  });

  it.each([
    ["Page not found errors", "<p>The server says so when a file was deleted by its owner.</p>"],
    ["The page has moved up in the ranking", `<p>${PROSE.repeat(4)}</p>`],
  ])("are told from pages about them: %s", (title, body) => {
    expect(isLeftOut(read(`<main><h1>${title}</h1>${body}</main>`, { title }))).toBe(false);
  });
});
