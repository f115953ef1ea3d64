import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../core/answer/answer-question.ts";
import { createExtractiveProvider } from "../../../../core/answer/quote/extractive-provider.ts";
import {
  cleanQuestion,
  MIN_CERTAINTY,
  withCorrections,
  type CleanedQuestion,
} from "../../../../core/answer/understand/clean/clean-question.ts";
import { understandQuestion } from "../../../../core/answer/understand/understand-question.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatEvent, HistoryTurn } from "../../../../core/protocol.ts";
import { openSketch, SKETCHES } from "../../../support/corpus.ts";
import { runCli } from "../../corpus/support/fake-process.ts";
import { temporaryFolder } from "../../corpus/support/temporary-folder.ts";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(SKETCHES);
});

const clean = (question: string, locale = "en"): CleanedQuestion =>
  understandQuestion({ question, locale }, corpus).cleaned;

describe("what stands around a question", () => {
  it.each([
    ["invisible", "How do I de\u200bploy\u2060 a si\u00adte?", "How do I deploy a site?"],
    ["invisible", "\u202eHow do I deploy?\u202c\u0000", "How do I deploy?"],
    ["invisible", "H\u0301\u0302\u0303\u0304ow do I deploy", "How do I deploy"],
    ["markup", "<p>How do I <b>deploy</b>&nbsp;a site?</p>", "How do I deploy a site?"],
    ["markup", "**How do I deploy** a [site](https://example.com/)?", "How do I deploy a site?"],
    ["markup", "[b]How do I deploy?[/b]", "How do I deploy?"],
    [
      "mail",
      "How do I deploy?\n\nOn Monday, Ann <ann@example.com> wrote:\n> What is the price?",
      "How do I deploy?",
    ],
    [
      "mail",
      "hello, how long does delvery take?\n\nOn Monday, A <a@b.example> wrote:\n> returns",
      "how long does delvery take?",
    ],
    ["mail", "Subject: help\n\nHow do I deploy?\n-- \nBob, Sales", "How do I deploy?"],
    ["mail", "How do I deploy?\n\n-----Original Message-----\nFrom: Ann\nPrices", "How do I deploy?"],
    ["repeated", "How do I deploy a site? How do I deploy a site?", "How do I deploy a site?"],
    ["repeated", "team plan team plan price", "team plan price"],
    ["repeated", "how do I deploooooy", "how do I deploy"],
    ["noise", "asdfghjk how do I deploy a site", "how do I deploy a site"],
    ["noise", "how do I deploy????!!!!111", "how do I deploy?"],
    ["noise", "🙏🙏 how do I deploy 😅", "how do I deploy"],
    ["courtesy", "Dear Sir or Madam, how do I deploy? Kind regards, Ann Lee", "how do I deploy?"],
    ["courtesy", "hi! how do I deploy a site? thanks in advance", "how do I deploy a site?"],
    ["courtesy", "I built a site. How do I deploy it? Thanks, Sam", "I built a site. How do I deploy it?"],
    ["filler", "I was just wondering if you could tell me how I deploy a site", "how I deploy a site"],
    ["filler", "so basically how do I deploy", "how do I deploy"],
  ] as const)("is taken as %s: %j", (kind, question, expected) => {
    const cleaned = clean(question);
    expect(cleaned.question).toBe(expected);
    expect(cleaned.taken.map((one) => one.kind)).toContain(kind);
    expect(cleaned.certainty).toBeGreaterThanOrEqual(MIN_CERTAINTY);
    expect(cleaned.certainty).toBeLessThan(1);
    expect(cleaned.isUsed).toBe(true);
  });

  it.each([
    [
      "de",
      "Ich wollte mal fragen, wie ich die Seite veröffentliche. Mit freundlichen Grüßen, Eva",
      "wie ich die Seite veröffentliche.",
    ],
    ["es", "Hola, quería saber cómo publico el sitio, gracias", "cómo publico el sitio"],
    [
      "fr",
      "Bonjour, pourriez-vous me dire comment publier le site ? Merci d'avance",
      "comment publier le site ?",
    ],
    ["it", "Buongiorno, vorrei sapere come pubblico il sito, grazie mille", "come pubblico il sito"],
    ["pt", "Olá, gostaria de saber como publico o site, obrigado", "como publico o site"],
    [
      "nl",
      "Goedemiddag, ik vroeg me af hoe ik de site publiceer, alvast bedankt",
      "hoe ik de site publiceer",
    ],
  ])("is taken in %s", (locale, question, expected) => {
    expect(clean(question, locale).question).toBe(expected);
  });
});

describe("a question that only looks messy", () => {
  it.each([
    "What does <b> do?",
    "Which HTML tags are allowed, such as <p>text</p>?",
    "What is &nbsp; for?",
    "How do I use __init__ and *args?",
    "In what year was Louis XXXIII crowned?",
    "isSSGContext",
    "`addDevToolbarApp()` option",
    "hello world example",
    "2. Hello World",
    "¿Qué hay que hacer para publicar?",
    "thank you page template",
    "How do I change it. Best regards template text",
    "How do I say thanks?",
    "is this the the best",
    "npm create lumen@latest",
    "HTTP or HTTPS?",
    "qwerty",
    "نمی\u200cخواهم",
    "👩\u200d💻 emoji",
  ])("is left as it is: %j", (question) => {
    expect(clean(question)).toMatchObject({ isUsed: true });
    expect(clean(question).question.replace(/^\s+/u, "")).toContain(question.replace(/^👩\u200d💻 /u, ""));
  });

  it("is looked up as it was written where what is left could mean anything", () => {
    const question = "any idea?\n\nOn Monday, Ann <ann@example.com> wrote:\n> How do I deploy a site?";
    const cleaned = clean(question);
    expect(cleaned.taken.map(({ kind }) => kind)).toEqual(["mail"]);
    expect(cleaned.certainty).toBeLessThan(MIN_CERTAINTY);
    expect(cleaned).toMatchObject({ isUsed: false, original: question, question });
  });

  it("is the less sure, the more of the site's own words were taken", () => {
    const isTelling = (): boolean => true;
    const text = "asdfasdf kkkkkk how do I deploy";
    const strange = cleanQuestion(text, { language: "en", isKnown: () => false, isTelling });
    expect(strange.taken).toHaveLength(2);
    const known = cleanQuestion(text, { language: "en", isKnown: () => true, isTelling });
    expect(known).toEqual({ original: text, question: text, taken: [], certainty: 1, isUsed: true });
  });
});

