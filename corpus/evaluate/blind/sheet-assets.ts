/** Style and script of the page on which answers are judged. Both stand in the page itself. */
import { REPORT_STYLE } from "../html-assets.ts";

export const SHEET_STYLE = `${REPORT_STYLE}
main { max-width: 52rem; }
h3 { font-size: .95rem; margin: 1rem 0 .25rem; }
kbd { font: .8em ui-monospace, SFMono-Regular, Menlo, monospace; border: 1px solid var(--line); border-radius: 4px; padding: 0 .3em; color: var(--dim); }
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center;
  background: var(--page); border-bottom: 1px solid var(--line); padding: .6rem 0; margin: 1rem 0; }
.bar p { flex-basis: 100%; margin: 0; color: var(--dim); } .bar p:empty { display: none; }
.bar output { font-weight: 650; font-variant-numeric: tabular-nums; }
input:not([type]), textarea, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .3rem .6rem; }
button { cursor: pointer; border-color: var(--accent); }
.file { font-size: .9rem; color: var(--dim); } .file input { max-width: 13rem; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1.1rem 1.1rem; margin: 0 0 1rem; scroll-margin-top: 7rem; }
article:focus { outline: 3px solid var(--accent); outline-offset: 1px; }
article.judged { border-inline-start: 5px solid var(--good); }
article h2 { margin: .1rem 0 .6rem; } article > p.dim { font-size: .85rem; margin: 0; }
.answer > p, .answer > ul, .answer > ol { margin: .4rem 0; }
.sources { font-size: .92rem; } blockquote { margin: .2rem 0 .4rem; padding-inline-start: .7rem; border-inline-start: 3px solid var(--line); color: var(--dim); }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, monospace; background: var(--page); border-radius: 4px; padding: 0 .2em; }
.verdict { border-top: 1px solid var(--line); margin-top: .9rem; padding-top: .6rem; }
fieldset { border: 0; padding: 0; margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: .35rem .5rem; }
legend { padding: 0; margin-bottom: .2rem; font-size: .85rem; color: var(--dim); }
fieldset label { border: 1px solid var(--line); border-radius: 999px; padding: .2rem .7rem; cursor: pointer; }
fieldset label:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
fieldset label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
input[type="radio"], input[type="checkbox"] { accent-color: var(--accent); margin: 0 .3rem 0 0; }
th { overflow-wrap: normal; }
@media (max-width: 40rem), (max-height: 30rem) { .bar { position: static; } article { scroll-margin-top: .5rem; } }
textarea { width: 100%; display: block; field-sizing: content; }
`;

