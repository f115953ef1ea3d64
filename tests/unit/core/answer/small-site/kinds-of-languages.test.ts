import { describe, expect, it } from "vitest";
import { businessKinds } from "../../../../../core/answer/small-site/business-kinds.ts";
import { wordWeight } from "../../../../../core/answer/small-site/light-words.ts";
import { namesKind } from "../../../../../core/answer/small-site/read-question.ts";
import { readWords } from "../../../../../core/answer/small-site/read-words.ts";
import { isSlip } from "../../../../../core/answer/small-site/spelling.ts";

const LANGUAGES = ["de", "es", "fr", "it", "ja", "nl", "pl", "pt"];

/** What a visitor types, what an owner writes, and the kind that both are of. */
const MEETINGS: readonly (readonly [language: string, kind: string, asked: string, written: string])[] = [
  ["de", "hours", "bis wann habt ihr offen", "Unsere Sprechzeiten: dienstags von 9 bis 12 Uhr."],
  ["de", "cancel", "mir kommt was dazwischen", "Können Sie nicht kommen, stornieren wir kostenfrei."],
  ["de", "access", "kommt meine oma mit rollator rein", "Das Haus ist barrierefrei."],
  ["de", "pets", "darf der dackel mit", "Für Vierbeiner gilt Leinenpflicht."],
  ["de", "instalments", "kann ich das abstottern", "Eine Ratenzahlung ist möglich."],
  ["de", "home-visit", "kommt ihr auch ins pflegeheim", "Wir machen Hausbesuche."],
  ["nl", "parking", "waar kan ik de auto kwijt", "U parkeert gratis achter de loods."],
  ["fr", "founder", "qui dirige la boutique", "La maison fut fondée par deux sœurs."],
  ["es", "booking", "puedo ir sin cita", "Pide hora por teléfono."],
  ["es", "refund", "pierdo la señal", "El importe no se devuelve."],
  ["es", "delivery-time", "cuanto tarda en llegar", "Plazo de entrega: tres días laborables."],
  ["es", "children", "hay algo para los peques", "Menores acompañados de un adulto."],
  ["fr", "parking", "ou se garer", "Un parc de stationnement se trouve derrière la mairie."],
  ["fr", "cancel", "j'ai un empêchement", "Toute annulation se fait par écrit."],
  ["fr", "bring", "faut apporter quoi", "Munissez-vous d'une lampe."],
  ["fr", "founder", "c'est qui la patronne", "La maison fut fondée par deux sœurs."],
  ["it", "returns", "posso cambiare taglia", "Il reso è accettato se il capo è integro."],
  ["it", "access", "mia zia non può fare le scale", "Ingresso senza barriere architettoniche."],
  ["it", "lead-time", "con quanto anticipo devo prenotare", "Ordini almeno due giorni prima."],
  ["nl", "cancel", "er komt iets tussen", "Afmelden kan tot de avond ervoor."],
  ["nl", "payment", "kan ik pinnen", "Afrekenen doet u aan de kassa."],
  ["nl", "age", "vanaf hoe oud mag je mee", "De minimumleeftijd is acht."],
  ["nl", "repair", "hij start niet meer", "Reparaties duren een dag."],
  ["pl", "hours", "do której czynne", "Godziny otwarcia: 9–17"],
  ["pl", "cancel", "nie mogę przyjść", "Rezerwację można odwołać dzień wcześniej."],
  ["pl", "price", "ile kosztuje przegląd", "Przegląd: 120 zł"],
  ["ja", "hours", "何時まで開いてますか", "営業時間は十時から"],
  ["ja", "parking", "駐車場ありますか", "店の裏に駐車スペースがあります"],
  ["ja", "cancel", "行けなくなりました", "当日のキャンセルは半額"],
  ["pt", "payment", "da pra pagar com pix", "Formas de pagamento: dinheiro ou cartão."],
  ["pt", "hours", "que horas abre", "Estamos fechados ao domingo."],
  ["pt", "home-visit", "vêm a casa", "Fazemos visitas ao domicílio."],
  ["pt", "pets", "meu cachorro pode entrar", "Cães pela trela são bem-vindos."],
];

function kindsOf(text: string, by: "visitor" | "page", language: string): string[] {
  const kinds = businessKinds(language);
  return kinds.find(readWords(text, language), by).map(({ kind }) => kinds.names[kind] ?? "");
}

