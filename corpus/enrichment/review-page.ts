/** The review file as a page: each section beside what was written of it. */
import { html, type Html } from "../evaluate/html-escape.ts";
import { passageText } from "../../core/passage-text.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import type { Dropped, DropReason } from "./check-section.ts";
import { REVIEW_STATUSES, type ReviewEntry, type SectionTexts } from "./review-file.ts";
import { sectionName } from "./settle-sections.ts";

export interface ReviewedSection {
  chunk: Chunk;
  /** Undefined where nothing was written of the section, or nothing of it was kept. */
  entry: ReviewEntry | undefined;
  dropped: readonly Dropped[];
  isServed: boolean;
}

const REASONS: Record<DropReason, string> = {
  "unrelated": "shares no word with the section",
  "names-other": "names what the section does not",
  "not-a-visitors": "speaks of the section itself",
  "duplicate": "asks the same again",
  "asked-of-two": "another section is asked the same",
  "unsupported": "the section does not say so",
  "uncited": "a sentence has no citation",
  "cites-other": "cites what is not there",
  "other-language": "is in another language",
  "states-nothing": "states nothing",
};

export function reviewPage(sections: readonly ReviewedSection[], fileName: string): string {
  const rows = sections
    .filter(({ entry, dropped }) => entry !== undefined || dropped.length > 0)
    .map((section, index) => ({ ...section, id: `section-${index + 1}` }));
  const changed = rows.filter(({ entry }) => entry?.sectionChanged !== undefined);
  const page = html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>Prepared questions and answers</title>
      <style>
        :root {
          --text: #1c1c1c;
          --quiet: #555;
          --line: #c4c4c4;
          --warning: #8a1f11;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --text: #eee;
            --quiet: #b5b5b5;
            --line: #4a4a4a;
            --warning: #ff9d8f;
          }
        }
        body {
          font:
            15px/1.5 system-ui,
            sans-serif;
          margin: 0 auto;
          max-width: 76rem;
          padding: 1rem;
          color: var(--text);
          overflow-wrap: anywhere;
        }
        h1 {
          font-size: 1.6rem;
          line-height: 1.25;
        }
        article {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          gap: 0 2rem;
          border-top: 1px solid var(--line);
          padding: 1rem 0;
        }
        header {
          grid-column: 1 / -1;
          margin-bottom: 0.5rem;
        }
        h2 {
          display: inline;
          font-size: 1rem;
        }
        small,
        .address,
        .text {
          color: var(--quiet);
        }
        .address {
          display: block;
          font-size: 0.85em;
        }
        .text {
          white-space: pre-wrap;
          max-height: 26rem;
          overflow: auto;
        }
        .written > :first-child {
          margin-top: 0;
        }
        ul {
          padding-left: 1.2em;
        }
        .status {
          border: 1px solid;
          border-radius: 1em;
          margin-left: 0.4em;
          padding: 0 0.6em;
          white-space: nowrap;
          font-size: 0.85em;
        }
        .dropped,
        .earlier {
          color: var(--warning);
        }
        .earlier {
          border-left: 3px solid;
          padding-left: 0.8em;
        }
        a {
          color: inherit;
        }
        @media (max-width: 48rem) {
          article {
            display: block;
          }
          .text {
            max-height: 16rem;
            margin-bottom: 0.8rem;
          }
        }
      </style>
      <main>
        <h1>Prepared questions and answers</h1>
        <p>
          To decide, change <code>status</code> in <code>${fileName}</code> to <code>approved</code>,
          <code>edited</code> or <code>rejected</code>, or change the texts themselves, and build again. What
          has no status here was dropped, and is not used.
        </p>
        <p>${countsOf(rows)}</p>
        ${changed.length === 0 ? undefined : changedList(changed)} ${rows.map(sectionRow)}
      </main>
    </html> `;
  return page.html;
}

interface Row extends ReviewedSection {
  id: string;
}

/** "361 proposed, 2 approved; 171 texts dropped" */
function countsOf(rows: readonly Row[]): string {
  const statuses = REVIEW_STATUSES.map((status) => {
    const count = rows.filter(({ entry }) => entry?.status === status).length;
    return count === 0 ? "" : `${count} ${status}`;
  }).filter((text) => text !== "");
  const dropped = rows.reduce((sum, row) => sum + row.dropped.length, 0);
  return `Sections: ${statuses.join(", ") || "none"}. Texts dropped: ${dropped}.`;
}

function changedList(rows: readonly Row[]): Html {
  return html`<p class="dropped">Changed since somebody decided, and not used until that is done again:</p>
    <ul>
      ${rows.map(({ id, chunk }) => html`<li><a href="#${id}">${sectionName(chunk)}</a></li> `)}
    </ul>`;
}

function sectionRow({ id, chunk, entry, dropped, isServed }: Row): Html {
  const status = entry === undefined ? "" : isServed ? entry.status : `${entry.status}, not used`;
  return html`<article id="${id}">
    <header>
      <h2>${sectionName(chunk)}</h2>
      ${status === "" ? undefined : html`<span class="status">${status}</span>`}
      <span class="address">${chunk.url}</span>
    </header>
    <div class="text">${passageText(chunk.blocks)}</div>
    <div class="written">
      ${entry === undefined ? undefined : textsOf(entry)}
      ${dropped.map(({ text, reason }) => html`<p class="dropped">Dropped, ${REASONS[reason]}: ${text}</p> `)}
      ${entry?.sectionChanged === undefined ? undefined : earlierOf(entry.sectionChanged)}
    </div>
  </article> `;
}

function textsOf({ questions, searchedOnly, answer }: SectionTexts): Html {
  const items = [
    ...questions.map((question) => html`<li>${question}</li>`),
    ...searchedOnly.map((question) => html`<li>${question} <small>(found by it, not answered)</small></li>`),
  ];
  return html`${
    items.length === 0
      ? undefined
      : html`<ul>
          ${items}
        </ul>`
  }
  ${answer === "" ? undefined : html`<p>${answer}</p>`}`;
}

function earlierOf(earlier: NonNullable<ReviewEntry["sectionChanged"]>): Html {
  return html`<div class="earlier">
    <p>
      The section changed since this was ${earlier.status}. Nothing is used until somebody has looked again.
    </p>
    ${textsOf(earlier)}
  </div>`;
}
