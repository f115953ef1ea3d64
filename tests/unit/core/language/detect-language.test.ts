import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage, SURE_CERTAINTY } from "../../../../core/language/detect-language.ts";
import { NAMES_AND_CODE, SHORT_QUESTIONS } from "./short-questions.ts";

describe.each(Object.entries(SHORT_QUESTIONS))("short questions in %s", (language, questions) => {
  it("are told in nine of ten cases, and taken for another language in at most one of 25", () => {
    const detected = questions.map((question) => detectLanguage(question)?.language);
    const right = detected.filter((found) => found === language).length;
    const wrong = detected.filter((found) => found !== undefined && found !== language).length;
    expect(right / questions.length).toBeGreaterThanOrEqual(0.88);
    expect(wrong).toBeLessThanOrEqual(1);
  });

  it("are never taken for another language with certainty", () => {
    const mistaken = questions
      .map((question) => ({ question, ...detectLanguage(question) }))
      .filter((found) => (found.certainty ?? 0) >= SURE_CERTAINTY && found.language !== language);
    expect(mistaken).toEqual([]);
  });

  it("are told better when the candidates are known", () => {
    const candidates = [language, language === "en" ? "de" : "en"];
    const right = questions.filter(
      (question) => detectLanguage(question, { candidates })?.language === language,
    );
    expect(right.length / questions.length).toBeGreaterThanOrEqual(0.88);
  });
});

describe("names and code", () => {
  it.each(NAMES_AND_CODE)("of %s nothing but English is claimed, and that without certainty", (text) => {
    const found = detectLanguage(text);
    expect(found === undefined || found.language === "en").toBe(true);
  });

  it("are mostly not claimed at all", () => {
    const claimed = NAMES_AND_CODE.filter((text) => detectLanguage(text) !== undefined);
    expect(claimed.length).toBeLessThanOrEqual(4);
  });

  it("are answered with the fallback, without certainty, where there is one", () => {
    expect(detectLanguage("getStaticPaths", { fallback: "pt-BR" })).toEqual({ language: "pt", certainty: 0 });
    expect(detectLanguage("", { fallback: "de" })).toEqual({ language: "de", certainty: 0 });
  });

  it("do not outweigh the words around them", () => {
    expect(detectLanguage("Wie benutze ich getStaticPaths in astro.config.mjs?")?.language).toBe("de");
    expect(detectLanguage("¿Para qué sirve `import.meta.env`?")?.language).toBe("es");
    expect(detectLanguage("à quoi sert https://example.com/the/best/page/of/all ?")?.language).toBe("fr");
  });
});

describe("other scripts", () => {
  it.each([
    ["ja", "Astroをインストールする方法は?"],
    ["ja", "料金を教えて"],
    ["zh", "如何安装 Astro？"],
    ["ko", "설치 방법이 뭐예요"],
    ["ru", "как установить?"],
    ["uk", "як встановити це і де його знайти?"],
    ["bg", "как да отворя сметка първо"],
    ["ar", "كيف أغير كلمة المرور؟"],
    ["fa", "چگونه رمز عبور را تغییر دهم؟"],
    ["ur", "میں پاس ورڈ کیسے تبدیل کروں؟ یہ کہاں ہے"],
    ["he", "איך מתקינים את זה?"],
    ["el", "Πώς το εγκαθιστώ;"],
    ["hi", "इसे कैसे स्थापित करें?"],
    ["th", "ติดตั้งอย่างไร"],
  ])("%s is told from %s", (language, text) => {
    expect(detectLanguage(text)?.language).toBe(language);
    expect(detectLanguage(text)?.certainty).toBeGreaterThanOrEqual(SURE_CERTAINTY);
  });

  it("are not claimed for a name or two in an English sentence", () => {
    expect(detectLanguage("What does the sign 日本 mean in the docs, and where is it used?")?.language).toBe(
      "en",
    );
  });

  it("are the fallback where only other languages are candidates", () => {
    expect(detectLanguage("如何安装？", { candidates: ["en", "de"] })).toBeUndefined();
    expect(detectLanguage("如何安装？", { candidates: ["en", "zh-CN"] })?.language).toBe("zh");
  });
});

describe("languages that the assistant does not speak", () => {
  it.each([
    ["vi", "Làm thế nào để thay đổi mật khẩu?"],
    ["tr", "Şifremi nasıl değiştirebilirim?"],
    ["pl", "Jak mogę zmienić hasło?"],
    ["sv", "Hur ändrar jag mitt lösenord?"],
  ])("%s is not taken for one that it speaks: %s", (language, text) => {
    expect(detectLanguage(text)?.language).toBe(language);
  });
});

describe("any text", () => {
  it("answers a candidate, a certainty between 0 and 1, or nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const found = detectLanguage(text, { candidates: ["en", "fr", "ja"] });
        if (found === undefined) return;
        expect(["en", "fr", "ja"]).toContain(found.language);
        expect(found.certainty).toBeGreaterThan(0);
        expect(found.certainty).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    ["a".repeat(5000)],
    ["`".repeat(5000)],
    ["//".repeat(2500)],
    ["é-".repeat(2500)],
    ["the ".repeat(1250)],
    ["؟".repeat(5000)],
    ["\u200b".repeat(5000)],
  ])("is looked for in what is long, before the test ends (%#)", (text) => {
    for (let run = 0; run < 20; run++) expect(() => detectLanguage(text)).not.toThrow();
  });
});
