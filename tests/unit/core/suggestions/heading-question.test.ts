import { describe, expect, it } from "vitest";
import { headingQuestion } from "../../../../core/suggestions/heading-question.ts";
import { wordCaseInText } from "../../../../core/suggestions/word-case.ts";

/** Prose that shows which words are common and which are names. */
const PROSE =
  "In this guide you add a page, a custom page, the port number, your domain and every plugin to Astro or to React. " +
  "The dev toolbar is a panel. Set the port number. With signed cookies, path parameters and error handling, an app of any kind is used with Astro and by React. " +
  "You will deploy the site, static files and plugins. An island is a component on the page. For island fans: islands, routers and actions. Actions are functions. " +
  "The routers are the fastest. Why: speed, and so on, as differences between builds and so.";

function ask(heading: string, { title = "Guide" as string | undefined, text = PROSE, language = "en" } = {}) {
  return headingQuestion({ heading, title, text, isCommonWord: wordCaseInText(text), language })?.question;
}

describe("a heading in English", () => {
  it.each([
    ["Can I use React with Astro?", "Can I use React with Astro?"],
    ["3. Which port does it need to use a page?", undefined],
    ["What is an island?", "What is an island?"],
    ["Adding a page", "How do I add a page?"],
    ["2. Adding a Custom Page", "How do I add a custom page?"],
    ["Add a page to Astro", "How do I add a page to Astro?"],
    ["Deploy your Site", "How do I deploy my site?"],
    ["Change the port number", "How do I change the port number?"],
    ["Change port number", "How do I change the port number?"],
    ["Using React", "How do I use React?"],
    ["Using plugins", "How do I use plugins?"],
    ["Configuring the dev toolbar", "How do I configure the dev toolbar?"],
    ["Set up the dev toolbar", "How do I set up the dev toolbar?"],
    ["How to add a page", "How do I add a page?"],
    ["When to add a page", "When should I add a page?"],
    ["How routers work", "How do routers work?"],
    ["Why use Astro", "Why should I use Astro?"],
    ["What is an island", "What is an island?"],
    ["Key differences between Astro and React", "What are the differences between Astro and React?"],
    ["The dev toolbar", "What is the dev toolbar?"],
    ["Dev toolbar", "What is the dev toolbar?"],
    ["Islands", "What is an island?"],
    ["Actions", "What are actions?"],
    ["Routers", "What are routers?"],
    ["Signed cookies", "How do signed cookies work?"],
    ["Error Handling", "How does error handling work?"],
  ])("%s → %s", (heading, expected) => {
    expect(ask(heading)).toBe(expected);
  });

  it.each([
    "Parameters",
    "Usage notes",
    "Overview",
    "Next steps",
    "Type: string",
    "--port <number>",
    "server.proxy.target",
    "getStaticPaths()",
    "`mode`",
    "Using `mode`",
    "Use React",
    "Getting started",
    "Breaking changes",
    "Calling conventions",
    "Streaming Helper",
    "Build options",
    "Release notes",
    "Why is this needed?",
    "Are you ready to deploy?",
    "Which of these pages is yours?",
    "Known issues",
    "What is the aim?",
    "What do I need?",
    "Why Astro Vercel?",
    "Other cookies",
    "Frobnicate Widgets",
    "Adding Frobnication",
    "Adding a page, a port, a plugin and more",
    "",
    "x".repeat(500),
  ])("%s is no question", (heading) => {
    expect(ask(heading)).toBeUndefined();
  });

  it("that is about its page names it", () => {
    expect(ask("Usage", { title: "CORS Middleware" })).toBe("How do I use the CORS middleware?");
    expect(ask("Installation", { title: "Astro" })).toBe("How do I install Astro?");
    expect(ask("Limitations", { title: "Astro" })).toBe("What are the limitations of Astro?");
    expect(ask("Usage", { title: "Where to put pages, and why" })).toBeUndefined();
    expect(ask("Usage", { title: "@scope/package" })).toBeUndefined();
    expect(ask("Usage", { title: undefined })).toBeUndefined();
  });

  it("that names another product is not asked about, a part of its own page is", () => {
    const text = "RegExpRouter is the fastest router. Vercel is a host.";
    expect(ask("RegExpRouter", { title: "Routers", text })).toBe("What is RegExpRouter?");
    expect(ask("Vercel", { title: undefined, text })).toBeUndefined();
  });
});

