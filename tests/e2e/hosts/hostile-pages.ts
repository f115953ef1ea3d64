/** Pages that are hard on what is put into them, each of which the whole journey has to survive. */
export interface HostilePage {
  name: string;
  /** In the head, before the script. */
  head?: string;
  /** Of the body; `ELEMENT` stands for where the assistant is, which is the end without it. */
  body?: string;
  /** Of the element; a bare script tag makes the bubble where there is none. */
  element?: string;
  doctype?: "" | undefined;
  viewport?: { width: number; height: number };
  /** The panel stands in the page. */
  isInline?: boolean;
}

const TEXT = "<h1>Terms</h1><p>These are the terms of a page that has its own ways.</p>".repeat(12);
const element = (attributes = ""): string => `<assistant-chat ${attributes}></assistant-chat>`;
const style = (css: string): string => `<style>${css}</style>`;
const script = (code: string): string => `<script>${code}</script>`;

/** An ancestor that would hold a fixed box. */
const held = (name: string, css: string): HostilePage => ({
  name,
  body: `<div style="${css};margin-top:300px;width:300px;height:200px">ELEMENT</div>${TEXT}`,
  element: element(),
});

export const HOSTILE_PAGES: readonly HostilePage[] = [
  { name: "one bare tag" },
  { name: "all unset", head: style("*{all:unset!important}") },
  { name: "no buttons", head: style("button,textarea,a{display:none!important}") },
  { name: "large root", head: style("html{font-size:40px}") },
  { name: "tiny root", head: style("html{font-size:8px}") },
  { name: "root of 62.5 %", head: style("html{font-size:62.5%}body{font-size:1.6rem}") },
  { name: "quirks", doctype: "" },
  { name: "base address", head: '<base href="https://elsewhere.example/x/">' },
  held("transformed ancestor", "transform:translateY(40px)"),
  held("filtered ancestor", "filter:blur(0)"),
  held("blurred backdrop", "backdrop-filter:blur(2px)"),
  held("contained ancestor", "contain:strict;overflow:hidden"),
  held("perspective", "perspective:500px"),
  held("promised change", "will-change:transform"),
  held("clipped ancestor", "overflow:hidden;clip-path:inset(0);position:relative"),
  { name: "transformed body", head: style("body{transform:translateX(0)}") },
  { name: "zoomed body", head: style("body{zoom:1.5}") },
  { name: "unscrollable body", head: style("html,body{height:100%;overflow:hidden}") },
  {
    name: "cookie banner above everything",
    body: `${TEXT}<div style="position:fixed;inset:auto 0 0;height:90px;background:#ddd;z-index:2147483647">Cookies</div>`,
  },
  {
    name: "header above everything",
    body: `<header style="position:fixed;inset:0 0 auto;height:120px;background:#ddd;z-index:2147483647">Us</header>${TEXT}`,
  },
  {
    name: "offset for a banner, low window",
    head: style(":root{--assistant-offset-block:80px}"),
    viewport: { width: 1280, height: 650 },
  },
  { name: "page of its own stacking", head: style(":root{--assistant-z-index:50}") },
  { name: "form", body: '<form action="/nowhere"><input name="q">ELEMENT</form>', element: element() },
  {
    name: "keys prevented",
    body: `${TEXT}${script('for(const t of["keydown","keyup","keypress"])document.addEventListener(t,e=>e.preventDefault())')}`,
  },
  {
    name: "patched prototypes",
    head: script(
      "Array.prototype.extra=()=>1;Object.prototype.extra2=1;String.prototype.extra3=1;const j=JSON.stringify;JSON.stringify=function(...a){return j.apply(this,a)};const f=window.fetch;window.fetch=function(...a){return f.apply(this,a)}",
    ),
  },
  {
    name: "shown later",
    body: `<div id="late" style="display:none">ELEMENT</div>${script('setTimeout(()=>{document.getElementById("late").style.display=""},100)')}`,
    element: element(),
  },
  {
    name: "moved",
    body: `<div id="a">ELEMENT</div><div id="b"></div>${script('setTimeout(()=>document.getElementById("b").append(document.querySelector("assistant-chat")),100)')}`,
    element: element(),
  },
  { name: "page without colours on a dark system", head: style("body{background:#fff}") },
  { name: "small window", viewport: { width: 700, height: 430 } },
  {
    name: "inline in a flex row",
    body: "<div style='display:flex;gap:20px'><p>Left</p>ELEMENT<p>Right</p></div>",
    element: element('mode="inline"'),
    isInline: true,
  },
  {
    name: "inline within a flex item",
    body: "<div style='display:flex'><div>ELEMENT</div></div>",
    element: element('mode="inline"'),
    isInline: true,
  },
  {
    name: "inline in a grid",
    body: "<div style='display:grid;grid-template-columns:auto 1fr'><div>ELEMENT</div><p>Right</p></div>",
    element: element('mode="inline"'),
    isInline: true,
  },
  {
    name: "drawer within a transformed ancestor",
    body: "<div style='transform:scale(1)'>ELEMENT</div>",
    element: element('mode="drawer"'),
  },
];

/** The page as a server sends it. */
export function renderHostilePage({
  head = "",
  body = TEXT,
  element: tag,
  doctype = "<!doctype html>" as never,
}: HostilePage): string {
  const loader = '<script async src="/assistant-chat.js"></script>'.replace("/assistant", "ORIGIN/assistant");
  const placed = tag === undefined ? body : body.replace("ELEMENT", tag);
  return `${doctype}<html lang="en"><head><title>Host</title>${head}${loader}</head><body>${placed}</body></html>`;
}
