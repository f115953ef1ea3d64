import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EMPTY_STATE, reduce, type ChatState, type Turn } from "../../../widget/chat-state.ts";
import { KeptConversation } from "../../../widget/continuity/kept-conversation.ts";
import { agreedOn, mergeTurns } from "../../../widget/continuity/merge-turns.ts";
import { parseTurn } from "../../../widget/continuity/parse-turn.ts";
import { readThread, writeThread } from "../../../widget/continuity/thread.ts";
import { ThreadStorage } from "../../../widget/continuity/thread-storage.ts";
import { formerKey, tabKey, threadPrefix } from "../../../widget/storage-keys.ts";
import { receiveEvent } from "../../../widget/transport/receive-event.ts";
import { memoryStorage } from "./memory-storage.ts";

beforeEach(() => void vi.stubGlobal("location", { href: "https://site.example/page" }));
afterEach(() => void vi.unstubAllGlobals());

const ask = (state: ChatState, id: string, atMs: number, question = `${id}?`): ChatState =>
  reduce(state, { type: "ask", turnId: id, question, atMs });

const answer = (state: ChatState, id: string, atMs: number, text = `About ${id}.`): ChatState => {
  const receive = (state: ChatState, event: object): ChatState =>
    reduce(state, {
      type: "receive",
      turnId: id,
      event: event as never,
      change: (turn) => receiveEvent(turn, event as never, undefined, atMs),
    });
  const citations = [{ position: 1, url: "/kettle/#lid:~:text=a%20quiet%20lid", section: "Lid" }];
  const end = { type: "answer-end", finishReason: "stop", citedPositions: [1], citations };
  return receive(receive(state, { type: "text-delta", text }), end);
};

const asked = (id: string, atMs: number): ChatState => answer(ask(EMPTY_STATE, id, atMs), id, atMs + 1);
const ids = (state: { turns: readonly Turn[] } | undefined): string[] | undefined =>
  state?.turns.map(({ id }) => id);

/** A device with as many tabs as a test opens. */
function device() {
  const area = memoryStorage();
  let nowMs = 1_000;
  let count = 0;
  return {
    area,
    now: () => nowMs,
    pass: (ms: number) => (nowMs += ms),
    tab(instance = "docs", tabArea = memoryStorage(), maxThreads = 10) {
      const threads = new ThreadStorage(
        instance,
        () => area,
        () => tabArea,
      );
      const open = (): KeptConversation =>
        new KeptConversation({
          threads,
          now: () => nowMs,
          newId: () => `thread-${++count}`,
          restMs: () => 3_600_000,
          maxThreads: () => maxThreads,
        });
      // `reload` is the next page of the same tab.
      return { threads, tabArea, kept: open(), reload: open };
    },
  };
}

