import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Corpus } from "../../core/corpus/corpus.ts";
import { standaloneQuestion } from "../../core/dialogue/standalone-question.ts";
import { dialogueToolsOf } from "../../core/dialogue/dialogue-tools.ts";
import { hasCorpus } from "../support/corpora.ts";
import { buildDialogueCorpus, lastQuestion, placeOf, readDialogues, type Dialogue } from "./dialogue-set.ts";

const WAYS = ["alone", "joined", "rewritten"] as const;
type Way = (typeof WAYS)[number];

/** The text that is searched for: the last question alone, after all that was asked before, or rewritten. */
function textOf(way: Way, dialogue: Dialogue, corpus: Corpus): string {
  const { question, history } = lastQuestion(dialogue);
  const asked = history.filter(({ role }) => role === "visitor").map(({ text }) => text);
  switch (way) {
    case "alone":
      return question;
    case "joined":
      return [...asked, question].join(" ");
    case "rewritten":
      return standaloneQuestion(question, history, dialogueToolsOf(corpus, corpus.manifest.language)).query;
  }
}

interface Found {
  dialogue: Dialogue;
  places: Record<Way, number | undefined>;
}

/** Building the corpora takes some twenty seconds on a slow machine. */
const BUILD_TIMEOUT_MS = 180_000;

describe.skipIf(!hasCorpus("docs"))("follow-ups over real documentation", () => {
  const folder = mkdtempSync(join(tmpdir(), "assistant-chat-dialogues-"));
  const found: Found[] = [];

  beforeAll(async () => {
    const dialogues = readDialogues();
    for (const name of new Set(dialogues.map(({ corpus }) => corpus))) {
      const corpus = await buildDialogueCorpus(name, folder);
      for (const dialogue of dialogues.filter((each) => each.corpus === name)) {
        const places: Found["places"] = { alone: undefined, joined: undefined, rewritten: undefined };
        for (const way of WAYS) {
          places[way] = await placeOf(corpus, textOf(way, dialogue, corpus), dialogue.expected);
        }
        found.push({ dialogue, places });
      }
    }
    for (const part of ["tune", "held-out"]) {
      for (const way of WAYS) {
        const ofPart = found.filter(({ dialogue }) => dialogue.part === part);
        const at = (count: number): string => (shareAt(ofPart, way, count) * 100).toFixed(1);
        console.info(`${part}, ${ofPart.length} dialogues, ${way}: recall@5 ${at(5)} %, first ${at(1)} %`);
      }
    }
  }, BUILD_TIMEOUT_MS);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has at least sixty dialogues, two in five of them set aside before the rules were tuned", () => {
    expect(found.length).toBeGreaterThanOrEqual(60);
    const heldOut = found.filter(({ dialogue }) => dialogue.part === "held-out");
    expect(heldOut.length / found.length).toBeGreaterThanOrEqual(0.4);
  });

  it("finds the page of a follow-up that was set aside", () => {
    const heldOut = found.filter(({ dialogue }) => dialogue.part === "held-out");
    expect(shareAt(heldOut, "rewritten", 5)).toBeGreaterThanOrEqual(0.93);
    expect(shareAt(heldOut, "rewritten", 5)).toBeGreaterThan(shareAt(heldOut, "alone", 5) + 0.2);
    expect(shareAt(heldOut, "rewritten", 1)).toBeGreaterThan(shareAt(heldOut, "joined", 1));
  });

  it("finds a bare name that is a topic of its own as it is found alone", () => {
    const topics = found.filter(({ dialogue }) => dialogue.kind === "bare-topic");
    expect(topics.length).toBeGreaterThan(10);
    expect(shareAt(topics, "rewritten", 5)).toBe(shareAt(topics, "alone", 5));
    expect(shareAt(topics, "rewritten", 1)).toBeGreaterThanOrEqual(shareAt(topics, "joined", 1) + 0.2);
  });

  it("loses nothing where the topic changes", () => {
    const changes = found.filter(({ dialogue }) => /^(?:topic-change|self-contained)$/.test(dialogue.kind));
    expect(changes.length).toBeGreaterThan(10);
    for (const { places } of changes) {
      expect(places.rewritten ?? Infinity).toBeLessThanOrEqual(places.alone ?? Infinity);
    }
  });
});

function shareAt(found: readonly Found[], way: Way, count: number): number {
  return found.filter(({ places }) => (places[way] ?? Infinity) < count).length / found.length;
}
