import { describe, expect, it } from "vitest";
import { formsOf, type TellingForm } from "../../../../../core/answer/small-site/telling-forms.ts";

describe("what tells its kind by its form", () => {
  it.each<[string, TellingForm]>([
    ["It is open from Tuesday to Saturday, 10 am to 6 pm.", "time"],
    ["Montag bis Freitag 6:00 bis 18:00 Uhr", "time"],
    ["Shipping is €4.95.", "price"],
    ["kostenlos", "price"],
    ["01632 960 218", "phone"],
    ["(802) 555-0146", "phone"],
    ["+32 9 000 00 00", "phone"],
    ["hello@shop.test", "email"],
    ["4 Chapel Lane", "address"],
    ["Mühlenstraße 14", "address"],
    ["It began in 1931.", "year"],
    ["first Wednesday of the month", "date"],
    ["within five working days", "duration"],
    ["six minutes' walk", "distance"],
    ["Under 5 free", "age"],
    ["Anna Berg started it.", "person"],
    ["30 degrees", "temperature"],
    ["10時から18時", "time"],
    ["120 zł", "price"],
    ["480円", "price"],
    ["ul. Młyńska 8", "address"],
    ["〒720-0000 浜町", "address"],
  ])("%s", (text, form) => {
    expect(formsOf(text)).toContain(form);
  });

  it.each<[string, TellingForm]>([
    ["Monday – Friday: 9.00 – 18.00", "phone"],
    ["Take £20 off.", "time"],
    ["We look forward to your visit.", "price"],
    ["Rooms are refreshed.", "count"],
    ["2時間", "time"],
    ["50-100 Personen", "address"],
    ["the best of 2019", "phone"],
    ["Company number 04417725", "phone"],
    ["USt-IdNr. DE 555 210 334", "phone"],
  ])("and not in: %s", (text, form) => {
    expect(formsOf(text)).not.toContain(form);
  });
});
