import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EMPTY_STATE, reduce } from "../../../widget/chat-state.ts";
import { createConversationStorage, NO_STORAGE, parseState } from "../../../widget/conversation-storage.ts";

beforeEach(() => void vi.stubGlobal("location", { href: "https://site.example/page" }));
afterEach(() => void vi.unstubAllGlobals());

function memory() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

const asked = reduce(EMPTY_STATE, { type: "ask", turnId: "t", question: "How?", atMs: 1 });
const answered = reduce(asked, {
  type: "receive",
  turnId: "t",
  atMs: 2,
  event: {
    type: "answer-end",
    finishReason: "stop",
    citedPositions: [1],
    citations: [{ position: 1, url: "/kettle/#lid:~:text=a%20quiet%20lid", section: "Lid" }],
    confidence: 1,
    cached: false,
  },
});

describe("a stored conversation", () => {
  test("comes back as it was", () => {
    const store = memory();
    const storage = createConversationStorage(() => store, "key");
    storage.save(answered);
    expect(storage.load()?.turns[0]).toMatchObject({
      question: "How?",
      status: "complete",
      citedPositions: [1],
      citations: [{ position: 1, url: "/kettle/#lid:~:text=a%20quiet%20lid", section: "Lid" }],
    });
    storage.remove();
    expect(storage.load()).toBeUndefined();
    storage.save(EMPTY_STATE);
    expect(store.values.size).toBe(0);
  });

  test("does not pass off an interrupted answer as a complete one", () => {
    const state = parseState(JSON.stringify(asked));
    expect(state?.turns[0]).toMatchObject({ status: "failed", failure: { code: "stream-truncated" } });
  });

  test("is bounded", () => {
    const many = {
      ...answered,
      turns: Array.from({ length: 50 }, (_, n) => ({ ...answered.turns[0]!, id: `${n}` })),
    };
    const store = memory();
    createConversationStorage(() => store, "key").save(many);
    const turns = parseState(store.values.get("key")!)?.turns;
    expect(turns).toHaveLength(30);
    expect(turns?.[0]?.id).toBe("20");
    expect(parseState(JSON.stringify({ turns: [], draft: "x".repeat(2 ** 20) }))).toBeUndefined();
  });

  test.each([null, "", "null", "[]", "{}", '{"turns":{}}', '{"turns":', '"text"', "1e999"])(
    "that is %j counts as none",
    (json) => {
      expect(parseState(json)).toBeUndefined();
    },
  );

  test("drops what is not a turn, and sources that lead astray", () => {
    const json = JSON.stringify({
      turns: [
        1,
        null,
        { id: "t" },
        {
          ...answered.turns[0],
          __proto__: { polluted: true },
          status: "<img>",
          rating: "sideways",
          sources: [
            { position: 1, title: "ok", url: "/one/" },
            { position: 2, title: "bad", url: "javascript:alert(1)" },
            { position: "3" },
          ],
        },
      ],
      draft: 7,
    });
    const state = parseState(json)!;
    expect(state.turns).toHaveLength(1);
    expect(state.turns[0]).toMatchObject({
      status: "complete",
      sources: [{ title: "ok", excerpt: "", score: 0 }],
    });
    expect(state.turns[0]?.rating).toBeUndefined();
    expect(state.draft).toBe("");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("is not needed: a forbidden or full storage keeps nothing and breaks nothing", () => {
    const forbidden = createConversationStorage(() => {
      throw new DOMException("denied", "SecurityError");
    }, "key");
    expect(forbidden.load()).toBeUndefined();
    expect(() => (forbidden.save(answered), forbidden.remove())).not.toThrow();
    expect(NO_STORAGE.load()).toBeUndefined();
    expect(() => (NO_STORAGE.save(answered), NO_STORAGE.remove())).not.toThrow();
  });
});

describe("citations that were stored", () => {
  const restored = (citations: unknown): unknown => {
    const turn = { ...answered.turns[0], citations };
    return parseState(JSON.stringify({ ...answered, turns: [turn] }))?.turns[0]?.citations;
  };

  test("are read only as what they may be", () => {
    const good = { position: 1, url: "/kettle/" };
    expect(restored([good, { position: 1, url: "javascript:alert(1)" }, { url: "/a/" }, 3, null])).toEqual([
      good,
    ]);
    expect(restored([{ ...good, section: 7 }])).toEqual([good]);
  });

  test("are none where an older version stored the turn", () => {
    expect(restored(undefined)).toEqual([]);
  });
});
