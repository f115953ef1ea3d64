/** A sheet as one page that a person fills in by keyboard or mouse, and saves as a file for `--verdicts`. */
import { shortHash } from "../../short-hash.ts";
import { html, type Html } from "../html-escape.ts";
import { addressHtml, renderPage } from "../html-page.ts";
import { answerHtml } from "./answer-html.ts";
import { groupSources, SEE_ALSO, withoutTextFragment, type SourceGroup } from "./print-sheet.ts";
import { SHEET_SCRIPT, SHEET_STYLE } from "./sheet-assets.ts";
import type { Sheet, SheetItem } from "./sheet.ts";
import { CAUSES, CAUSE_LABELS, VERDICTS, VERDICT_LABELS, type Verdict } from "./verdict.ts";

/** Each is the first letter of what it says. */
const VERDICT_KEYS: Readonly<Record<Verdict, string>> = { defended: "d", half: "h", not: "n" };

export function renderSheetPage(sheet: Sheet): string {
  const { set, items, judge } = sheet;
  const main = html`<h1>Judge ${items.length} answers</h1>
    <p>
      Each answer is shown as a visitor gets it. <strong>Defended</strong>: you would stand by it as it is; a
      refusal too, where the pages hold no answer. <strong>Half</strong>: it helps, but lacks something or
      carries along what does not belong. <strong>Not</strong>: it does not answer, is wrong, or refuses what
      the pages say. Look the question up on the site where you are not sure.
    </p>
    <details id="help" hidden open>
      <summary>Keys</summary>
      <p>
        <kbd>d</kbd> <kbd>h</kbd> <kbd>n</kbd> verdict · <kbd>1</kbd> to <kbd>${CAUSES.length}</kbd> cause ·
        <kbd>m</kbd> note, <kbd>Esc</kbd> leaves it · <kbd>j</kbd> <kbd>k</kbd> next and previous ·
        <kbd>u</kbd> next without a verdict · <kbd>s</kbd> save
      </p>
      <label><input type="checkbox" id="keys" checked /> Use these keys</label>
    </details>
    <form class="bar" id="bar" hidden>
      <output id="done"></output>
      <label>Your name <input id="judge" value="${judge}" autocomplete="name" maxlength="100" /></label>
      <button type="submit">Save verdicts</button>
      <label class="file"
        >Go on from a file <input type="file" id="load" accept=".json,application/json"
      /></label>
      <p id="status" role="status"></p>
    </form>
    <noscript>
      <p class="bad">
        This page needs JavaScript to keep verdicts. Without it, fill in the sheet that <code>--json</code>
        prints.
      </p>
    </noscript>
    ${items.map((item, index) => itemHtml(item, `${index + 1} of ${items.length}`))}`;
  return renderPage({
    title: `${set}: ${items.length} answers to judge`,
    style: SHEET_STYLE,
    script: SHEET_SCRIPT,
    main,
    data: { sheet, place: `assistant-chat-sheet-${hashOfAnswers(items)}` },
  });
}

/** Where a browser keeps the verdicts: another sheet has another place. */
function hashOfAnswers(items: readonly SheetItem[]): string {
  return shortHash(items.map(({ answerHash }) => answerHash).join(" "));
}

function itemHtml(item: SheetItem, place: string): Html {
  const { id, question, history, kind, answer, sources } = item;
  return html`<article id="${id}" tabindex="-1" aria-labelledby="${id}-question">
    <p class="dim">${place} · ${id}</p>
    ${history.map(({ role, text }) => html`<p class="dim">${role === "visitor" ? "Visitor" : "Assistant"}: ${text}</p>`)}
    <h2 id="${id}-question">${question}</h2>
    <div class="answer">
      ${kind === "failure" ? html`<p class="bad">No answer came: ${answer}</p>` : answerHtml(answer)}
      ${groupSources(sources, kind).map(sourcesHtml)}
    </div>
    ${verdictHtml(item)}
  </article> `;
}

/** Also of the report: title, address and excerpt of each. */
export function sourcesHtml({ heading, list }: SourceGroup): Html {
  const items = html`<ol class="sources">
    ${list.map(({ position, title, section, url, excerpt }) => {
      const name = section === null ? title : `${title} › ${section}`;
      return html`<li value="${position}">
        ${name}<br />${addressHtml(url, withoutTextFragment(url))}
        ${excerpt === "" ? undefined : html`<blockquote>${excerpt}</blockquote>`}
      </li>`;
    })}
  </ol>`;
  if (heading !== SEE_ALSO)
    return html`<h3>${heading}</h3>
      ${items}`;
  return html`<details>
    <summary>${heading} (${list.length})</summary>
    ${items}
  </details>`;
}

function verdictHtml({ id, verdict, cause, note }: SheetItem): Html {
  return html`<form class="verdict" data-id="${id}">
    <fieldset>
      <legend>Verdict</legend>
      ${VERDICTS.map((value) => choice({ name: "verdict", value, label: VERDICT_LABELS[value], key: VERDICT_KEYS[value], isChecked: value === verdict }))}
    </fieldset>
    <fieldset class="cause">
      <legend>Cause, if you can tell</legend>
      ${CAUSES.map((value, index) => choice({ name: "cause", value, label: CAUSE_LABELS[value], key: String(index + 1), isChecked: value === cause }))}
    </fieldset>
    <label
      >Note <kbd aria-hidden="true">m</kbd> <textarea name="note" rows="1" maxlength="2000">${note}</textarea>
    </label>
  </form>`;
}

interface Choice {
  name: string;
  value: string;
  label: string;
  key: string;
  isChecked: boolean;
}

function choice({ name, value, label, key, isChecked }: Choice): Html {
  return html`<label
    ><input
      type="radio"
      name="${name}"
      value="${value}"
      data-key="${key}"
      ${isChecked ? html`checked` : undefined}
    />
    ${label} <kbd aria-hidden="true">${key}</kbd></label
  >`;
}
