/** Style and script of the report page. Both stand in the page itself, which asks nobody for anything. */

export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --page: #fbfbfd; --card: #fff; --text: #1b1d23; --dim: #5b6070; --line: #d9dce4;
  --accent: #3548c9; --good: #17733f; --bad: #b3261e; --warn: #8a5a00;
  --answerable: #3b62d6; --unanswerable: #c2611a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14161b; --card: #1d2027; --text: #e8eaf0; --dim: #a2a8b8; --line: #383d49;
    --accent: #a9b6ff; --good: #6fd39b; --bad: #ff8f86; --warn: #f0c060;
    --answerable: #7d9dff; --unanswerable: #f0975a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; }
p { margin: .25rem 0 .75rem; }
.dim { color: var(--dim); }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .6rem; margin: 1rem 0; padding: 0; }
.figures > div { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .6rem .8rem; }
.figures dt { color: var(--dim); font-size: .82rem; line-height: 1.3; }
.figures dd { margin: .15rem 0 0; font-size: 1.35rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.figures small { display: block; font-size: .78rem; font-weight: 400; color: var(--dim); }
ul.plain { list-style: none; margin: 0; padding: 0; }
.controls { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; border: 0; margin: 0 0 1rem; padding: 0; }
.controls label { border: 1px solid var(--line); background: var(--card); border-radius: 999px; padding: .3rem .8rem; cursor: pointer; font-size: .92rem; }
.controls label:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.controls label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.controls input[type="radio"] { margin: 0 .35rem 0 0; accent-color: var(--accent); }
.controls input[type="search"] { flex: 1 1 12rem; min-width: 0; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--line); border-radius: 8px; padding: .35rem .6rem; }
details.question { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: 0 0 .5rem; }
details.question > summary { cursor: pointer; padding: .65rem .9rem; }
details.question[open] > summary { border-bottom: 1px solid var(--line); }
.detail { padding: .8rem .9rem; }
.kind { display: inline-block; font-size: .78rem; border: 1px solid currentColor; border-radius: 999px; padding: 0 .5rem; margin-inline-start: .4rem; white-space: nowrap; }
dl.facts { margin: 0 0 .6rem; } .detail > ul.plain { margin: 0 0 .8rem; } .facts dt { font-weight: 600; } .facts dd { margin: 0 0 .5rem; }
pre { white-space: pre-wrap; background: var(--page); border: 1px solid var(--line); border-radius: 8px; padding: .7rem; margin: .3rem 0 .8rem;
  font: .9rem/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; }
ol.sources { margin: .3rem 0 .8rem; padding-inline-start: 1.6rem; } ol.sources li { margin: .15rem 0; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem; }
figcaption { font-size: .9rem; color: var(--dim); }
svg { width: 100%; height: auto; display: block; }
svg text { fill: var(--text); font: 14px system-ui, sans-serif; } svg .tick { fill: var(--dim); }
.end { text-anchor: end; } .middle { text-anchor: middle; }
.grid { stroke: var(--line); } .diagonal { stroke: var(--dim); stroke-dasharray: 4 4; }
.threshold { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 6 3; }
.bar-answerable { fill: var(--answerable); } .bar-unanswerable { fill: var(--unanswerable); }
.point { fill: var(--card); stroke: var(--answerable); stroke-width: 2; }
.swatch { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin-inline: .2rem .3rem; forced-color-adjust: none; }
.swatch.answerable { background: var(--answerable); } .swatch.unanswerable { background: var(--unanswerable); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { text-align: start; padding: .25rem .9rem .25rem 0; border-bottom: 1px solid var(--line); }
tr.current { font-weight: 650; }
[hidden] { display: none !important; }
@media print {
  :root { --page: #fff; --card: #fff; --text: #000; --dim: #444; --line: #bbb; color-scheme: light; }
  .controls { display: none; } details.question, figure { break-inside: avoid; } main { max-width: none; padding: 0; }
}
`;

/** Filters the questions by kind and words, and opens the failures for print. Without it everything is shown. */
export const REPORT_SCRIPT = `
"use strict";
(() => {
  const controls = document.querySelector(".controls");
  const questions = [...document.querySelectorAll("details.question")];
  const status = document.querySelector("#shown");
  if (!controls || !status) return;
  controls.hidden = false;
  const apply = () => {
    const kind = controls.querySelector("input[name=kind]:checked").value;
    const words = controls.querySelector("input[type=search]").value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const question of questions) {
      const kinds = question.dataset.kinds.split(" ");
      const text = question.dataset.words;
      const fits = (kind === "all" || kinds.includes(kind)) && words.every((word) => text.includes(word));
      question.hidden = !fits;
      if (fits) shown++;
    }
    status.textContent = shown + " of " + questions.length + " questions shown";
  };
  controls.addEventListener("input", apply);
  controls.addEventListener("submit", (event) => event.preventDefault());
  apply();
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = questions.filter((question) => !question.open && question.dataset.kinds !== "passed");
    for (const question of opened) question.open = true;
  });
  addEventListener("afterprint", () => { for (const question of opened) question.open = false; });
})();
`;
