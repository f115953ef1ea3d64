import { describe, expect, it } from "vitest";
import { dialogueWords, type DialogueWords } from "../../../../core/dialogue/dialogue-words.ts";
import { isStatement } from "../../../../core/dialogue/finite-verb.ts";
import type { NearPages } from "../../../../core/dialogue/implied-topic.ts";
import { tokenize } from "../../../../core/dialogue/question-tokens.ts";
import { isRemark, partsOfTurn, sentencesOf } from "../../../../core/dialogue/sentences-of-turn.ts";
import {
  standaloneQuestion,
  type StandaloneQuestion,
} from "../../../../core/dialogue/standalone-question.ts";
import type { QueryTerm } from "../../../../core/search/retriever.ts";

function weigh(text: string): QueryTerm[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => ({ term: word.toLowerCase(), word, weight: 4, known: true }));
}

function ask(before: string, question: string, language = "en", near?: NearPages): StandaloneQuestion {
  return standaloneQuestion(question, [{ role: "visitor", text: before }], {
    weigh,
    language,
    ...(near !== undefined && { near }),
  });
}

const wordsOf = (language: string): DialogueWords => dialogueWords(language)!;

describe("a question that is complete is not coloured by the one before it", () => {
  it.each([
    ["en", "Which one should I use, npm or yarn?"],
    ["en", "Which one is better: KV or D1?"],
    ["en", "I get this error: origin not allowed"],
    ["en", "I get this: 403 Forbidden"],
    ["en", "What does this mean: index out of date"],
    ["en", "my build fails with an error"],
    ["en", "my build fails"],
    ["en", "the page shows the old text"],
    ["en", "the button disappears after a reload"],
    ["en", "and my deployment hangs at the last step"],
    ["en", "build fails?"],
    ["en", "the login not working"],
    ["en", "my order hasnt arrived"],
    ["en", "No."],
    ["en", "a 404 error on every page"],
    ["en", "the bot keeps saying it finds nothing"],
    ["en", "my phone says it has no storage left"],
    ["en", "When I open the panel it is empty"],
    ["en", "if the page has a popup it covers the button"],
    ["en", "since the update the app tells me it cannot sync"],
    ["en", "the form opens but it stays grey"],
    ["en", "the reader speaks Welsh although it is set to English"],
    ["en", "does the counter go up each time I refresh it"],
    ["en", "the badge vanished since I renamed it"],
    ["en", "can a member read the archive after they leave it"],
    ["en", "does the index learn from what people type into it"],
    ["en", "the strap of my watch is torn can you replace it"],
    ["en", "if my parcel is damaged do you pay for it"],
    ["en", "it is snowing do the vans still come"],
    ["en", "I ordered the large box yet it does not fit"],
    ["en", "are there lessons when the teacher is ill and who gives them"],
    ["de", "wie lösche ich das konto?"],
    ["fr", "c'est quoi un corpus ?"],
    ["fr", "C’est quoi la différence entre KV et D1 ?"],
    ["fr", "qu'est-ce que Hono ?"],
    ["fr", "Où sont les réglages ?"],
    ["fr", "mon site affiche une erreur"],
    ["fr", "mon site plante avec cette version"],
    ["es", "mi página da un error"],
    ["es", "la página no carga en el móvil"],
    ["es", "¿Dónde están los ajustes?"],
    ["de", "mein Build schlägt fehl mit Fehler 500"],
    ["de", "die Seite lädt nicht"],
    ["it", "dov'è la documentazione?"],
    ["it", "il mio sito mostra un errore"],
    ["pt", "o meu site mostra um erro"],
    ["pt", "onde está a documentação?"],
    ["nl", "mijn site geeft een fout"],
  ])("%s: %s", (language, question) => {
    const before = { en: "How do I change the colours?", de: "Wie ändere ich die Farben?" }[language];
    const { query, isFollowUp } = ask(before ?? "Como installer Astro?", question, language);
    expect(isFollowUp).toBe(false);
    // "and my deployment hangs": what it goes on with is nothing to search for.
    expect(question.toLowerCase()).toContain(query.toLowerCase());
  });
});

