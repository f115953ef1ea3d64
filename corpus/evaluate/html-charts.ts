/** The two drawings of the report, as inline SVG that follows the page's colours. */
import type { Reliability } from "./calibration.ts";
import { html, type Html } from "./html-escape.ts";
import type { Summary } from "./summary.ts";

/** The square or box that values are drawn in, in units of the view box. */
const BOX = { left: 52, top: 16, width: 316, height: 240 } as const;
const VIEW_BOX = `0 0 ${BOX.left + BOX.width + 16} ${BOX.top + BOX.height + 50}`;
const GAP = 3;

/** Confidence against the share that was right: on the diagonal, a confidence means what it says. */
export function reliabilityDiagram({ bins, count, expectedCalibrationError }: Reliability): Html {
  const cell = BOX.width / bins.length;
  const largest = Math.max(1, ...bins.map((bin) => bin.count));
  const bars = bins.map((bin, index) => {
    if (bin.accuracy === null || bin.meanConfidence === null) return html``;
    const height = bin.accuracy * BOX.height;
    // Few answers say little: their bar is paler, but still to be seen.
    const opacity = (0.35 + 0.65 * Math.sqrt(bin.count / largest)).toFixed(2);
    const x = BOX.left + index * cell + GAP;
    return html`<g>
      <title>${range(bin)}: ${bin.count} answers, ${percent(bin.accuracy)} right</title>
      <rect
        class="bar-answerable"
        x="${x.toFixed(1)}"
        y="${(BOX.top + BOX.height - height).toFixed(1)}"
        width="${(cell - 2 * GAP).toFixed(1)}"
        height="${Math.max(height, 1).toFixed(1)}"
        opacity="${opacity}"
      />
      <circle
        class="point"
        cx="${(BOX.left + bin.meanConfidence * BOX.width).toFixed(1)}"
        cy="${(BOX.top + BOX.height - height).toFixed(1)}"
        r="3.5"
      />
    </g>`;
  });
  const diagonal = html`<line
    class="diagonal"
    x1="${BOX.left}"
    y1="${BOX.top + BOX.height}"
    x2="${BOX.left + BOX.width}"
    y2="${BOX.top}"
  />`;
  const title = `Reliability: ${count} answers, calibration error ${expectedCalibrationError.toFixed(3)}`;
  return chart(title, [...axes("confidence", "right", 1), diagonal, ...bars]);
}

/** How many questions have which confidence, those with an answer beside those without. */
export function confidenceHistogram(
  { answerable, unanswerable }: Summary["confidences"],
  threshold: number | null,
): Html {
  const binCount = 20;
  const binsOf = (values: readonly number[]): number[] => {
    const bins = Array.from({ length: binCount }, () => 0);
    for (const value of values) {
      const index = Math.min(binCount - 1, Math.max(0, Math.floor(Number((value * binCount).toFixed(6)))));
      bins[index] = (bins[index] ?? 0) + 1;
    }
    return bins;
  };
  const [withAnswer, without] = [binsOf(answerable), binsOf(unanswerable)];
  // Four steps of whole questions.
  const largest = Math.ceil(Math.max(1, ...withAnswer, ...without) / 4) * 4;
  const cell = BOX.width / binCount;
  const bar = (count: number, index: number, side: 0 | 1): Html => {
    if (count === 0) return html``;
    const height = (count / largest) * BOX.height;
    const width = cell / 2 - 1;
    const name = side === 0 ? "with an answer" : "without an answer";
    return html`<rect
      class="${side === 0 ? "bar-answerable" : "bar-unanswerable"}"
      x="${(BOX.left + index * cell + side * (width + 1) + 0.5).toFixed(1)}"
      y="${(BOX.top + BOX.height - height).toFixed(1)}"
      width="${width.toFixed(1)}"
      height="${height.toFixed(1)}"
    >
      <title>${range({ from: index / binCount, to: (index + 1) / binCount })}: ${count} ${name}</title>
    </rect>`;
  };
  const bars = [
    ...withAnswer.map((count, index) => bar(count, index, 0)),
    ...without.map((count, index) => bar(count, index, 1)),
  ];
  const x = BOX.left + (threshold ?? 0) * BOX.width;
  const line =
    threshold === null
      ? html``
      : html`<line class="threshold" x1="${x}" y1="${BOX.top - 6}" x2="${x}" y2="${BOX.top + BOX.height}" />
          <text class="label" x="${x + 5}" y="${BOX.top + 4}">threshold ${threshold}</text>`;
  return chart("Confidence of questions with and without an answer", [
    ...axes("confidence", "questions", largest),
    ...bars,
    line,
  ]);
}

function chart(title: string, content: readonly Html[]): Html {
  return html`<svg viewBox="${VIEW_BOX}" role="img" aria-label="${title}">${content}</svg>`;
}

function axes(xLabel: string, yLabel: string, yMax: number): Html[] {
  const { left, top, width, height } = BOX;
  const marks = [0, 0.25, 0.5, 0.75, 1];
  return [
    ...marks.map(
      (mark) =>
        html`<line
            class="grid"
            x1="${left}"
            y1="${top + height * (1 - mark)}"
            x2="${left + width}"
            y2="${top + height * (1 - mark)}"
          />
          <text class="tick end" x="${left - 6}" y="${top + height * (1 - mark) + 4}"
            >${tick(mark * yMax)}</text
          >
          <text class="tick middle" x="${left + width * mark}" y="${top + height + 18}">${tick(mark)}</text>`,
    ),
    html`<text class="label middle" x="${left + width / 2}" y="${top + height + 40}">${xLabel}</text>
      <text class="label middle" transform="rotate(-90)" x="${-(top + height / 2)}" y="13">${yLabel}</text>`,
  ];
}

function tick(value: number): string {
  return value > 1 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
}

function range({ from, to }: { from: number; to: number }): string {
  return `confidence ${Number(from.toFixed(2))} to ${Number(to.toFixed(2))}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