/** Keeps what is judged in the browser as it comes, and writes the sheet with it as a file. */
export const SHEET_SCRIPT = `
"use strict";
(() => {
  const { sheet, place } = JSON.parse(document.querySelector("#data").textContent);
  const articles = [...document.querySelectorAll("article")];
  const bar = document.querySelector("#bar");
  const judge = document.querySelector("#judge");
  const status = document.querySelector("#status");
  const keys = document.querySelector("#keys");
  const load = document.querySelector("#load");
  const itemOf = new Map(sheet.items.map((item) => [item.id, item]));
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  let current = -1;
  let isKept = true;
  bar.hidden = document.querySelector("#help").hidden = false;

  const show = (article) => {
    const item = itemOf.get(article.id);
    const form = article.querySelector("form");
    for (const name of ["verdict", "cause"]) {
      for (const radio of form.querySelectorAll("input[name=" + name + "]")) radio.checked = radio.value === item[name];
    }
    form.elements.note.value = item.note;
    form.querySelector(".cause").hidden = item.verdict !== "half" && item.verdict !== "not";
    article.classList.toggle("judged", item.verdict !== null);
  };
  const count = () => {
    const done = sheet.items.filter(({ verdict }) => verdict !== null).length;
    document.querySelector("#done").textContent = done + " of " + sheet.items.length + " judged";
    return done;
  };
  const keep = () => {
    const kept = sheet.items.map(({ id, answerHash, verdict, cause, note }) => ({ id, answerHash, verdict, cause, note }));
    try { localStorage.setItem(place, JSON.stringify({ judge: sheet.judge, items: kept })); } catch { isKept = false; }
  };
  const take = (items) => {
    let taken = 0;
    for (const { id, answerHash, verdict, cause, note } of items) {
      const item = itemOf.get(id);
      if (!item || item.answerHash !== answerHash || !verdict) continue;
      Object.assign(item, { verdict, cause: cause || null, note: note || "" });
      taken++;
    }
    articles.forEach(show);
    count();
    return taken;
  };
  const go = (index) => {
    const article = articles[Math.max(0, Math.min(index, articles.length - 1))];
    if (!article) return;
    article.focus({ preventScroll: true });
    article.scrollIntoView({ block: "start" });
  };
  const nextOpen = () => {
    const order = [...articles.slice(current + 1), ...articles.slice(0, current + 1)];
    const open = order.find((article) => itemOf.get(article.id).verdict === null);
    if (open) go(articles.indexOf(open));
    else status.textContent = "All are judged: save them (s).";
  };
  const change = (article, name, value) => {
    const item = itemOf.get(article.id);
    item[name] = value;
    if (item.verdict === "defended" || item.verdict === null) item.cause = null;
    show(article);
    count();
    keep();
  };
  const save = () => {
    const open = sheet.items.length - count();
    const name = (sheet.judge || "verdicts").trim().toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, "-") || "verdicts";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(sheet, null, 2) + "\\n"], { type: "application/json" }));
    link.download = (name === "verdicts" ? name : "verdicts-" + name) + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    isKept = true;
    status.textContent = "Saved as " + link.download + (open === 0 ? ": give it to --verdicts." : "; " + open + " have no verdict yet.");
  };

  document.addEventListener("focusin", ({ target }) => {
    const article = target.closest("article");
    if (article) current = articles.indexOf(article);
  });
  document.addEventListener("change", ({ target }) => {
    const article = target.closest("article");
    if (article && (target.name === "verdict" || target.name === "cause")) change(article, target.name, target.value);
  });
  document.addEventListener("input", ({ target }) => {
    const article = target.closest("article");
    if (article && target.name === "note") { itemOf.get(article.id).note = target.value; keep(); }
    if (target === judge) { sheet.judge = judge.value; keep(); }
  });
  document.addEventListener("submit", (event) => { event.preventDefault(); if (event.target === bar) save(); });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "Escape" && target.matches("textarea, input")) { go(current); return; }
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target.matches("textarea, input:not([type=radio]):not([type=checkbox])")) return;
    const article = articles[current];
    const radio = article && article.querySelector('input[data-key="' + CSS.escape(key.toLowerCase()) + '"]');
    if (radio && !radio.closest("fieldset").hidden) {
      change(article, radio.name, radio.value);
      // A cause follows where there is one to name.
      if (radio.name === "cause" || radio.value === "defended") nextOpen();
      else article.focus({ preventScroll: true });
    } else if (key === "j") go(current + 1);
    else if (key === "k") go(current - 1);
    else if (key === "u") nextOpen();
    else if (key === "s") save();
    else if (key === "m" && article) article.querySelector("textarea").focus();
    else return;
    event.preventDefault();
  });
  load.addEventListener("change", async () => {
    const [file] = load.files;
    if (!file) return;
    try {
      const loaded = JSON.parse(await file.text());
      const taken = take(loaded.items);
      if (!sheet.judge && loaded.judge) sheet.judge = judge.value = loaded.judge;
      keep();
      status.textContent = taken + " verdicts taken from " + file.name + ".";
    } catch { status.textContent = file.name + " is no sheet with verdicts."; }
    load.value = "";
  });
  addEventListener("beforeunload", (event) => { if (!isKept) event.preventDefault(); });

  let before = null;
  try { before = JSON.parse(localStorage.getItem(place)); } catch { /* Nothing is kept. */ }
  articles.forEach(show);
  count();
  if (before) {
    const taken = take(before.items);
    if (!sheet.judge && before.judge) sheet.judge = judge.value = before.judge;
    if (taken > 0) status.textContent = taken + " verdicts were kept in this browser.";
  }
})();
`;
