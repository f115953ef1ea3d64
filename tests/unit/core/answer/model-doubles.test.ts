/** What a visitor sees of models of several characters: the system is tested, not a model. */
import { beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../core/answer/answer-question.ts";
import type { AnswerFailure } from "../../../../core/answer/answer-dependencies.ts";
import { unsupportedMark } from "../../../../core/answer/check/unsupported-mark.ts";
import { createLoopWatch } from "../../../../core/answer/write/stop-loops.ts";
import type { Corpus } from "../../../../core/corpus/corpus.ts";
import type { ChatEvent, ChatEventOf } from "../../../../core/protocol.ts";
import { openSketch, SKETCHES } from "../../../support/corpus.ts";
import { createModelDouble, type ModelCharacter } from "../../../support/model-doubles.ts";
import type { GenerationProvider } from "../../../../core/answer/generation-provider.ts";

let corpus: Corpus;
beforeAll(async () => {
  corpus = await openSketch(SKETCHES);
});

interface Seen {
  shown: string;
  wasTakenBack: boolean;
  end: ChatEventOf<"answer-end"> | undefined;
  failures: AnswerFailure["reason"][];
}

async function ask(question: string, provider: GenerationProvider | ModelCharacter): Promise<Seen> {
  const events: ChatEvent[] = [];
  const failures: AnswerFailure["reason"][] = [];
  const answer = answerQuestion(
    { question },
    {
      corpus,
      provider: typeof provider === "string" ? createModelDouble(provider) : provider,
      confidenceThreshold: 0,
      newId: () => "id",
      onFailure: ({ reason }) => failures.push(reason),
    },
    { signal: new AbortController().signal },
  );
  for await (const event of answer) events.push(event);
  let shown = "";
  for (const event of events) {
    if (event.type === "answer-reset") shown = "";
    if (event.type === "text-delta") shown += event.text;
  }
  return {
    shown,
    wasTakenBack: events.some(({ type }) => type === "answer-reset"),
    end: events.findLast((event) => event.type === "answer-end"),
    failures,
  };
}

const QUESTION = "How much does the team plan cost?";
const MARK = unsupportedMark("en");
const FREE = "Lumen is free for personal sites.";
const PRICE = "The team plan costs 12 euros per seat and month.";

describe("a careful model", () => {
  it("is shown as it wrote, with nothing marked and nothing taken back", async () => {
    const { shown, wasTakenBack, end, failures } = await ask(QUESTION, "careful");
    expect(shown).toBe(`${FREE} [1] ${PRICE} [1]`);
    expect(wasTakenBack).toBe(false);
    expect(failures).toEqual([]);
    expect(end).toMatchObject({ finishReason: "stop", citedPositions: [1], groundedness: 1 });
  });
});

describe("a model that argues with the passages", () => {
  it("has what it makes of them marked, sentence by sentence", async () => {
    const { shown, end } = await ask(QUESTION, "arguing");
    expect(shown).toContain(`The team plan costs 19 euros per seat and month. [1] ${MARK}`);
    expect(end?.groundedness).toBeLessThan(0.7);
  });
});

describe("a model that contradicts the passages", () => {
  it("has each wrong fact marked", async () => {
    const provider = createModelDouble("contradicting", [{ text: PRICE, position: 1 }]);
    const { shown, end } = await ask(QUESTION, provider);
    expect(shown).toBe(`The team plan costs 19 euros per seat and month. [1] ${MARK}`);
    expect(end?.groundedness).toBe(0);
  });
});

describe("a model that cites all passages with every sentence", () => {
  it("is shown with those that support the sentence", async () => {
    const { shown, end } = await ask(QUESTION, "citing-all");
    expect(shown.match(/\[\d+\]/g)?.length).toBeGreaterThanOrEqual(2);
    for (const run of shown.match(/(?:\[\d+\])+/g) ?? []) {
      expect(run.match(/\[/g)?.length).toBeLessThanOrEqual(3);
      expect(run).toContain("[1]");
    }
    expect(end?.citations?.length).toBe(shown.match(/\[\d+\]/g)?.length);
  });

  it("also where it writes them as one list, and in a table", async () => {
    const list = createModelDouble("careful", [
      {
        text: `${PRICE} [1, 2, 3, 4, 5]\n\n| Plan | Price |\n| --- | --- |\n| Team | 12 euros per seat [1][2][3][4][5] |\n\n${FREE}`,
        position: 1,
      },
    ]);
    const { shown } = await ask(QUESTION, list);
    for (const run of shown.match(/(?:\[\d+\])+/g) ?? [])
      expect(run.match(/\[/g)?.length).toBeLessThanOrEqual(3);
    expect(shown).toMatch(/\| Team \| 12 euros per seat (?:\[\d\]){1,3} \|/);
  });
});

describe("a model that forgets to cite", () => {
  it("is believed where a passage says it, and cites that passage", async () => {
    const { shown, wasTakenBack, end, failures } = await ask(QUESTION, "citing-none");
    expect(shown).toBe(`${FREE} [1] ${PRICE} [1]`);
    expect(wasTakenBack).toBe(false);
    expect(failures).toEqual([]);
    expect(end).toMatchObject({ finishReason: "stop", citedPositions: [1], groundedness: 1 });
    expect(end?.citations).toHaveLength(2);
  });

  it("is believed by sentences where it cites at the end of a paragraph only", async () => {
    const { shown } = await ask(QUESTION, "citing-at-the-end");
    expect(shown).toBe(`${FREE} [1] ${PRICE} [1]`);
  });

  it("is believed where it wrote nothing but code that a passage holds", async () => {
    const code = "```sh\nnpm create lumen@latest\nnpm install\n```";
    const { shown, end } = await ask(
      "How do I install Lumen with npm?",
      createModelDouble("citing-none", [{ text: code, position: 1 }]),
    );
    expect(shown).toMatch(/^```sh\nnpm create lumen@latest\nnpm install\n```\s+\[\d\]$/);
    expect(end?.citedPositions).toHaveLength(1);
  });

  it("is believed where its main part is such code, and the words around it are its own", async () => {
    const code = "```sh\nnpm create lumen@latest\nnpm install\n```";
    const text = `The terminal gets everything ready.\n\n${code}\n\nHave a cup of tea meanwhile.`;
    const { shown, end, failures } = await ask(
      "How do I install Lumen with npm?",
      createModelDouble("citing-none", [{ text, position: 1 }]),
    );
    expect(failures).toEqual([]);
    expect(shown).toContain(text);
    expect(end?.citedPositions).toHaveLength(1);
  });

  it.each([
    ["a wrong price", "The team plan costs 19 euros per seat and month."],
    ["what no page speaks of", "A famous painter of the nineteenth century lived in this old house."],
    [
      "one true sentence among many that nobody says",
      `${PRICE} Its founder loves sailing boats. The weather there was pleasant. Every winter a festival takes place.`,
    ],
  ])("is not believed with %s", async (_, text) => {
    const { shown, end, failures } = await ask(
      QUESTION,
      createModelDouble("citing-none", [{ text, position: 1 }]),
    );
    expect(failures).toContain("answer-uncited");
    expect(shown).not.toContain(text);
    expect(shown).toContain("I can't write an answer of my own right now.");
    expect(end?.groundedness).toBe(1);
  });
});

describe("a model that repeats itself", () => {
  it("is stopped, and says each thing once or twice", async () => {
    const { shown, wasTakenBack, end } = await ask(QUESTION, "repeating");
    expect(shown.split(PRICE).length - 1).toBeLessThanOrEqual(2);
    expect(shown.split(FREE).length - 1).toBeLessThanOrEqual(3);
    expect(wasTakenBack).toBe(false);
    expect(end?.finishReason).toBe("length");
  });

  it.each([
    ["rows of a table", "| Plan with a long name | the same price as before |\n".repeat(20)],
    ["lines of code", `\`\`\`js\n${"await client.send(message, options);\n".repeat(20)}\`\`\`\n`],
    ["short sentences", "Click on Save. Open the next one. ".repeat(20)],
    [
      "sentences that differ by a number",
      Array.from({ length: 20 }, (_, index) => `The plan for teams of ${index} costs ${index} euros. `).join(
        "",
      ),
    ],
    [
      "the same sentence once more, elsewhere",
      "Restart the server when it has finished. Then build the site and look at it. Restart the server when it has finished. Done it is.",
    ],
  ])("is no model that writes %s", (_, text) => {
    for (const pieceChars of [1, 7, 10_000]) {
      const isLooping = createLoopWatch();
      for (let at = 0; at < text.length; at += pieceChars)
        expect(isLooping(text.slice(at, at + pieceChars))).toBe(false);
    }
  });
});

describe("an answer that is an address", () => {
  const pages = [
    ...SKETCHES,
    {
      title: "Contact",
      url: "/contact/",
      blocks: [
        "Write to help_desk@lumen.example or call +49 30 1234-567. Download Lumen at https://lumen.example/files/lumen_2.1.zip?os=linux&arch=x64 or visit lumen.example/get.",
        {
          kind: "code" as const,
          language: "sh",
          code: "curl -fsSL 'https://lumen.example/install.sh?v=2' | sh",
        },
      ],
    },
  ];
  /** As a reader sees it: the escapes of Markdown are read. */
  const read = (markdown: string): string =>
    markdown
      .replaceAll(` ${MARK}`, "")
      .replace(/\\([!-/:-@[-`{-~])/g, "$1")
      .trim();

  it.each([
    ["a mail address", "Write to help_desk@lumen.example [1].", "Write to help_desk@lumen.example [1]."],
    [
      "a mail address as a link",
      "Write to [our help desk](mailto:help_desk@lumen.example) [1].",
      "Write to our help desk (help_desk@lumen.example) [1].",
    ],
    [
      "a mail address as a link of itself",
      "[help_desk@lumen.example](mailto:help_desk@lumen.example) [1]",
      "help_desk@lumen.example [1]",
    ],
    ["a phone number", "Call +49 30 1234-567 [1].", "Call +49 30 1234-567 [1]."],
    [
      "a download",
      "Get it at https://lumen.example/files/lumen_2.1.zip?os=linux&arch=x64. [1]",
      "Get it at https://lumen.example/files/lumen_2.1.zip?os=linux&arch=x64. [1]",
    ],
    [
      "a download as a link",
      "[Download Lumen](https://lumen.example/files/lumen_2.1.zip?os=linux&arch=x64) [1]",
      "Download Lumen (https://lumen.example/files/lumen_2.1.zip?os=linux&arch=x64) [1]",
    ],
    ["a bare domain", "Visit lumen.example/get [1].", "Visit lumen.example/get [1]."],
    [
      "an address before words without spaces",
      "こちらはhttps://lumen.example/install.sh?v=2をご覧ください。[1]",
      "こちらはhttps://lumen.example/install.sh?v=2をご覧ください。[1]",
    ],
    [
      "code",
      "Run this [1]:\n\n```sh\ncurl -fsSL 'https://lumen.example/install.sh?v=2' | sh\n```",
      "Run this [1]:\n\n```sh\ncurl -fsSL 'https://lumen.example/install.sh?v=2' | sh\n```",
    ],
  ])("is shown exactly: %s", async (_, answer, expected) => {
    corpus = await openSketch(pages);
    const provider = createModelDouble("citing-none", [{ text: answer, position: 1 }]);
    const { shown } = await ask("What is the contact address of Lumen, and where is the download?", provider);
    expect(read(shown)).toBe(expected);
    if (!answer.includes("こちら")) expect(shown).not.toContain(MARK);
  });

  it.each([
    ["[Verify here](https://evil.example/login) [1]", "Verify here [1]"],
    ["[Write](mailto:thief@evil.example) [1]", "Write [1]"],
    ["![x](https://lumen.example/install.sh?v=2) [1]", "x [1]"],
    ["https://evil.example/steal?data=1 [1]", "evil.example [1]"],
    ["https://evil.example/steal?data=1をご覧 [1]", "evil.exampleをご覧 [1]"],
  ])("that no passage holds is not made one: %s", async (answer, expected) => {
    corpus = await openSketch(pages);
    const provider = createModelDouble("citing-none", [{ text: answer, position: 1 }]);
    const { shown } = await ask("What is the contact address of Lumen, and where is the download?", provider);
    expect(read(shown)).toBe(expected);
  });
});