describe("a heading whose grammar is not that of a question", () => {
  it.each([
    // Two things that are done, in one form.
    ["Storing and reusing pages", "How do I store and reuse pages?"],
    ["Adding and removing a page", "How do I add and remove a page?"],
    ["Override and define plugins", "How do I override and define plugins?"],
    // Numbers, dots and hyphens that do not break.
    ["Step 3: Add a page.", "How do I add a page?"],
    ["Add a custom\u2011page", "How do I add a custom-page?"],
    // Title case without names.
    ["Why Is a Page Not a Plugin?", "Why is a page not a plugin?"],
    // What is done needs no object, with verbs that say enough.
    ["Building from source", "How do I build from source?"],
    ["Upgrading from 2.x to 3.x", "How do I upgrade from 2.x to 3.x?"],
  ])("%s → %s", (heading, expected) => expect(ask(heading)).toBe(expected));

  it.each([
    // A noun, or another form, where a second verb should stand.
    "Editing and collaboration",
    "Building and frobnicating",
    "Logging and monitoring",
    "Adding a page but hiding it",
    "Override and completely custom pages",
    // Halves: nothing is said of what it is done with.
    "Setting up",
    "Wrapping up",
    "Use as a plugin",
    "Add to a page",
    "Linking from and to pages",
    // Names of things that begin with a verb.
    "Pull requests",
    "Change requests",
    "Install options",
    "Forward vs tunnel",
    // Clauses, labels and what everybody knows.
    "Who can request pages",
    "Run local builds",
    "Test static files",
    "Keep plugins running",
    "Structural challenges",
    "Relevant dates",
    "Tables",
    "Routers - advanced",
    // Statements with a question mark.
    "How Astro is storing a page?",
    "Why a page is slow?",
    // Clauses of a contract.
    "5.4.8 Signed cookies",
    "1.2 Adding a page",
    // Other languages that nobody named.
    "Propriétés de validation",
    "Ambiente de testes",
  ])("%s is none", (heading) => expect(ask(heading)).toBeUndefined());

  it("has an article before one thing of a kind", () => {
    const text = "Token is the key. A token, the token. Storage is the place where pages lie. The storage.";
    expect(ask("token", { text })).toBeUndefined();
    expect(ask("storage", { text })).toBe("What is storage?");
  });

  it("works only where its section speaks of it", () => {
    const text = "All of this is described elsewhere, with signed and with cookies.";
    expect(ask("Signed cookies", { text })).toBeUndefined();
  });

  it("is not asked where a word is written in both ways", () => {
    const text = "For a scope or the Scope, in Scope and by Scope, the scope and a page.";
    expect(ask("Restrict the Scope", { text })).toBeUndefined();
    expect(ask("Restrict the scope", { text })).toBe("How do I restrict the scope?");
  });

  it("names a page's own part in the case of its text", () => {
    const text = "With built-in plugins, and the built-in one.";
    expect(ask("Configuration", { title: "Built-in plugin", text })).toBe(
      "How do I configure the built-in plugin?",
    );
  });
});

describe("a heading in another language", () => {
  it.each([
    ["es", "¿Qué ha cambiado aquí?", "¿Qué ha cambiado aquí?"],
    ["es", "Cómo instalar Astro", "¿Cómo instalar Astro?"],
    ["es", "Instalar Astro en Windows", "¿Cómo instalar Astro en Windows?"],
    ["fr", "Comment installer Astro", "Comment installer Astro ?"],
    ["it", "Come installare Astro", "Come installare Astro?"],
    ["pt", "Como instalar o Astro", "Como instalar o Astro?"],
    ["fr", "Ajouter une page", "Comment ajouter une page ?"],
    ["it", "Aggiungere una pagina", "Come aggiungere una pagina?"],
    ["pt", "Adicionar uma página", "Como adicionar uma página?"],
    ["de", "Eine Seite hinzufügen", "Wie kann ich eine Seite hinzufügen?"],
    ["de", "Astro installieren", "Wie kann ich Astro installieren?"],
    ["nl", "Een pagina toevoegen", "Hoe kan ik een pagina toevoegen?"],
    ["de", "Wie funktioniert die Suche?", "Wie funktioniert die Suche?"],
    ["de", "Konfiguration", undefined],
    ["fr", "Pages et mises en page", undefined],
    ["nl", "Opties en instellingen", undefined],
    ["sv", "Hur fungerar sökningen här?", "Hur fungerar sökningen här?"],
    ["sv", "Installera Astro", undefined],
    ["es", "Eliminar un registro.", "¿Cómo eliminar un registro?"],
    ["es", "Cómo instalar", undefined],
    ["es", "Escribir y publicar afecta tu marca", undefined],
    ["pt", "Criar Cache Provider", undefined],
    ["de", "Lassen Sie andere ihre Seiten bauen", undefined],
    ["de", "Installieren und Einrichten", undefined],
    ["de", "Seiten anlegen und bearbeiten", "Wie kann ich Seiten anlegen und bearbeiten?"],
    ["ar", "من يدفع تكلفة الشحن؟", "من يدفع تكلفة الشحن؟"],
    ["el", "Πώς επιστρέφω ένα προϊόν;", "Πώς επιστρέφω ένα προϊόν;"],
    ["ja", "返品はできますか？", "返品はできますか？"],
    ["ja", "返品", undefined],
    ["ja", "「蓋」とは何ですか？", "「蓋」とは何ですか？"],
  ])("%s: %s → %s", (language, heading, expected) => {
    expect(ask(heading, { language })).toBe(expected);
  });

  it.each([
    ["es", "Islas", "Para las islas. Una isla es un componente.", "¿Qué es una isla?"],
    ["fr", "Îlots", "Pour les îlots. Un îlot est un composant.", "Qu'est-ce qu'un îlot ?"],
    ["it", "Isole", "Per le isole. Le isole sono componenti.", "Cosa sono le isole?"],
    ["pt", "Ilhas", "Com ilhas. As ilhas são componentes.", "O que são as ilhas?"],
    ["nl", "Eilanden", "Met eilanden. De eilanden zijn componenten.", "Wat zijn de eilanden?"],
  ])("%s: asks what %s is as its text says it", (language, heading, text, expected) => {
    expect(
      ask(heading, { language, text: `${text} ${heading.toLowerCase()}, ${heading.toLowerCase()}` }),
    ).toBe(expected);
  });
});
