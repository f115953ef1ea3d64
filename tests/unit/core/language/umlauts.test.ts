import { describe, expect, it } from "vitest";
import { withUmlauts } from "../../../../core/answer/small-site/with-umlauts.ts";
import { writtenOutUmlauts } from "../../../../core/language/umlauts.ts";

describe("umlauts that were written out", () => {
  it("are told in every way, the most of them first", () => {
    expect(writtenOutUmlauts("oeffnungszeiten")).toEqual(["öffnungszeiten"]);
    expect(writtenOutUmlauts("ueberpruefen")).toEqual(["überprüfen", "ueberprüfen", "überpruefen"]);
    expect(writtenOutUmlauts("preis")).toEqual([]);
  });

  it("are few, whatever is typed", () => {
    expect(writtenOutUmlauts("ae".repeat(500)).length).toBeLessThan(10);
  });
});

describe("a German question that was typed without umlauts", () => {
  const words = new Set(["für", "geöffnet", "neue", "größe", "aktuell"]);
  const isKnown = (word: string): boolean => words.has(word);

  it("gets them where that makes a word, and keeps what is one already", () => {
    expect(withUmlauts("Fuer neue Gaeste geoeffnet?", "de", isKnown)).toBe("für neue Gaeste geöffnet?");
    expect(withUmlauts("aktuell", "de-AT", isKnown)).toBe("aktuell");
  });

  it("stays as it is in other languages, and where it is no question", () => {
    expect(withUmlauts("fuer", "nl", isKnown)).toBe("fuer");
    const long = "fuer ".repeat(1000);
    expect(withUmlauts(long, "de", isKnown)).toBe(long);
  });
});
