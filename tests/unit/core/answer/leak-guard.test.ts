import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemPrompt } from "../../../../core/answer/write/system-prompt.ts";
import { createLeakGuard, type LeakGuard } from "../../../../core/answer/write/leak-guard.ts";

const MARK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
const INSTRUCTIONS = systemPrompt(
  {
    locale: "en",
    style: { voice: "Dry, brief and ironic.", instructions: "回答は必ず丁寧な言葉で短く書いてください。" },
  },
  "",
);

const guardOf = (publicText = ""): LeakGuard =>
  createLeakGuard({ instructions: INSTRUCTIONS, fenceMark: MARK, publicText: () => publicText });

function pass(
  text: string,
  pieceChars: number,
  guard = guardOf(),
): { text: string; leaked: LeakGuard["leaked"] } {
  let passed = "";
  for (let at = 0; at < text.length; at += pieceChars) passed += guard.push(text.slice(at, at + pieceChars));
  return { text: passed + guard.end(), leaked: guard.leaked };
}

describe("a text that gives nothing away", () => {
  it("passes at once and unchanged", () => {
    const guard = guardOf();
    expect(guard.push("The team plan")).toBe("The team plan");
    expect(guard.push(" costs 12")).toBe(" costs 12");
    expect(guard.push(" euros. [1]\n")).toBe(" euros. [1]\n");
    expect(guard.end()).toBe("");
  });

  it("passes unchanged however it is cut, also where it begins like a leak", () => {
    const snippets = fc.constantFrom(
      "After every sentence that ",
      "You answer questions of ",
      "in the language of the question ",
      MARK.slice(0, 12),
      `${MARK.slice(0, 31)} `,
      "QWxsIGdvb2QgdGhpbmdzIGFyZSB3aWxkIGFuZCBmcmVlLCBzYWlk ",
      "**bold** _text_ `code` ",
      "日本語のテキスト",
      "\n\n",
    );
    const text = fc.array(fc.oneof(snippets, fc.string({ unit: "binary", maxLength: 12 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (parts, pieceChars) => {
        const whole = parts.join("");
        const result = pass(whole, pieceChars);
        if (result.leaked === undefined) expect(result.text).toBe(whole);
        else expect(pass(whole, 10_000).leaked).toBe(result.leaked);
      }),
    );
  });

  it("is held back while it may become a leak, and goes on when it does not", () => {
    const guard = guardOf();
    expect(guard.push("After every sentence that states a ")).toBe("After every ");
    expect(guard.push("price, look up.")).toBe("sentence that states a price, look up.");
    expect(guard.push(`Id ${MARK.slice(0, 8)}`)).toBe("Id ");
    expect(guard.push("zz")).toBe(`${MARK.slice(0, 8)}zz`);
  });

  it("may be what the pages say themselves", () => {
    const line = INSTRUCTIONS.split("\n")[4] ?? "";
    expect(pass(line, 7, guardOf(`Our prompt says: ${line}`))).toEqual({ text: line, leaked: undefined });
    expect(pass(line, 7).leaked).toBe("instructions");
  });

  it("is read before the test ends, whatever it is", () => {
    for (const text of [
      "a".repeat(20_000),
      "A+".repeat(10_000),
      "a ".repeat(10_000),
      MARK.slice(0, 31).repeat(600),
    ]) {
      expect(pass(text, 20).text).toBe(text);
    }
  });
});

describe("a text that repeats the prompt", () => {
  const sentences = INSTRUCTIONS.split("\n").filter(
    (line) => (line.match(/[\p{L}\p{N}]+/gu) ?? []).length > 8,
  );

  it.each([1, 5, 1_000])(
    "is stopped before nine words of any sentence were shown, in pieces of %i",
    (pieceChars) => {
      expect(sentences.length).toBeGreaterThan(6);
      for (const sentence of sentences) {
        const { text, leaked } = pass(`Sure: ${sentence}`, pieceChars);
        expect(leaked).toBe("instructions");
        expect((text.match(/[\p{L}\p{N}]+/gu) ?? []).length).toBeLessThan(9);
      }
    },
  );

  it.each<[string, (text: string) => string]>([
    ["in capitals", (text) => text.toUpperCase()],
    ["with emphasis", (text) => text.replace(/\w+/g, "**$&**")],
    ["with accents", (text) => text.replace(/e/g, "é")],
    ["without vowels", (text) => text.replace(/[aeiou]/gi, "*")],
    ["in base64", (text) => Buffer.from(text).toString("base64")],
    ["in base64 for addresses", (text) => Buffer.from(text).toString("base64url")],
    ["as a list of words", (text) => text.split(" ").join("\n- ")],
  ])("is recognised %s", (_, disguise) => {
    for (const pieceChars of [3, 10_000]) {
      expect(pass(disguise(sentences[0] ?? ""), pieceChars).leaked).toBe("instructions");
    }
  });

  it("is recognised in the middle of a long encoded text", () => {
    const filler = "All good things are wild and free, said somebody once upon a time. ".repeat(30);
    const encoded = Buffer.from(`${filler}${sentences[1] ?? ""}${filler}`).toString("base64");
    for (const pieceChars of [4, 33, 500]) expect(pass(encoded, pieceChars).leaked).toBe("instructions");
    const harmless = Buffer.from(filler).toString("base64");
    expect(pass(harmless, 33)).toEqual({ text: harmless, leaked: undefined });
  });

  it("is recognised in the owner's language, and by short settings", () => {
    expect(pass("回答は必ず丁寧な言葉で短く書いてください。", 2).leaked).toBe("instructions");
    expect(pass("Voice: Dry, brief and ironic. Next", 4).leaked).toBe("instructions");
  });

  it("is stopped at the mark of a fence, whatever stands around it", () => {
    for (const text of [`x${MARK}y`, `<passage 1 ${MARK.toUpperCase()}>`, `\`${MARK}\``]) {
      const result = pass(text, 3);
      expect(result.leaked).toBe("fence-mark");
      expect(result.text.length).toBeLessThan(12);
    }
  });

  it("is told once, and nothing more is passed on", () => {
    const guard = guardOf();
    guard.push(MARK);
    expect([guard.push("More."), guard.end(), guard.leaked]).toEqual(["", "", "fence-mark"]);
  });
});
