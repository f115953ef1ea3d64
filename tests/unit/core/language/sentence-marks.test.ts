import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../../core/text/sentences.ts";
import { sentenceBorder } from "../../../../core/answer/check/sentence-border.ts";
import {
  asksQuestion,
  isQuestionHeading,
  withoutEndMarks,
} from "../../../../core/language/sentence-marks.ts";

/** Two sentences each, the second a question where the script has a mark for it. */
const SENTENCES: [language: string, first: string, second: string][] = [
  ["English", "The lid is hot.", "Is the cup cold?"],
  ["Arabic", "الغطاء ساخن.", "هل الكوب بارد؟"],
  ["Urdu", "ڈھکن گرم ہے۔", "کیا پیالی ٹھنڈی ہے؟"],
  ["Greek", "Το καπάκι καίει.", "Είναι κρύο το φλιτζάνι;"],
  ["Hindi", "ढक्कन गरम है।", "क्या प्याला ठंडा है?"],
  ["Armenian", "Կափարիչը տաք է։", "Բաժակը սա՞ռն է։"],
  ["Amharic", "ክዳኑ ሞቃት ነው።", "ስኒው ቀዝቃዛ ነው፧"],
  ["Georgian", "თავსახური ცხელია.", "ფინჯანი ცივია?"],
  ["Japanese", "ふたが熱いです。", "カップは冷たいですか？"],
  ["Chinese", "盖子很烫。", "杯子凉吗？"],
  ["Korean", "뚜껑이 뜨겁습니다.", "컵은 차가운가요?"],
  ["Burmese", "အဖုံးက ပူတယ်။", "ခွက်က အေးသလား။"],
  ["Khmer", "គម្របក្តៅ។", "ពែងត្រជាក់ទេ?"],
];

describe("sentences", () => {
  it.each(SENTENCES)("of %s end at their marks", (language, first, second) => {
    const isUnspaced = language === "Japanese" || language === "Chinese";
    const text = isUnspaced ? first + second : `${first} ${second}`;
    expect(splitSentences(text)).toEqual([first, second]);
    expect(sentenceBorder(text)?.end).toBe(first.length);
  });

  it("keep what closes behind their marks", () => {
    expect(splitSentences("「熱いです。」次の文です。")).toEqual(["「熱いです。」", "次の文です。"]);
    expect(splitSentences("Είπε «κρύο;» Μετά έφυγε.")).toEqual(["Είπε «κρύο;»", "Μετά έφυγε."]);
  });

  it("do not end at a semicolon elsewhere", () => {
    const text = "The lid is hot; The cup is not.";
    expect(splitSentences(text)).toEqual([text]);
  });
});

describe("a question", () => {
  it.each([
    "كيف أطلب استرجاع المبلغ؟",
    "Πώς επιστρέφω ένα προϊόν;",
    "Πώς επιστρέφω ένα προϊόν\u037e",
    "Ինչպե՞ս վերադարձնել ապրանքը",
    "ዕቃውን እንዴት እመልሳለሁ፧",
    "なぜですか？ ",
    "Wie geht das?)",
    "آیا ممکن است؟»",
  ])("is told by its mark: %s", (text) => expect(asksQuestion(text)).toBe(true));

  it.each([
    "返品はできますか",
    "如何退货",
    "为什么打不开",
    "可以退货吗",
    "환불은 어떻게 하나요",
    "คืนสินค้าได้ไหม",
    "តើអាចប្តូរបានទេ",
  ])("as a heading by its words: %s", (heading) => {
    expect(isQuestionHeading(heading)).toBe(true);
    expect(asksQuestion(heading)).toBe(false);
  });

  it.each(["سياسة الاسترجاع", "Install; run;", "Καπάκι", "Վերադարձ", "返品", "집에 가요", "The lid is hot."])(
    "is not %s",
    (text) => expect(isQuestionHeading(text)).toBe(false),
  );

  it("is the same without its marks", () => {
    expect(withoutEndMarks("كيف أطلب؟ ")).toBe("كيف أطلب");
    expect(withoutEndMarks("Πώς επιστρέφω;")).toBe("Πώς επιστρέφω");
    expect(withoutEndMarks("a; b;")).toBe("a; b;");
  });
});
