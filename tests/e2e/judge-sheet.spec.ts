/** The page on which a person judges answers: it is a file, and asks nobody for anything. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { sheetItems, type Sheet } from "../../corpus/evaluate/blind/sheet.ts";
import { renderSheetPage } from "../../corpus/evaluate/blind/sheet-page.ts";
import { bareQuestion } from "../../corpus/evaluate/question.ts";

const QUESTIONS = ["Can I pay by invoice?", "How long does delivery take?", "Do you ship to islands?"];

const sheet: Sheet = {
  sheetVersion: 1,
  set: "questions.jsonl",
  target: { kind: "folder", name: "docs", corpusVersion: null },
  judge: "",
  items: sheetItems(
    QUESTIONS.map((text, index) => ({
      question: bareQuestion(String(index), text),
      answer: {
        mode: "extractive",
        text: "It takes **three** days. [1]",
        sources: [{ position: 1, title: "Shipping", url: "/shipping/", excerpt: "Three days.", score: 1 }],
        citedPositions: [1],
        finishReason: "stop",
        confidence: 0.9,
      },
    })),
  ),
};

test("is filled in by keyboard, keeps what was judged, and saves it as a file", async ({ page }, info) => {
  const file = info.outputPath("sheet.html");
  await writeFile(file, renderSheetPage(sheet));
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(pathToFileURL(file).href);
  await expect(page.locator("#done")).toHaveText("0 of 3 judged");
  await page.fill("#judge", "Ann");
  await page.keyboard.press("Escape");
  // Defended goes on to the next; half waits for a cause; a note takes letters as letters.
  for (const key of ["d", "h", "2", "n"]) await page.keyboard.press(key);
  await page.keyboard.press("m");
  await page.keyboard.type("no days");
  await page.keyboard.press("Escape");
  await expect(page.locator("#done")).toHaveText("3 of 3 judged");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.reload();
  await expect(page.locator("#done")).toHaveText("3 of 3 judged");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save verdicts" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("verdicts-ann.json");
  const saved = JSON.parse(await readFile(await download.path(), "utf8")) as Sheet;
  expect(saved.judge).toBe("Ann");
  expect(saved.items.map(({ verdict, cause, note }) => ({ verdict, cause, note }))).toEqual([
    { verdict: "defended", cause: null, note: "" },
    { verdict: "half", cause: "badly-quoted", note: "" },
    { verdict: "not", cause: null, note: "no days" },
  ]);
  expect(problems).toEqual([]);
});
