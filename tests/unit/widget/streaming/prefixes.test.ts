/**
 * Shows every beginning of many answers and compares it with the whole: a reader must never see markup, nor a heading
 * or a list that is none, whether an answer is still being written, was stopped or broke off.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAnswerPage, type AnswerPage, type AnswerTools } from "./answer-page.ts";
import { committedAnswers, recordedAnswers, type NamedAnswer } from "./answers.ts";

declare const window: AnswerTools;

let answers: AnswerPage;
beforeAll(async () => {
  answers = await openAnswerPage();
}, 60_000);
afterAll(() => answers?.close());

/** Runs in the page: what is wrong with the beginnings of one answer, each named by its last characters. */
function findInPrefixes({ text, step }: { text: string; step: number }): string[] {
  const findings: string[] = [];
  const whole = window.newAnswer();
  whole.show(text, true);
  const expected = window.readShownText(whole.container);
  const markup = whole.container.innerHTML;
  const growing = window.newAnswer();
  let before = 0;
  let heightPx = 0;
  for (let end = 1; end <= text.length; end += step) {
    const prefix = text.slice(0, end);
    growing.show(prefix);
    const shown = window.readShownText(growing.container);
    const stray = window.findStrayText(shown, expected);
    if (stray) findings.push(`${JSON.stringify(prefix.slice(-40))} ${stray}`);
    if (shown.characters.length < before)
      findings.push(
        `${JSON.stringify(prefix.slice(-40))} takes ${before - shown.characters.length} characters back`,
      );
    before = shown.characters.length;
    const { offsetHeight } = growing.container;
    if (offsetHeight < heightPx)
      findings.push(`${JSON.stringify(prefix.slice(-40))} is ${heightPx - offsetHeight} px lower`);
    heightPx = offsetHeight;
  }
  growing.show(text, true);
  if (growing.container.innerHTML !== markup) findings.push("ends differently than when shown at once");
  return findings;
}

async function findAll(list: NamedAnswer[], step = 1): Promise<Record<string, string[]>> {
  const findings: Record<string, string[]> = {};
  for (const { name, text } of list) {
    const found = await answers.page.evaluate(findInPrefixes, { text, step });
    if (found.length > 0) findings[name] = found;
  }
  return findings;
}

describe("every beginning of an answer", () => {
  const committed = committedAnswers();

  test("of two hundred and more shows only what the whole shows", { timeout: 300_000 }, async () => {
    expect(committed.length).toBeGreaterThan(200);
    expect(await findAll(committed)).toEqual({});
  });

  const recorded = recordedAnswers();
  test.skipIf(recorded.length === 0)(
    "as models wrote it shows only what the whole shows",
    { timeout: 300_000 },
    async () => {
      expect(await findAll(recorded)).toEqual({});
    },
  );
});