describe("a kept conversation", () => {
  test("comes back on the next page of the tab, with what stood in the input", () => {
    const { tab } = device();
    const { kept, reload } = tab();
    kept.save({ ...asked("one", 1_000), draft: "half a", conversationId: "c" });
    const state = reload().load(EMPTY_STATE);
    expect(state).toMatchObject({ draft: "half a", conversationId: "c" });
    expect(state.turns[0]).toMatchObject({
      question: "one?",
      status: "complete",
      text: "About one.",
      citations: [{ position: 1, url: "/kettle/#lid:~:text=a%20quiet%20lid", section: "Lid" }],
    });
  });

  test("is added to, not written over, where consent comes after the first question", () => {
    const { tab } = device();
    const { kept, reload } = tab();
    kept.save(asked("one", 1_000));
    const next = reload();
    const state = next.load(asked("two", 2_000));
    expect(ids(state)).toEqual(["one", "two"]);
    next.save(state);
    expect(ids(reload().load(EMPTY_STATE))).toEqual(["one", "two"]);
  });

  test("keeps a running answer running for its own tab, and cuts it for others only when nobody answers", () => {
    const { tab, pass } = device();
    const { kept, reload } = tab();
    kept.save(ask(asked("one", 1_000), "two", 1_000));
    expect(
      reload()
        .load(EMPTY_STATE)
        .turns.map(({ status }) => status),
    ).toEqual(["complete", "waiting"]);
    expect(ids(tab().kept.load(EMPTY_STATE))).toEqual(["one"]);
    pass(121_000);
    expect(tab().kept.load(EMPTY_STATE).turns[1]).toMatchObject({
      status: "failed",
      failure: { code: "page-left" },
    });
  });

  test("is over after it rested, and stays in the history", () => {
    const { tab, pass } = device();
    const { kept, reload, threads } = tab();
    kept.save({ ...asked("one", 1_000), draft: "unsent" });
    pass(3_600_002);
    const next = reload();
    expect(next.load(EMPTY_STATE)).toMatchObject({ turns: [], draft: "unsent" });
    next.save(asked("two", 3_700_000));
    expect(threads.list().map(ids)).toEqual([["two"], ["one"]]);
    expect(next.hasRested(asked("two", -3_700_000))).toBe(true);
    expect(next.hasRested(ask(EMPTY_STATE, "two", -3_700_000))).toBe(false);
    expect(next.hasRested(EMPTY_STATE)).toBe(false);
  });

  test("goes on though the clock was set back", () => {
    const { tab, pass } = device();
    const { kept, reload } = tab();
    kept.save(asked("one", 1_000));
    pass(-900_000_000);
    expect(ids(reload().load(EMPTY_STATE))).toEqual(["one"]);
  });

  test("ends when a new one is begun, and can be opened again", () => {
    const { tab } = device();
    const { kept, reload, threads, tabArea } = tab();
    kept.save(asked("one", 1_000));
    kept.save(EMPTY_STATE);
    expect(tabArea.values.size).toBe(0);
    expect(ids(reload().load(EMPTY_STATE))).toEqual([]);
    const [old] = threads.list();
    expect(ids(kept.open(old!.id, ""))).toEqual(["one"]);
    kept.save(answer(ask(threads.read(old!.id)! as unknown as ChatState, "two", 2_000), "two", 2_001));
    expect(threads.list().map(ids)).toEqual([["one", "two"]]);
    expect(ids(reload().load(EMPTY_STATE))).toEqual(["one", "two"]);
    expect(kept.open("gone", "")).toBeUndefined();
  });

  test("leaves room for a few only: the oldest goes", () => {
    const { tab } = device();
    const { kept, threads } = tab("docs", memoryStorage(), 3);
    for (let n = 1; n <= 5; n++) {
      kept.save(asked(`q${n}`, n * 1_000));
      kept.save(EMPTY_STATE);
    }
    expect(threads.list().map(ids)).toEqual([["q5"], ["q4"], ["q3"]]);
    const single = tab("other", memoryStorage(), 1);
    single.kept.save(asked("one", 1_000));
    single.kept.save(EMPTY_STATE);
    expect(single.threads.list()).toEqual([]);
  });

  test("is bounded, the newest turns stay", () => {
    let state = EMPTY_STATE;
    for (let n = 0; n < 50; n++) state = answer(ask(state, `${n}`, n), `${n}`, n);
    const { tab } = device();
    const { kept, reload } = tab();
    expect(kept.save(state)).toBeUndefined();
    // Also where another tab writes meanwhile, what is shown is not cut to what is kept.
    const other = tab();
    other.kept.load(EMPTY_STATE);
    other.kept.save(answer(ask(reload().load(EMPTY_STATE), "new", 60), "new", 60));
    expect(kept.save({ ...state, turns: [...state.turns] })).toHaveLength(51);
    expect(ids(reload().load(EMPTY_STATE))?.slice(-2)).toEqual(["49", "new"]);
    const long = answer(ask(EMPTY_STATE, "long", 1), "long", 2, "x".repeat(600_000));
    const two = answer(ask(long, "second", 3), "second", 4, "x".repeat(600_000));
    expect(ids(writeThread({ id: "t", changedAtMs: 0, turns: two.turns }))).toEqual(["second"]);
  });

  test("of which nothing fits is said, and leaves what was kept before", () => {
    const { tab, area } = device();
    const { kept, reload } = tab();
    const one = asked("one", 1_000);
    kept.save(one);
    area.roomChars = 10;
    expect(() => kept.save(answer(ask(one, "two", 2_000), "two", 2_001))).toThrow("full");
    expect(ids(reload().load(EMPTY_STATE))).toEqual(["one"]);
    area.roomChars = Number.POSITIVE_INFINITY;
    expect(() => kept.save(asked("huge", 1).turns.length ? answerOfMegabytes() : EMPTY_STATE)).toThrow(
      "too long",
    );
  });

  test("of another instance of the site is apart", () => {
    const { tab } = device();
    tab("docs").kept.save(asked("one", 1_000));
    const second = tab("docs~1");
    expect(ids(second.kept.load(EMPTY_STATE))).toEqual([]);
    second.kept.save(asked("two", 1_000));
    second.kept.removeAll();
    expect(ids(tab("docs").kept.load(EMPTY_STATE))).toEqual(["one"]);
  });
});

