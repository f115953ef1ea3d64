import { describe, expect, it } from "vitest";
import { createKnownContacts } from "../../../../core/answer/tidy/known-contacts.ts";
import { readCutEverywhere } from "../../../support/cut-everywhere.ts";

const PAGES =
  "Write to harbour@pier.example-town.org or call 020 7946 0018. See https://www.pier-town.org/berths for berths.";
const TWO = `${PAGES} The office is office@pier-town.org, the crane 020 7946 0999.`;

function shown(reply: string, { pages = PAGES, others = "", language = "en" } = {}): string {
  return readCutEverywhere((pieces) => {
    const contacts = createKnownContacts({ language, pages: () => pages, others: () => others });
    return pieces.map((piece) => contacts.push(piece)).join("") + contacts.end();
  }, reply);
}

describe("an address that the pages have", () => {
  it.each([
    "Write to harbour@pier.example-town.org [1].",
    "Call 020 7946 0018, or +44 20 7946 0018, today [1].",
    "See www.pier-town.org/berths or pier-town.org [1].",
    "See https://www.pier-town.org/other [1].",
  ])("stays: %s", (reply) => {
    expect(shown(reply)).toBe(reply);
  });
});

describe("an address that nobody has", () => {
  it.each([
    ["Write to info@harbour.org [1].", "Write to harbour@pier.example-town.org [1]."],
    ["Call +49 30 1234567 (weekdays) [1].", "Call 020 7946 0018 (weekdays) [1]."],
  ])("becomes the pages' own where they have just one: %s", (reply, expected) => {
    expect(shown(reply)).toBe(expected);
  });

  it.each([
    ["Write to info@harbour.org.", "Write to (an e-mail address that our pages do not tell)."],
    ["Call 030 1234567.", "Call (a telephone number that our pages do not tell)."],
    ["See harbour-pier.com, please.", "See (a web address that our pages do not tell), please."],
    ["See https://evil.com/x?y=1 now.", "See (a web address that our pages do not tell) now."],
  ])("is told to be missing where they have several or none: %s", (reply, expected) => {
    expect(shown(reply, { pages: TWO })).toBe(expected);
  });

  it.each(["de", "fr", "es", "it", "pt", "nl"])(
    "is told so in the language of the answer: %s",
    (language) => {
      const told = shown("x@y.org", { pages: TWO, language });
      expect(told).toMatch(/^\(.*\)$/);
      expect(told).not.toContain("our pages");
    },
  );
});

describe("what is let be", () => {
  it.each([
    "Open http://localhost:3000 or http://127.0.0.1:8080/x.",
    "Open https://app.example.com and mail you@example.org.",
    "Run `curl https://evil.com` or edit main.rs, README.md, app.py and Node.js.",
    "```\ncurl https://evil.com\nmail a@b.org\n```\n",
    "It costs 1,200 euros for 12 nights, from 2024-05-01 to 2025, on 555 berths.",
    "Versions 1.2.3 and 10.20.30.40 are out, e.g. for and/or.",
  ])("%s", (reply) => {
    expect(shown(reply)).toBe(reply);
  });

  it("what the visitor or the owner wrote", () => {
    const others = "Is a@visitor.org right? Call 040 555 1234.";
    expect(shown("Yes, a@visitor.org, 040 555 1234.", { pages: TWO, others })).toBe(
      "Yes, a@visitor.org, 040 555 1234.",
    );
  });
});