/** What only begins or ends as a wording of a kind does. */
const OTHERS: readonly (readonly [language: string, kind: string, text: string])[] = [
  ["de", "contact", "Kontaktlinsen und kontaktloses Lesen"],
  ["de", "food", "Vermessen, schließen, vergessen"],
  ["de", "party", "an Feiertagen"],
  ["de", "founder", "Grundkurs auf dem Grundstück"],
  ["de", "charity", "nach Vereinbarung"],
  ["de", "deposit", "die Anzahl der Teile"],
  ["de", "invoice", "unter Berechnung, belegte Brote"],
  ["de", "hours", "Vertragslaufzeiten und Hochzeiten"],
  ["de", "delivery", "Stellenangebote"],
  ["de", "prescription", "an der Rezeption"],
  ["nl", "prescription", "bij de receptie"],
  ["nl", "book", "een boeket"],
  ["fr", "toilet", "toilettage du chien"],
  ["fr", "age", "notre agence"],
  ["fr", "repair", "notre restaurant"],
  ["es", "children", "ninguno"],
  ["es", "repair", "reparto y restaurante"],
  ["it", "discount", "lo scontrino"],
  ["it", "room", "il cameriere"],
  ["pt", "hours", "fechaduras"],
  ["pt", "room", "quarta-feira"],
  ["pt", "staff", "equipamentos"],
];

describe("the kinds in eight languages", () => {
  it.each(OTHERS)("are not read into other words: %s, %s", (language, kind, text) => {
    expect(kindsOf(text, "page", language)).not.toContain(kind);
    expect(kindsOf(text, "visitor", language)).not.toContain(kind);
  });

  it.each(MEETINGS)("let visitors and owners meet: %s, %s", (language, kind, asked, written) => {
    expect(kindsOf(asked, "visitor", language)).toContain(kind);
    expect(kindsOf(written, "page", language)).toContain(kind);
  });

  it("have one line a kind, with wordings", () => {
    for (const language of LANGUAGES) {
      const { names } = businessKinds(language);
      expect(new Set(names).size, language).toBe(names.length);
    }
  });

  it("bear the same names, so that a question in one language meets a page in another", () => {
    const shared =
      "hours price address phone email delivery returns refund cancel payment parking children pets access";
    for (const language of [...LANGUAGES, "en"])
      expect(businessKinds(language).names, language).toEqual(expect.arrayContaining(shared.split(" ")));
  });

  it("take no word for a wording that only begins alike", () => {
    expect(kindsOf("preciso de um favor", "visitor", "pt")).not.toContain("price");
    expect(kindsOf("quanto demora", "visitor", "pt")).not.toContain("trial");
    expect(kindsOf("quanto costa", "visitor", "it")).not.toContain("beach");
    expect(kindsOf("vous comptez venir", "visitor", "fr")).not.toContain("account");
    expect(kindsOf("honderd kilo", "page", "nl")).not.toContain("pets");
    expect(kindsOf("hundert Gramm", "page", "de")).not.toContain("pets");
    expect(kindsOf("un château", "page", "fr")).not.toContain("pets");
    expect(kindsOf("notre téléphone", "page", "fr")).not.toContain("tv");
    expect(kindsOf("buongiorno", "visitor", "it")).not.toContain("gift");
    expect(kindsOf("a fin de mes", "visitor", "es")).not.toContain("company-age");
  });

  it("do not take another word for a slip of the pen", () => {
    expect(businessKinds("de").nearest("flecken")).toBeUndefined();
    expect(businessKinds("de").nearest("parkpltz")).toBeDefined();
    expect(businessKinds("es").nearest("resevar")).toBe("reservar");
    expect(isSlip("plage", "place")).toBe(false);
    expect(isSlip("resevar", "reservar")).toBe(true);
    expect(isSlip("preis", "pries")).toBe(true);
    expect(namesKind("plage", businessKinds("fr"), "fr")).toBe(true);
    expect(namesKind("zirkon", businessKinds("de"), "de")).toBe(false);
  });
});

describe("common words in six languages", () => {
  it.each([
    ["de", "kriegt", 0.3],
    ["es", "teneis", 0.3],
    ["fr", "voudrais", 0.3],
    ["it", "bisogna", 0.3],
    ["nl", "jullie", 0.3],
    ["pt", "vcs", 0.3],
  ])("weigh little, with and without accents: %s %s", (language, word, most) => {
    expect(wordWeight(word, language)).toBeLessThanOrEqual(most);
    expect(wordWeight(word, language)).toBeGreaterThan(0);
  });
});
