/** The report of a blind evaluation as one page: figures, groups, agreement, then every answer, the worst first. */
import { html, type Html } from "../html-escape.ts";
import { REPORT_STYLE } from "../html-assets.ts";
import { renderPage } from "../html-page.ts";
import { formatMeasure } from "../gates.ts";
import { answerHtml } from "./answer-html.ts";
import type { BlindCount, BlindReport, BlindResult } from "./blind-report.ts";
import { causeCounts, expectedOf, figuresOf, givenOf, remarkOf } from "./print-blind-report.ts";
import { groupSources } from "./print-sheet.ts";
import { sourcesHtml } from "./sheet-page.ts";
import { VERDICTS, VERDICT_LABELS, type Verdict } from "./verdict.ts";

const STYLES: Readonly<Record<Verdict, string>> = { defended: "good", half: "warn", not: "bad" };

export function renderBlindReportPage(report: BlindReport): string {
  const { set, targets, judge, counts, warnings } = report;
  const names = [...new Set(targets.map(({ name }) => name))].join(", ");
  const main = html`<h1>${set}</h1>
    <p class="dim">${counts.questions} answers of ${names}${judge === "" ? "" : `, judged by ${judge}`}</p>
    ${warnings.map((warning) => html`<p class="warn">${warning}</p>`)}
    ${table("Figures", ["Figure", "Value", "Of"], figuresOf(report))}
    ${table(
      "Causes",
      ["Cause", "Answers"],
      causeCounts(report).map(([label, count]) => [label, String(count)]),
    )}
    ${groups("Site", report.bySite)} ${groups("Tag", report.byTag)}
    ${report.agreements.map((agreement) => agreementHtml(report, agreement))}
    ${(["not", "half", "defended"] as const).map((verdict) =>
      resultsHtml(
        VERDICT_LABELS[verdict],
        report.results.filter((result) => result.verdict === verdict),
        report,
      ),
    )}`;
  const title = `${set}: ${formatMeasure(counts.share)} defended`;
  return renderPage({ title, style: REPORT_STYLE, script: '"use strict";', main });
}

function table(heading: string, head: readonly string[], rows: readonly (readonly string[])[]): Html {
  if (rows.length === 0) return html``;
  return html`<h2>${heading}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${heading}">
      <table>
        <thead>
          <tr>
            ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function groups(name: "Site" | "Tag", counts: Record<string, BlindCount>): Html {
  return table(
    `By ${name.toLowerCase()}`,
    [name, "Halves as half", ...VERDICTS.map((verdict) => VERDICT_LABELS[verdict]), "Questions"],
    Object.entries(counts).map(([key, { share, questions, ...count }]) => [
      key,
      formatMeasure(share),
      ...VERDICTS.map((verdict) => String(count[verdict])),
      String(questions),
    ]),
  );
}

function agreementHtml({ judge }: BlindReport, agreement: BlindReport["agreements"][number]): Html {
  const { share, kappa, table: counts } = agreement;
  const [first, second] = [judge || "the first judge", agreement.judge || "the second"];
  return html`${table(
      `Agreement of ${first} and ${second}`,
      [`${first}, down; ${second}, across`, ...VERDICTS.map((verdict) => VERDICT_LABELS[verdict])],
      VERDICTS.map((down) => [
        VERDICT_LABELS[down],
        ...VERDICTS.map((across) => String(counts[down][across])),
      ]),
    )}
    <p>
      The same verdict on ${formatMeasure(share ?? 0)} of the answers; Cohen's kappa
      ${kappa === null ? "is not defined, since both say the same of all" : formatMeasure(kappa)}.
    </p>`;
}

function resultsHtml(heading: string, results: readonly BlindResult[], report: BlindReport): Html {
  if (results.length === 0) return html``;
  return html`<section>
    <h2>${heading} (${results.length})</h2>
    ${results.map((result) => resultHtml(result, report))}
  </section>`;
}

function resultHtml(result: BlindResult, { agreements }: BlindReport): Html {
  const { id, question, tags, site, verdict, kind, answer, sources, others } = result;
  const said = others.flatMap((other, index) =>
    other === null ? [] : [{ judge: agreements[index]?.judge || "the second", remark: remarkOf(other) }],
  );
  return html`<details class="question">
    <summary>${question} <span class="kind ${STYLES[verdict]}">${remarkOf(result)}</span></summary>
    <div class="detail">
      <dl class="facts">
        <dt>Expected</dt>
        <dd>${expectedOf(result)}</dd>
        <dt>Given</dt>
        <dd>${givenOf(result)}</dd>
        ${said.map(
          ({ judge, remark }) =>
            html`<dt>${judge}</dt>
              <dd>${remark}</dd>`,
        )}
      </dl>
      ${kind === "failure" ? html`<p class="bad">${answer}</p>` : answerHtml(answer)}
      ${groupSources(sources, kind).map(sourcesHtml)}
      <p class="dim">${[`id ${id}`, ...(site === null ? [] : [site]), ...tags].join(" · ")}</p>
    </div>
  </details>`;
}