const answerOfMegabytes = (): ChatState =>
  answer(ask(EMPTY_STATE, "huge", 1), "huge", 2, "x".repeat(2 * 1024 * 1024));

describe("two tabs with one conversation", () => {
  test("keep what both asked, and show it to each other", () => {
    const { tab } = device();
    const one = tab();
    const two = tab();
    const begun = asked("first", 1_000);
    one.kept.save(begun);
    let shownByTwo = two.kept.load(EMPTY_STATE);
    expect(ids(shownByTwo)).toEqual(["first"]);
    const shownByOne = answer(ask(begun, "from-one", 2_000), "from-one", 2_001);
    one.kept.save(shownByOne);
    // This tab has not heard of it yet.
    shownByTwo = answer(ask(shownByTwo, "from-two", 1_500), "from-two", 3_000);
    expect(ids({ turns: two.kept.save(shownByTwo)! })).toEqual(["first", "from-two", "from-one"]);
    const key = threadPrefix("docs") + one.kept.threadId!;
    expect(ids(one.kept.changedOutside(key, shownByOne))).toEqual(["first", "from-two", "from-one"]);
    expect(one.kept.changedOutside(key, shownByOne)).toBeUndefined();
    expect(one.kept.changedOutside("another", shownByOne)).toBeUndefined();
  });

  test("see an answer of the other when it is complete, and never ask it again", () => {
    const { tab } = device();
    const one = tab();
    const two = tab();
    one.kept.save(asked("first", 1_000));
    const shown = two.kept.load(EMPTY_STATE);
    let writing = ask(asked("first", 1_000), "second", 2_000);
    one.kept.save(writing);
    const key = threadPrefix("docs") + one.kept.threadId!;
    expect(two.kept.changedOutside(key, shown)).toBeUndefined();
    two.kept.save(reduce(shown, { type: "rate", turnId: "first", rating: "up" }));
    writing = answer(writing, "second", 2_500);
    const merged = one.kept.save(writing);
    expect(merged?.map(({ rating, status }) => [rating, status])).toEqual([
      ["up", "complete"],
      [undefined, "complete"],
    ]);
    expect(ids(two.kept.changedOutside(key, shown))).toEqual(["first", "second"]);
  });

  test("forget together what one of them deletes", () => {
    const { tab } = device();
    const one = tab();
    const two = tab();
    one.kept.save(asked("first", 1_000));
    const shown = two.kept.load(EMPTY_STATE);
    const key = threadPrefix("docs") + one.kept.threadId!;
    one.kept.removeAll();
    expect(two.kept.changedOutside(key, { ...shown, draft: "mine" })).toEqual({ turns: [], draft: "mine" });
  });

  test("lose no turn in whatever order they ask, answer, rate and read", () => {
    const steps = fc.array(fc.tuple(fc.nat(1), fc.constantFrom("ask", "answer", "rate", "hear", "reload")), {
      maxLength: 24,
    });
    fc.assert(
      fc.property(steps, (script) => {
        const { tab, pass, now } = device();
        const first = tab();
        first.kept.save(asked("first", 1_000));
        const tabs = [first, tab()].map((opened) => ({
          ...opened,
          state: opened.kept.load(EMPTY_STATE),
        }));
        const everything = new Set(["first"]);
        let rated = false;
        for (const [index, step] of script) {
          const current = tabs[index]!;
          pass(10);
          const running = current.state.turns.findLast(({ status }) => status === "waiting");
          const save = (state: ChatState): void => {
            current.state = state;
            const turns = current.kept.save(state);
            if (turns) current.state = { ...state, turns };
          };
          if (step === "ask" && !running) {
            const id = `q${everything.size}`;
            everything.add(id);
            save(ask(current.state, id, now()));
          } else if (step === "answer" && running) save(answer(current.state, running.id, now()));
          else if (step === "rate") {
            rated = true;
            save(reduce(current.state, { type: "rate", turnId: "first", rating: "up" }));
          } else if (step === "hear") {
            const key = threadPrefix("docs") + first.kept.threadId!;
            current.state = current.kept.changedOutside(key, current.state) ?? current.state;
          } else if (step === "reload") {
            current.kept = current.reload();
            current.state = current.kept.load(EMPTY_STATE);
          }
        }
        const [thread] = tabs[0]!.threads.list();
        expect(new Set(ids(thread))).toEqual(everything);
        expect(thread?.turns.find(({ id }) => id === "first")?.rating).toBe(rated ? "up" : undefined);
        for (const { state } of tabs) {
          const own = state.turns.map(({ id }) => id);
          expect(new Set(own).size).toBe(own.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("take a turn that was tried again, or removed, as that", () => {
    const base = answer(ask(asked("a", 1), "b", 2), "b", 3).turns;
    const agreed = agreedOn(base);
    const again = reduce({ turns: base, draft: "" }, {
      type: "retry",
      turnId: "a",
      question: undefined,
      atMs: 9,
    } as never).turns;
    expect(ids({ turns: mergeTurns(again, base, agreed) })).toEqual(["a", "b"]);
    expect(mergeTurns(again, base, agreed)[0]?.status).toBe("waiting");
    expect(mergeTurns(base, again, agreed)[0]?.status).toBe("waiting");
    expect(ids({ turns: mergeTurns(base.slice(0, 1), base, agreed) })).toEqual(["a"]);
    expect(ids({ turns: mergeTurns(base, base.slice(0, 1), agreed) })).toEqual(["a"]);
    expect(ids({ turns: mergeTurns(base, base.slice(1), agreed) })).toEqual(["a", "b"]);
  });
});

describe("what a version before this one kept", () => {
  const former = { ...asked("one", 900), draft: "unsent", conversationId: "c" };

  test("becomes the first conversation, once", () => {
    const { tab, area } = device();
    area.values.set(formerKey("docs"), JSON.stringify(former));
    const { kept, threads } = tab();
    expect(kept.load(EMPTY_STATE)).toMatchObject({ draft: "unsent", conversationId: "c" });
    expect(threads.list().map(ids)).toEqual([["one"]]);
    expect(area.values.has(formerKey("docs"))).toBe(false);
  });

  test("keeps an answer that was running for the tab that comes back to it", () => {
    const { tab, area } = device();
    area.values.set(formerKey("docs"), JSON.stringify(ask(EMPTY_STATE, "one", 900)));
    expect(tab().kept.load(EMPTY_STATE).turns[0]?.status).toBe("waiting");
  });

  test("stays where there is no room for it twice, and where it makes no sense", () => {
    const { tab, area } = device();
    area.values.set(formerKey("docs"), JSON.stringify(former));
    area.roomChars = 10;
    expect(ids(tab().kept.load(EMPTY_STATE))).toEqual([]);
    expect(area.values.has(formerKey("docs"))).toBe(true);
    area.values.set(formerKey("docs"), "{");
    expect(tab().kept.load(EMPTY_STATE)).toEqual(EMPTY_STATE);
  });
});

describe("an entry that anybody may have written", () => {
  test.each(["", "null", "[]", "{}", '{"turns":{}}', '{"turns":', '"text"', "1e999", "x".repeat(2 ** 21)])(
    "that is %.20j counts as none, and stays",
    (json) => {
      const { tab, area } = device();
      area.values.set(`${threadPrefix("docs")}t`, json);
      area.values.set(tabKey("docs"), json);
      const { kept, threads, tabArea } = tab();
      tabArea.values.set(tabKey("docs"), json);
      expect(kept.load(EMPTY_STATE)).toEqual(EMPTY_STATE);
      expect(threads.list()).toEqual([]);
      kept.save(asked("one", 1_000));
      expect(area.values.get(`${threadPrefix("docs")}t`)).toBe(json);
      kept.removeAll();
      expect([...area.values.keys()]).toEqual([tabKey("docs")]);
    },
  );

  test("of a newer version is neither read nor touched", () => {
    const { tab, area } = device();
    area.values.set("assistant-chat:3:docs:t", "newer");
    const { kept } = tab();
    expect(kept.load(EMPTY_STATE)).toEqual(EMPTY_STATE);
    kept.removeAll();
    expect(area.values.get("assistant-chat:3:docs:t")).toBe("newer");
  });

  test("loses what is not a turn, and sources that lead astray", () => {
    const json = JSON.stringify({
      title: 7,
      changedAtMs: "late",
      turns: [
        1,
        null,
        { id: "t" },
        {
          ...asked("one", 1_000).turns[0],
          __proto__: { polluted: true },
          status: "<img>",
          rating: "sideways",
          repeats: "often",
          sources: [
            { position: 1, title: "ok", url: "/one/", section: "Lid" },
            { position: 2, title: "bad", url: "javascript:alert(1)" },
            { position: "3" },
          ],
        },
      ],
    });
    const thread = readThread("t", json);
    expect(thread).toMatchObject({ title: undefined, changedAtMs: 1_001 });
    expect(thread?.turns).toHaveLength(1);
    expect(thread?.turns[0]).toMatchObject({
      status: "complete",
      sources: [{ title: "ok", excerpt: "", score: 0, section: "Lid" }],
    });
    expect([thread?.turns[0]?.rating, thread?.turns[0]?.repeats]).toEqual([undefined, undefined]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("has citations only as they may be, and none of an older version", () => {
    const citations = (value: unknown): unknown =>
      parseTurn({ ...asked("one", 1).turns[0], citations: value })?.citations;
    const good = { position: 1, url: "/kettle/" };
    expect(citations([good, { position: 1, url: "javascript:alert(1)" }, { url: "/a/" }, 3, null])).toEqual([
      good,
    ]);
    expect(citations([{ ...good, section: 7 }])).toEqual([good]);
    expect(citations(undefined)).toEqual([]);
  });

  test("is not needed: a forbidden storage keeps nothing, and breaks nothing but the keeping", () => {
    const forbidden = (): never => {
      throw new DOMException("denied", "SecurityError");
    };
    const threads = new ThreadStorage("docs", forbidden, forbidden);
    const kept = new KeptConversation({
      threads,
      now: () => 0,
      newId: () => "t",
      restMs: () => 1,
      maxThreads: () => 10,
    });
    expect(kept.load(EMPTY_STATE)).toEqual(EMPTY_STATE);
    expect(() => kept.save(asked("one", 1))).toThrow("denied");
    expect(() => kept.removeAll()).not.toThrow();
    expect(threads.list()).toEqual([]);
  });
});