describe("a turn of several sentences", () => {
  it.each([
    ["Thanks for that. How do I use cors?", "How do I use cors?"],
    ["thanks, that worked! where are the settings?", "Where are the settings?"],
    ["No, that is not it. How do I set the language?", "How do I set the language?"],
    ["that didn't help, how do I use cors?", "How do I use cors?"],
    ["that worked, but where are the settings?", "Where are the settings?"],
    ["Great, I see what you mean. Does Firefox show the button?", "Does Firefox show the button?"],
    ["It shows an error in Safari. How do I set the language?", "How do I set the language?"],
    ["I use React. How do I add it?", "I use React. How do I add it?"],
    [
      "My site uses Next.js. It shows a blank page. Why?",
      "My site uses Next.js. It shows a blank page. Why?",
    ],
    ["I run a shop. Can visitors ask about orders?", "I run a shop. Can visitors ask about orders?"],
  ])("is searched for by what it asks: %s", (question, expected) => {
    expect(ask("How do I change the colours?", question)).toEqual({
      query: expected,
      isFollowUp: false,
      carried: [],
    });
  });

  it.each([
    ["does that include updates", "toolbar"],
    ["what happens before it loads", "toolbar"],
    ["and when it crashes?", "toolbar"],
    ["how large is it", "toolbar"],
    ["can I move it", "toolbar"],
  ])("points back all the same: %s", (question, carried) => {
    const { query, isFollowUp } = ask("What is the toolbar?", question);
    expect(isFollowUp).toBe(true);
    expect(query).toContain(carried);
  });

  it("points back at the end of a German question", () => {
    expect(ask("Was ist die Werkzeugleiste?", "und wie groß ist sie?", "de").isFollowUp).toBe(true);
    expect(ask("Was kostet das Zimmer?", "wie groß ist es?", "de").isFollowUp).toBe(true);
    expect(
      ask("Was kostet das Zimmer?", "ist es möglich, das Fahrrad unterzustellen?", "de").isFollowUp,
    ).toBe(false);
  });

  it.each([
    ["Great, it works. Is it free?", "Is the toolbar free?"],
    ["Ok that helped. And the sidebar?", "What is the sidebar?"],
    [
      "Thanks! Does it work in Safari? I use version 17.",
      "Does the toolbar work in Safari? I use version 17.",
    ],
    [
      "It shows nothing in Safari. How do I fix that?",
      "The toolbar shows nothing in Safari. How do I fix that?",
    ],
  ])("goes on where its question does: %s", (question, expected) => {
    expect(ask("What is the toolbar?", question)).toMatchObject({ query: expected, isFollowUp: true });
  });

  it.each([
    ["de", "Danke dafür. Wo finde ich die Einstellungen?", "Wo finde ich die Einstellungen?"],
    ["es", "gracias. ¿Dónde están los ajustes?", "¿Dónde están los ajustes?"],
    ["fr", "merci, ça marche. Où sont les réglages ?", "Où sont les réglages ?"],
    ["it", "grazie, perfetto. Dove sono le impostazioni?", "Dove sono le impostazioni?"],
    ["pt", "obrigado, funcionou. Onde estão as definições?", "Onde estão as definições?"],
    ["nl", "bedankt, dat werkt. Waar zijn de instellingen?", "Waar zijn de instellingen?"],
  ])("is understood in other languages: %s: %s", (language, question, expected) => {
    expect(ask("Astro", question, language)).toEqual({ query: expected, isFollowUp: false, carried: [] });
  });

  it("is split where sentences end, and not at abbreviations and names", () => {
    expect(sentencesOf("I use Next.js, e.g. for a shop. Is v1.2 fine? Thanks!")).toEqual([
      "I use Next.js, e.g. for a shop.",
      "Is v1.2 fine?",
      "Thanks!",
    ]);
    expect(sentencesOf("")).toEqual([]);
  });

  it("of remarks only is left as it is", () => {
    expect(partsOfTurn("Thanks. That worked.", wordsOf("en"), "en")).toEqual({
      before: [],
      asking: "Thanks. That worked.",
      after: [],
    });
    expect(isRemark("It shows an error.", wordsOf("en"), "en")).toBe(false);
    expect(isRemark("Is that it?", wordsOf("en"), "en")).toBe(false);
  });
});

describe("a name alone is no statement", () => {
  it.each([
    ["en", "the colours of the button"],
    ["en", "my first blog post in Spanish"],
    ["en", "a page and a layout"],
    ["de", "die Farbe der Seite"],
    ["fr", "le bouton de la page"],
  ])("%s: %s", (language, text) => {
    expect(isStatement(tokenize(text, wordsOf(language)), wordsOf(language))).toBe(false);
  });
});

/** Pages by what they are about; each word finds its own, in the order in which they stand here. */
const PAGES: Record<string, RegExp> = {
  "/look/colours/": /colou?rs?|fonts/iu,
  "/look/fonts/": /fonts?/iu,
  "/trust/privacy/": /privacy|cookies/iu,
  "/guide/wordpress/": /wordpress/iu,
  "/guide/shopify/": /shopify/iu,
};
const near: NearPages = (text) =>
  Object.entries(PAGES)
    .filter(([, pattern]) => pattern.test(text))
    .map(([page], index) => ({ page, title: page, share: 1 - index / 10 }));

describe("a bare name after a question", () => {
  it.each([
    ["How do I change the colours?", "privacy?", "privacy?"],
    ["How do I change the colours?", "and cookies?", "Cookies?"],
    ["How do I change the colours?", "what about privacy?", "Privacy?"],
    ["How do I add it to WordPress?", "Privacy?", "Privacy?"],
  ])("is a topic of its own where the pages keep the two apart: %s – %s", (before, question, expected) => {
    expect(ask(before, question, "en", near)).toEqual({ query: expected, isFollowUp: false, carried: [] });
  });

  it("is a topic of its own where the two together find only what was found before", () => {
    const drowned: NearPages = (text) =>
      /colou?rs|change/iu.test(text)
        ? [{ page: "/look/colours/", title: "Colours", share: 1 }]
        : [{ page: "/trust/cookies/", title: "Cookies", share: 1 }];
    expect(ask("How do I change the colours?", "cookies?", "en", drowned).query).toBe("cookies?");
    // No page has the name.
    expect(ask("How do I change the colours?", "previews?", "en", drowned)).toMatchObject({
      query: "How do I change the previews?",
      isFollowUp: true,
    });
    // The article says that it was spoken of.
    expect(ask("How do I change the colours?", "the cookies?", "en", drowned).isFollowUp).toBe(true);
  });

  it.each([
    ["on the same page", "How do I change the colours?", "fonts?", "How do I change the fonts?"],
    ["in the same folder", "How do I add it to WordPress?", "shopify?", "How do I add it to shopify?"],
    [
      "led in by a preposition",
      "How do I change the colours?",
      "for privacy?",
      "How do I change the colours for privacy?",
    ],
    [
      "a name as it is written",
      "How do I change the colours?",
      "and Shopify?",
      "How do I change the colours – Shopify?",
    ],
    ["on no page", "How do I change the colours?", "margins?", "How do I change the margins?"],
  ])("goes on where it is %s", (_, before, question, expected) => {
    expect(ask(before, question, "en", near)).toMatchObject({ query: expected, isFollowUp: true });
  });
});
