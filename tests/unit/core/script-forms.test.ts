import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../core/search/analyzer.ts";

/** Forms of one word each: all of them have one term, whatever the language of the corpus. */
const FORMS: [script: string, language: string, ...forms: string[]][] = [
  [
    "Arabic with article, prepositions and plural",
    "ar",
    "منتج",
    "المنتج",
    "والمنتج",
    "بالمنتج",
    "للمنتج",
    "المنتجات",
  ],
  ["Arabic with variants of letters", "ar", "إعدادات", "الاعدادات", "اعدادات"],
  ["Arabic with marks and elongation", "ar", "المنتج", "المُنْتَج", "المنتـــج"],
  ["Arabic in a corpus of English", "en", "شحن", "الشحن", "والشحن"],
  ["Persian with either letters", "fa", "کتاب", "كتاب", "کتاب‌ها", "کتاب‌های"],
  ["Hebrew", "he", "מחשב", "המחשב", "במחשב", "והמחשב"],
  ["Hebrew, a plural", "he", "משלוח", "המשלוח", "משלוחים"],
  ["Korean nouns with particles", "ko", "노트북", "노트북을", "노트북은", "노트북에서는"],
  ["Korean verbs of nouns", "ko", "설치", "설치하나요", "설치합니다", "설치하려면", "설치할"],
  ["Korean in a corpus of English", "en", "환불", "환불은", "환불을"],
  ["Hindi", "hi", "किताब", "किताबें", "किताबों"],
  ["Turkish capitals", "tr", "kitap", "KİTAP", "KITAP", "kitaplar"],
  ["names of code in Turkish", "tr", "install", "INSTALL"],
  ["Greek with and without accents", "el", "επιστροφή", "επιστροφές", "ΕΠΙΣΤΡΟΦΗ", "επιστροφη"],
  ["Armenian with its question mark", "hy", "ինչպես", "Ինչպե՞ս"],
  ["full-width and half-width letters", "ja", "API", "ＡＰＩ"],
  ["half-width katakana", "ja", "パスワード", "ﾊﾟｽﾜｰﾄﾞ"],
  ["digits", "ar", "14", "١٤", "۱۴"],
  ["words with soft hyphens", "en", "antivirus", "anti\u00advirus"],
];

describe("the terms of words", () => {
  it.each(FORMS)("are one for %s", async (_, language, ...forms) => {
    const analyzer = await createAnalyzer(language);
    const terms = forms.map((form) => analyzer.analyze(form).map(({ term }) => term));
    expect(terms[0]).toHaveLength(1);
    expect(terms).toEqual(forms.map(() => terms[0]));
  });

  it.each([
    ["ko", "아이", "아"],
    ["ko", "대한민국", "대한"],
    ["ar", "كتاب", "تاب"],
    ["he", "שלום", "לום"],
  ])("of %s keep what only looks like an affix: %s", async (language, word, less) => {
    const analyzer = await createAnalyzer(language);
    expect(analyzer.analyze(word)[0]?.term).not.toBe(less);
  });

  it("are parted by the punctuation of their script", async () => {
    const analyzer = await createAnalyzer("ar");
    expect(analyzer.analyze("الشحن،المنتج؟")).toHaveLength(2);
  });
});
