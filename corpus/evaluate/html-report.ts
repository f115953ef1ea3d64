/**
 * The report as one HTML page: failures first, each with its answer and its sources, then how the confidence
 * behaves. Every text of the site is taken as text.
 */
import { explainFailure, PROBLEM_LABELS } from "./explain.ts";
import { formatMeasure } from "./gates.ts";
import { REPORT_SCRIPT, REPORT_STYLE } from "./html-assets.ts";
import { confidenceHistogram, reliabilityDiagram } from "./html-charts.ts";
import { html, type Html } from "./html-escape.ts";
import { addressHtml, renderPage } from "./html-page.ts";
import { PROBLEM_KINDS, type QuestionResult, type ResultSource } from "./judge.ts";
import { MEASURE_LABELS, quotingNote } from "./print-report.ts";
import type { EvaluationReport } from "./report.ts";
import type { MeasureName } from "./summary.ts";

/** Questions of each outcome that are written out: a browser shows more only slowly. `--json` has all. */
const MAX_SHOWN = 1000;

export function renderHtmlReport(report: EvaluationReport): string {
  const failures = report.results.filter(({ passed }) => !passed);
  const passes = report.results.filter(({ passed }) => passed);
  const title = `${report.set}: ${report.counts.passed} of ${report.counts.questions} passed`;
  const main = html`${header(report)} ${gates(report)} ${comparison(report)}
  ${questions("Failures", failures, "Nothing failed.", controls(failures))} ${confidence(report)}
  ${tags(report)} ${questions("Passed", passes, "Nothing passed.", html``)}`;
  return renderPage({ title, style: REPORT_STYLE, script: REPORT_SCRIPT, main });
}

function header({
  set,
  target,
  counts,
  measures,
  passedInterval,
  warnings,
  comparison,
}: EvaluationReport): Html {
  const version = target.corpusVersion === null ? "" : `, version ${target.corpusVersion}`;
  const names = (Object.keys(MEASURE_LABELS) as MeasureName[]).filter((name) => measures[name] !== null);
  const tiles = names.map((name) => {
    const change = comparison?.measures[name];
    const notes = [
      noteOf(name, counts),
      name === "passed" && passedInterval !== null
        ? `95 %: ${passedInterval.map(formatMeasure).join(" to ")}`
        : "",
      change === undefined || Math.abs(change) < 0.0005
        ? ""
        : `${change > 0 ? "+" : "−"}${Math.abs(change).toFixed(3)}`,
    ].filter((note) => note !== "");
    return html`<div>
      <dt>${MEASURE_LABELS[name]}</dt>
      <dd>${formatMeasure(measures[name] ?? 0)}${notes.map((note) => html`<small>${note}</small>`)}</dd>
    </div>`;
  });
  return html`<h1>${set}</h1>
    <p class="dim">
      ${counts.questions} questions to
      ${target.name}${version}${target.threshold === null ? "" : `, threshold ${target.threshold}`}
    </p>
    <dl class="figures">${tiles}</dl>
    ${
      warnings.length === 0
        ? html``
        : html`<details>
            <summary class="warn">${warnings.length} warnings about the questions</summary>
            <ul>
              ${warnings.map((warning) => html`<li>${warning}</li>`)}
            </ul>
          </details>`
    }`;
}

function noteOf(name: MeasureName, counts: EvaluationReport["counts"]): string {
  if (name === "passed") return `${counts.passed} of ${counts.questions}`;
  if (name === "wrongRefusals")
    return `${counts.answerableRefused} of ${counts.answerable}${quotingNote(counts)}`;
  if (name === "wrongAnswers") return `${counts.unanswerableAnswered} of ${counts.unanswerable}`;
  return "";
}

function gates({ gates: list }: EvaluationReport): Html {
  if (list.length === 0) return html``;
  return html`<h2>Bounds</h2>
    <ul class="plain">
      ${list.map(
        ({ passed, message }) =>
          html`<li class="${passed ? "good" : "bad"}">${passed ? "✓ kept" : "✗ missed"}: ${message}</li>`,
      )}
    </ul>`;
}

