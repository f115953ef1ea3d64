import { describe, expect, it } from "vitest";
import { CONVERSATION_PHRASES } from "../../../../core/routing/conversation-phrases.ts";
import { conversationReply } from "../../../../core/routing/conversation-reply.ts";
import type { CarefulTopic, ConversationTopic, Route } from "../../../../core/routing/route.ts";

const SUGGESTIONS = ["How do I install it?", "What does it cost?", "How do I deploy?", "Who made it?"];
const about = (topic: ConversationTopic): Route => ({ kind: "conversation", topic, isCertain: true });

describe.each(Object.entries(CONVERSATION_PHRASES))("replies in %s", (locale, phrases) => {
  const routes: Route[] = [
    ...Object.keys(phrases.replies).map((topic) => about(topic as ConversationTopic)),
    ...Object.keys(phrases.careful).map((topic) => ({
      kind: "careful" as const,
      topic: topic as CarefulTopic,
    })),
    { kind: "search", looksOffTopic: true },
  ];

  it("are all different, short, and hold neither link nor citation", () => {
    const replies = routes.map((route) => conversationReply(route, { locale, suggestions: [] }));
    expect(new Set(replies).size).toBe(routes.length);
    for (const reply of replies) {
      expect(reply.length).toBeLessThan(450);
      expect(reply).not.toMatch(/https?:|www\.|\[\d*\]|\]\(|\d{2,}/u);
    }
  });

  it("cover the same topics as the English ones, and say that a program speaks", () => {
    const english = CONVERSATION_PHRASES["en"];
    expect(Object.keys(phrases.replies)).toEqual(Object.keys(english?.replies ?? {}));
    expect(Object.keys(phrases.careful)).toEqual(Object.keys(english?.careful ?? {}));
    expect(phrases.replies.identity).toMatch(/program/iu);
    expect(phrases.identityWithName).toContain("{name}");
  });
});

describe("a reply", () => {
  it("suggests three questions that the site answers", () => {
    const reply = conversationReply(about("capabilities"), { locale: "en-GB", suggestions: SUGGESTIONS });
    expect(reply).toMatch(
      /\n\nYou could ask:\n\n- How do I install it\?\n- What does it cost\?\n- How do I deploy\?$/u,
    );
  });

  it("holds no list for who leaves or is in distress", () => {
    for (const route of [about("goodbye"), { kind: "careful", topic: "self-harm" } as const]) {
      expect(conversationReply(route, { locale: "en", suggestions: SUGGESTIONS })).not.toContain("- ");
    }
  });

  it("names the assistant as its owner did, and never as a person", () => {
    const reply = conversationReply(about("identity"), {
      locale: "en",
      assistantName: "Ada",
      suggestions: [],
    });
    expect(reply).toContain("I'm Ada, this site's assistant: a program, not a person.");
  });

  it("makes no Markdown of names and questions", () => {
    const reply = conversationReply(about("identity"), {
      locale: "en",
      assistantName: "[x](https://evil.example) $&",
      suggestions: ["![a](b)\n# Title", "<img src=x>", "see [1]", "x".repeat(500)],
    });
    expect(reply).toContain("\\[x\\]");
    expect(reply).not.toMatch(/(?<!\\)\[|(?<!\\)<|^# /mu);
    expect(reply.match(/^- /gmu)).toHaveLength(3);
  });

  it("is in English where the language is not spoken", () => {
    expect(conversationReply(about("thanks"), { locale: "ja", suggestions: [] })).toMatch(/^You're welcome/u);
  });
});