describe("cleaning", () => {
  it("has a score from 0 to 1 for any text, and takes nothing without telling", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const { question, taken, certainty, isUsed } = clean(text);
        expect(certainty).toBeGreaterThanOrEqual(0);
        expect(certainty).toBeLessThanOrEqual(1);
        if (taken.length === 0 || !isUsed) expect(question).toBe(text);
        expect(isUsed).toBe(certainty >= MIN_CERTAINTY);
      }),
    );
  });

  it.each([
    "\n".repeat(5000),
    "a ".repeat(2500),
    "hi ".repeat(1600),
    "!".repeat(5000),
    "<b>".repeat(1600),
    "&nbsp;".repeat(800),
    "> \n".repeat(1600),
    "*a".repeat(2500),
    "please ".repeat(700),
    "a, ".repeat(1600),
    "[b]".repeat(1600),
    "On a\n".repeat(1000),
  ])("ends on hostile text (%#)", (text) => {
    for (let run = 0; run < 5; run++) expect(clean(text).certainty).toBeLessThanOrEqual(1);
  });

  it("adds what the index corrected, with its doubt", () => {
    const cleaned = withCorrections(clean("hi, how do I deplyo"), [{ from: "deplyo", to: "deploy" }], 0.1);
    expect(cleaned.taken.at(-1)).toEqual({ kind: "typing-error", text: "deplyo", to: "deploy" });
    expect(cleaned.certainty).toBeCloseTo(0.98 * 0.9, 2);
  });
});

describe("an answer", () => {
  const ask = async (
    question: string,
    history: HistoryTurn[] = [],
  ): Promise<[ChatEvent[], CleanedQuestion[]]> => {
    const events: ChatEvent[] = [];
    const traced: CleanedQuestion[] = [];
    const dependencies = {
      corpus,
      provider: createExtractiveProvider(),
      confidenceThreshold: 0.3,
      newId: () => "id",
      onQuestionCleaned: (cleaned: CleanedQuestion) => traced.push(cleaned),
    };
    const { signal } = new AbortController();
    for await (const event of answerQuestion({ question, history }, dependencies, { signal }))
      events.push(event);
    return [events, traced];
  };

  it("is the one to the clean question, and says what was taken, once", async () => {
    const [clear] = await ask("How much does the team plan cost?");
    const [events, traced] = await ask("<p>hello!! How much does the taem plan cost? thx</p>");
    const texts = (list: ChatEvent[]): string[] =>
      list.flatMap((event) =>
        event.type === "sources-available" ? [event.sources[0]?.url.replace(/#.*/u, "") ?? ""] : [],
      );
    expect(texts(events)).toEqual(texts(clear));
    const told = events.filter((event) => event.type === "question-cleaned");
    expect(told).toHaveLength(1);
    expect(told[0]?.taken.map(({ kind }) => kind)).toEqual([
      "markup",
      "markup",
      "courtesy",
      "courtesy",
      "typing-error",
    ]);
    expect(told[0]?.original).toBe("<p>hello!! How much does the taem plan cost? thx</p>");
    expect(told[0]?.question).toBe("How much does the taem plan cost?");
    expect(traced).toEqual([expect.objectContaining({ certainty: told[0]?.certainty, isUsed: true })]);
  });

  it("says nothing where nothing was taken", async () => {
    const [events, traced] = await ask("How much does the team plan cost?");
    expect(events.some(({ type }) => type === "question-cleaned")).toBe(false);
    expect(traced).toEqual([]);
  });

  it("goes on with the conversation behind the courtesy", async () => {
    const history: HistoryTurn[] = [
      { role: "visitor", text: "How do I deploy a site?" },
      { role: "assistant", text: "Run lumen build." },
    ];
    const [events] = await ask("thanks!! and how much does it cost?", history);
    const stage = events.find((event) => event.type === "stage");
    expect(stage?.query).not.toMatch(/thanks/i);
  });

  it("is told by the command, one line of JSON", async () => {
    const cwd = await temporaryFolder({
      "docs/index.md": "# Start\n\nRun the installer with `npm install` in a terminal.",
    });
    await runCli(["build", "docs"], { cwd });
    const { stdout } = await runCli(["ask", "hello, where do I run the installer? thx", "--json"], { cwd });
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as ChatEvent);
    expect(events.find(({ type }) => type === "question-cleaned")).toMatchObject({
      original: "hello, where do I run the installer? thx",
      question: "where do I run the installer?",
      taken: [
        { kind: "courtesy", text: "hello," },
        { kind: "courtesy", text: "thx" },
      ],
      certainty: 0.98,
      isUsed: true,
    });
  });
});