function comparison({ comparison: changes }: EvaluationReport): Html {
  if (changes === null) return html``;
  const list = (name: string, style: string, items: typeof changes.worse): Html =>
    items.length === 0
      ? html``
      : html`<h3 class="${style}">${name}: ${items.length}</h3>
          <ul>
            ${items
              .slice(0, MAX_SHOWN)
              .map(
                ({ question, changes: what }) =>
                  html`<li>${question} <span class="dim">${what.join("; ")}</span></li>`,
              )}
          </ul>`;
  return html`<h2>Since the baseline</h2>
    <p>
      ${changes.worse.length} worse, ${changes.better.length} better, ${changes.added.length} new,
      ${changes.removed.length} gone.
    </p>
    ${list("Worse", "bad", changes.worse)}${list("Better", "good", changes.better)}`;
}

function controls(failures: readonly QuestionResult[]): Html {
  const kinds = PROBLEM_KINDS.map((kind) => ({
    kind,
    count: failures.filter(({ problems }) => problems.includes(kind)).length,
  })).filter(({ count }) => count > 0);
  const choice = (value: string, label: string, isChecked = false): Html =>
    html`<label
      ><input
        type="radio"
        name="kind"
        value="${value}"
        ${isChecked ? html` checked` : html``}
      />${label}</label
    >`;
  return html`<form class="controls" hidden role="search" aria-label="Filter the questions">
      ${choice("all", "All", true)}
      ${kinds.map(({ kind, count }) => choice(kind, `${PROBLEM_LABELS[kind]} (${count})`))}
      ${choice("passed", "passed")}
      <input
        type="search"
        placeholder="Words of a question, a tag or an id"
        aria-label="Words of a question, a tag or an id"
      />
    </form>
    <p class="dim" id="shown" role="status"></p>`;
}

function questions(heading: string, results: readonly QuestionResult[], none: string, above: Html): Html {
  const shown = results.slice(0, MAX_SHOWN);
  const rest = results.length - shown.length;
  // The gravest first; among equals, as in the file.
  const sorted = [...shown].sort((a, b) => gravity(a) - gravity(b));
  return html`<section>
    <h2>${heading} (${results.length})</h2>
    ${above} ${results.length === 0 ? html`<p>${none}</p>` : sorted.map(question)}
    ${rest > 0 ? html`<p class="dim">${rest} more are in the JSON report.</p>` : html``}
  </section>`;
}

function gravity({ problems }: QuestionResult): number {
  const [first] = problems;
  return first === undefined ? PROBLEM_KINDS.length : PROBLEM_KINDS.indexOf(first);
}

function question(result: QuestionResult): Html {
  const kinds = result.passed ? "passed" : result.problems.join(" ");
  const words = [result.question, result.id, ...result.tags].join(" ").toLowerCase();
  const badges = result.passed
    ? [html`<span class="kind good">passed</span>`]
    : result.problems.map((kind) => html`<span class="kind bad">${PROBLEM_LABELS[kind]}</span>`);
  return html`<details class="question" data-kinds="${kinds}" data-words="${words}">
    <summary>${result.question}${badges}</summary>
    <div class="detail">
      ${result.passed ? html`` : explanation(result)} ${facts(result)} ${answer(result)}
      ${sources(result.sources)}
      <p class="dim">
        ${[`id ${result.id}`, ...result.tags, ...(result.rank === null ? [] : [`rank ${result.rank}`]), ...(result.confidence === null ? [] : [`confidence ${result.confidence.toFixed(2)}`])].join(" · ")}
      </p>
    </div>
  </details>`;
}

function explanation(result: QuestionResult): Html {
  const { expected, found, why } = explainFailure(result);
  return html`<dl class="facts">
    <dt>Expected</dt>
    <dd>${expected}</dd>
    <dt>Found</dt>
    <dd>${found}</dd>
    <dt>Why</dt>
    <dd>${why}</dd>
  </dl>`;
}

