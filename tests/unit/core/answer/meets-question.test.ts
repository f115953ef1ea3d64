import { describe, expect, it } from "vitest";
import { createCloseness } from "../../../../core/answer/prepared/meets-question.ts";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";

async function closenessIn(language: string) {
  const analyzer = await createAnalyzer(language);
  return createCloseness(
    { terms: (text) => analyzer.analyze(text).map(({ term }) => term), weightOf: () => 1 },
    language,
  );
}
const english = await closenessIn("en");
const german = await closenessIn("de");
const near = (asked: string, question: string, context = ""): number => english(asked, { question, context });

describe("questions that ask the same", () => {
  it.each([
    ["How do I export my account?", "How can I export my account?"],
    ["how to export my account", "How do I export my account?"],
    ["export account", "How do I export my account?"],
    ["Can I delete an invoice?", "How do I remove an invoice?"],
    ["What does the team plan cost?", "How much does the team plan cost?"],
    ["Is it possible to pay invoices by card?", "Can I pay an invoice by card?"],
    ["How do I turn off notifications", "how can i turn off the notifications?"],
    ["Please help me, I want to change the accent colour", "How do I change the accent color?"],
    ["Does it support Node 20?", "Is Node 20 supported?"],
    ["llms.txt file", "What is the file llms.txt?"],
    ["what is Lumen", "What is Lumen?"],
    ["Is Excel export supported?", "Does it support the Excel export?"],
    ["Hi, can you tell me how to export my account please", "How do I export my account?"],
    ["I need to export my account", "How do I export my account?"],
    ["Which account do I need to export?", "Which account is required to export?"],
    ["Can I open the invoice from a shortcut?", "How do I open an invoice with a shortcut?"],
  ])("%s / %s", (asked, question) => {
    expect(near(asked, question)).toBeGreaterThan(0.8);
    expect(near(question, asked)).toBeGreaterThan(0.8);
  });

  it("are found where the section is named by what the prepared one leaves out", () => {
    expect(near("How do I change the brand colour?", "brand colour")).toBe(0);
    expect(
      near("How do I change the brand colour?", "brand colour", "Theming > How do I change the colour?"),
    ).toBeGreaterThan(0.8);
  });

  it("of German too", () => {
    expect(
      german("Wie kann ich eine Rechnung löschen?", {
        question: "Wie entferne ich eine Rechnung?",
        context: "",
      }),
    ).toBeGreaterThan(0.8);
  });
});

it("needs one word only where few sections have it and both tell nothing else", async () => {
  const analyzer = await createAnalyzer("en");
  const rare = createCloseness(
    { terms: (text) => analyzer.analyze(text).map(({ term }) => term), weightOf: () => 5 },
    "en",
  );
  const common = near("Does it use cookies?", "Does it have cookies?");
  expect(common).toBe(0);
  expect(rare("Does it use cookies?", { question: "Does it have cookies?", context: "" })).toBe(1);
  expect(rare("Does it use cookies?", { question: "How long are cookies kept?", context: "" })).toBe(0);
});

describe("questions that look the same and are not", () => {
  it.each([
    ["How do I turn on notifications?", "How do I turn off notifications?"],
    ["Can I export without an account?", "Can I export with an account?"],
    ["Does Node 18 work?", "Does Node 20 work?"],
    ["How do I upgrade from version 2 to 3?", "How do I upgrade from version 3 to 2?"],
    ["Migrate from npm to pnpm", "Migrate from pnpm to npm"],
    ["Can I cancel before shipping?", "Can I cancel after shipping?"],
    ["Why can't I export my account?", "How do I export my account?"],
    ["When is an invoice sent?", "Where is an invoice sent?"],
    ["What happens when I delete my account?", "How do I delete my account?"],
    ["How long is the export?", "How often is the export?"],
    ["Do I have to pay an invoice?", "Can I pay an invoice?"],
    ["How do I sign in?", "How do I sign out?"],
    ["Is the team plan better than the personal plan?", "Is the personal plan better than the team plan?"],
    ["How do I export my account to Excel?", "How do I export my account?"],
    ["How do I pay?", "How do I pay an invoice by bank transfer?"],
    ["Can I delete all invoices?", "Can I delete an invoice?"],
    ["Who founded Lumen?", "When was Lumen founded?"],
    ["What is the difference between export and import?", "What is an export?"],
    ["How do I exclude one section of a page?", "How do I exclude a whole folder of a project?"],
    ["Can it write an llms.txt?", "Is an existing llms.txt used as input?"],
    ["How do I index it?", "What should I index?"],
    ["How do I export it from Excel?", "How do I export it to Excel?"],
    ["How do I get started with the export?", "How do I start the export?"],
    ["Do I need to export my account?", "How do I export my account?"],
    ["?!", "?"],
    ["", "How do I export my account?"],
    ["please help", "How do I export my account?"],
    [`${"story ".repeat(50)}export my account`, "How do I export my account?"],
  ])("%s / %s", (asked, question) => {
    expect(near(asked, question, "How do I write, import, pay and export? Node 18, Excel.")).toBe(0);
  });

  it("of German too", () => {
    const question = "Kann ich mit Konto bestellen?";
    expect(german("Kann ich ohne Konto bestellen?", { question, context: "" })).toBe(0);
  });
});