function facts({ facts: list }: QuestionResult): Html {
  if (list.length === 0) return html``;
  return html`<ul class="plain">
    ${list.map(
      ({ fact, found }) =>
        html`<li class="${found ? "good" : "bad"}">${found ? "✓ says" : "✗ lacks"} “${fact}”</li>`,
    )}
  </ul>`;
}

function answer({ answer: text, withheldAnswer }: QuestionResult): Html {
  return html`${
    text === null
      ? html``
      : html`<strong>Answer</strong>
          <pre>${text}</pre>`
  }
  ${
    withheldAnswer === null
      ? html``
      : html`<strong>Held back by the threshold</strong>
          <pre>${withheldAnswer}</pre>`
  }`;
}

function sources(list: readonly ResultSource[]): Html {
  if (list.length === 0) return html``;
  return html`<strong>Sources</strong>
    <ol class="sources">
      ${list.map(({ position, title, section, url, cited }) => {
        const name = section === null ? title : `${title} › ${section}`;
        return html`<li value="${position}">
          ${name}${cited ? html` <span class="kind good">cited</span>` : html``}<br />${addressHtml(url)}
        </li>`;
      })}
    </ol>`;
}

function confidence({
  reliability,
  confidences,
  thresholds,
  bestThreshold: best,
  target,
}: EvaluationReport): Html {
  if (reliability === null && thresholds.length === 0) return html``;
  const diagram =
    reliability === null
      ? html``
      : html`<figure>
          ${reliabilityDiagram(reliability)}
          <figcaption>
            Of the answers with a confidence in each tenth, the share that was right. On the dashed line, a
            confidence means what it says. Pale bars stand for few answers. Calibration error
            ${formatMeasure(reliability.expectedCalibrationError)}.
          </figcaption>
        </figure>`;
  const histogram =
    confidences.answerable.length + confidences.unanswerable.length === 0
      ? html``
      : html`<figure>
          ${confidenceHistogram(confidences, target.threshold)}
          <figcaption>
            <span class="swatch answerable"></span>questions with an answer
            <span class="swatch unanswerable"></span>questions without. The less they overlap, the better a
            threshold tells them apart.
          </figcaption>
        </figure>`;
  return html`<section>
    <h2>Confidence</h2>
    <div class="charts">${diagram}${histogram}</div>
    ${thresholdTable(thresholds, confidences, { current: target.threshold, best })}
  </section>`;
}

function thresholdTable(
  rows: EvaluationReport["thresholds"],
  { answerable, unanswerable }: EvaluationReport["confidences"],
  { current, best }: { current: number | null; best: EvaluationReport["bestThreshold"] },
): Html {
  if (rows.length === 0) return html``;
  const advice =
    best === null ? html`` : html`<p>At ${best.threshold} it errs least over both kinds together.</p>`;
  return html`<h3>What another threshold would do</h3>
    ${advice}
    <div class="scroll" tabindex="0" role="region" aria-label="What another threshold would do">
      <table>
        <thead>
          <tr>
            <th scope="col">Threshold</th>
            <th scope="col">Refused of ${answerable.length} with an answer</th>
            <th scope="col">Answered of ${unanswerable.length} without</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ threshold, wrongRefusals, wrongAnswers }) =>
              html`<tr${current === threshold ? html` class="current"` : html``}><td>${threshold.toFixed(2)}</td><td>${wrongRefusals}</td><td>${wrongAnswers}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function tags({ byTag }: EvaluationReport): Html {
  const entries = Object.entries(byTag);
  if (entries.length === 0) return html``;
  return html`<section>
    <h2>By tag</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="By tag">
      <table>
        <thead>
          <tr>
            <th scope="col">Tag</th>
            <th scope="col">Questions</th>
            <th scope="col">Passed</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(
            ([tag, { questions: count, passed }]) =>
              html`<tr>
                <td>${tag}</td>
                <td>${count}</td>
                <td>${passed}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
