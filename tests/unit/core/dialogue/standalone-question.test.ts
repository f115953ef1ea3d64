import { describe, expect, it } from "vitest";
import { dialogueToolsOf } from "../../../../core/dialogue/dialogue-tools.ts";
import {
  standaloneQuestion,
  type DialogueTools,
  type StandaloneQuestion,
} from "../../../../core/dialogue/standalone-question.ts";
import { LIMITS, type HistoryTurn } from "../../../../core/protocol.ts";
import type { QueryTerm } from "../../../../core/search/retriever.ts";
import { openSketch, SKETCHES } from "../../../support/corpus.ts";

/** What nearly every page of the imagined site says. */
const COMMON_WORDS = new Set(["astro", "site", "hono"]);

/** Weights as an index would have them: names count, filler does not. */
function weigh(text: string): QueryTerm[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => ({
      term: word.toLowerCase(),
      word,
      weight: COMMON_WORDS.has(word.toLowerCase()) ? 0.5 : 4,
      known: true,
    }));
}

/** Earlier turns in one line each; an assistant's begins with ">". */
function historyOf(lines: readonly string[]): HistoryTurn[] {
  return lines.map((line) =>
    line.startsWith("> ") ? { role: "assistant", text: line.slice(2) } : { role: "visitor", text: line },
  );
}

function ask(
  turns: readonly string[],
  { language = "en", near }: { language?: string; near?: DialogueTools["near"] } = {},
): StandaloneQuestion {
  const question = turns.at(-1) ?? "";
  return standaloneQuestion(question, historyOf(turns.slice(0, -1)), {
    weigh,
    language,
    ...(near !== undefined && { near }),
  });
}

describe("a follow-up that leaves something out", () => {
  it.each([
    ["How does prefetching work?", "and in Firefox?", "How does prefetching work in Firefox?"],
    [
      "How do I set up an editor for JavaScript?",
      "for TypeScript?",
      "How do I set up an editor for TypeScript?",
    ],
    ["How do I set a cookie?", "a signed one?", "How do I set a signed cookie?"],
    ["How do I upload files?", "several of them?", "How do I upload several files?"],
    ["What is the pricing?", "per month?", "What is the pricing per month?"],
    ["Can I filter pages?", "and split by language?", "Can I filter pages and split by language?"],
    ["How do I add a plugin?", "and remove it?", "How do I remove a plugin?"],
    ["Does it run on Deno?", "what about on Windows?", "Does it run on Windows?"],
  ])("%s – %s", (before, question, expected) => {
    expect(ask([before, question])).toMatchObject({ query: expected, isFollowUp: true });
  });
});

describe("a follow-up that puts one name in the place of another", () => {
  it.each([
    ["How do I deploy to Netlify?", "and Cloudflare?", "How do I deploy to Cloudflare?"],
    ["How do I deploy to netlify?", "vercel?", "How do I deploy to vercel?"],
    [
      "How do I deploy my site to Netlify?",
      "What about GitHub Pages?",
      "How do I deploy my site to GitHub Pages?",
    ],
    ["How do I migrate from Next.js to Astro?", "and from Hugo?", "How do I migrate from Hugo to Astro?"],
    ["How can I use React components in Astro?", "And Vue?", "How can I use Vue components in Astro?"],
    ["How do I use Contentful with Astro?", "what about Storyblok?", "How do I use Storyblok with Astro?"],
    ["How do I migrate from Gatsby?", "what if I use Jekyll?", "How do I migrate from Jekyll?"],
    [
      "How do I set the port of the dev server?",
      "and of the preview server?",
      "How do I set the port of the preview server?",
    ],
    ["What is the default of build.target?", "and build.outDir?", "What is the default of build.outDir?"],
    ["How do I create a shared_ptr?", "and a unique_ptr?", "How do I create a unique_ptr?"],
    ["How do I add a 404 page?", "and a 500 page?", "How do I add a 500 page?"],
    [
      "How do I get the query string of a request?",
      "and the headers?",
      "How do I get the headers of a request?",
    ],
    ["How do I write an effect?", "and a plugin?", "How do I write a plugin?"],
    ["How do I write a React component?", "and Angular?", "How do I write an Angular component?"],
    ["How do I deploy to Netlify?", "and on Vercel?", "How do I deploy on Vercel?"],
    [
      "How do I get the query string of a request?",
      "and the headers of a response?",
      "How do I get the headers of a response?",
    ],
    ["How does the CORS middleware work?", "and the JWT one?", "How does the JWT middleware work?"],
    ["What is middleware?", "and routing?", "What is routing?"],
    ["What is Alpine?", "same for Lit?", "What is Lit?"],
  ])("%s – %s", (before, question, expected) => {
    expect(ask([before, question])).toMatchObject({ query: expected, isFollowUp: true });
  });

  it("says which words it took over", () => {
    expect(ask(["How do I deploy my blog to Netlify?", "and Vercel?"]).carried).toEqual(["blog"]);
  });
});

describe("a pronoun", () => {
  it.each([
    ["What is the dev toolbar?", "How do I turn it off?", "How do I turn the dev toolbar off?"],
    ["What are server islands?", "can I pass props to them?", "Can I pass props to server islands?"],
    [
      "What is a content collection?",
      "how do I define a schema for it?",
      "How do I define a schema for a content collection?",
    ],
    ["Where do sessions get stored?", "where do they go?", "Where do sessions go?"],
    ["What is React?", "What are its limitations?", "What are React's limitations?"],
    ["What are hooks?", "what are their limits?", "What are hooks' limits?"],
    [
      "What is HTTPException?",
      "how do I throw one with a message?",
      "How do I throw HTTPException with a message?",
    ],
    ["What is a preset?", "which of them should I use?", "Which preset should I use?"],
    ["How do I install the sitemap integration?", "is it free?", "Is the sitemap integration free?"],
    [
      "How do I install the sitemap integration?",
      "is that required?",
      "Is that required to install the sitemap integration?",
    ],
    ["How do I use React?", "How do I do that in Vue?", "How do I use React in Vue?"],
    ["How do I use layers?", "is that possible in Safari?", "Is it possible to use layers in Safari?"],
    ["How do I build the docs?", "how long does it take?", "How long does it take to build the docs?"],
    ["How do I deploy my site to Netlify?", "is it free?", "Is Netlify free?"],
    ["How do I set the base option?", "what does that option do?", "What does the base option do?"],
    [
      "What is the dev toolbar?",
      "how do I disable this thing?",
      "How do I disable this thing (the dev toolbar)?",
    ],
    ["Why is my image blurry?", "how can I fix this?", "How can I fix this – Why is my image blurry?"],
    ["How do I use Deno?", "is there a way to run tests there?", "Is there a way to run tests in Deno?"],
    [
      "What is the difference between SSR and SSG?",
      "which one is faster?",
      "Which one is faster: SSR or SSG?",
    ],
  ])("%s – %s", (before, question, expected) => {
    expect(ask([before, question])).toMatchObject({ query: expected, isFollowUp: true });
  });

  it.each([
    "How do I create a Docker image and push it to a registry?",
    "How does Vite load its config?",
    "Is it possible to use Vue?",
    "Is there a way to cache pages?",
    "Is there a plugin that compresses images?",
    "If I use Jekyll, can I convert it?",
    "Can I have one page in several languages?",
  ])("that points at nothing before it leaves the question alone: %s", (question) => {
    expect(ask(["How do I use React?", question])).toEqual({
      query: question,
      isFollowUp: false,
      carried: [],
    });
  });
});

describe("a follow-up without anything of its own", () => {
  it.each([
    ["How do I deploy to Netlify?", "why?", "Why should I deploy to Netlify?"],
    ["Can I hydrate components?", "why not?", "Why can't I hydrate components?"],
    ["Is an adapter required?", "but why?", "Why is an adapter required?"],
    ["What are islands?", "why?", "Why: What are islands?"],
    ["How do I deploy to Netlify?", "how exactly?", "How exactly do I deploy to Netlify?"],
    [
      "How do I deploy to Netlify?",
      "Can you give me an example?",
      "What is an example of how to deploy to Netlify?",
    ],
    ["What is an island?", "for example?", "What is an example of an island?"],
    ["How do I deploy to Netlify?", "tell me more", "Tell me more about how to deploy to Netlify"],
    ["What is an island?", "Tell me more about that.", "Tell me more about an island"],
    ["How do I deploy to Netlify?", "and then?", "What are the next steps after I deploy to Netlify?"],
    ["Where are images stored?", "more details please", "More about this: Where are images stored?"],
  ])("%s – %s", (before, question, expected) => {
    expect(ask([before, question])).toMatchObject({ query: expected, isFollowUp: true });
  });
});

describe("a choice from what the assistant named", () => {
  const LIST =
    "> You can use:\n\n1. **Playwright** – for browsers [1]\n2. [Cypress](https://example.com) [2]\n3. `Nightwatch`: older [3]\n\nAll are fine.";
  it.each([
    [LIST, "how do I install the second one?", "How do I install Cypress?"],
    [LIST, "how do I install the last one?", "How do I install Nightwatch?"],
    [LIST, "how do I set up option a?", "How do I set up Playwright?"],
    [
      "> There are two ways: the CLI or the dashboard [1].",
      "how does the latter work?",
      "How does dashboard work?",
    ],
    [
      "> Use `stream()`, `streamText()` or `streamSSE()` [1].",
      "how do I use the first one?",
      "How do I use stream()?",
    ],
    ["> It depends [1].", "how do I use the second one?", undefined],
  ])("%s – %s", (answer, question, expected) => {
    const { query, isFollowUp } = ask(["How can I test?", answer, question]);
    if (expected === undefined) expect(query).not.toContain("undefined");
    else expect({ query, isFollowUp }).toEqual({ query: expected, isFollowUp: true });
  });

  it("takes the two things that the visitor compared where the answer lists none", () => {
    expect(
      ask(["What is the difference between SSR and SSG?", "> It depends.", "when should I use the former?"])
        .query,
    ).toBe("When should I use SSR?");
  });

  it("names the option beside the question where nothing else was asked", () => {
    expect(ask(["Which adapters exist?", "> - Netlify\n- Vercel", "option b"]).query).toBe(
      "Which adapters exist – Vercel?",
    );
  });
});

describe("a correction", () => {
  it.each([
    ["How do I deploy with the Deno adapter?", "no, I meant Node", "How do I deploy with the Node adapter?"],
    ["How do I test my app on Bun?", "not Bun, Deno", "How do I test my app on Deno?"],
    ["How do I deploy to Netlify?", "Vercel instead of Netlify", "How do I deploy to Vercel?"],
    ["How do I deploy to Netlify?", "actually Vercel", "How do I deploy to Vercel?"],
    ["How do I deploy to Netlify?", "no, Vercel", "How do I deploy to Vercel?"],
    ["How do I deploy to Netlify?", "I mean in production", "How do I deploy to Netlify in production?"],
    ["How do I add Tailwind?", "I mean version 3", "How do I add Tailwind version 3?"],
    ["How do I deploy to Netlify?", "no, I meant how do I preview it?", "How do I preview Netlify?"],
  ])("%s – %s", (before, question, expected) => {
    expect(ask([before, question])).toMatchObject({ query: expected, isFollowUp: true });
  });
});

describe("a conversation of several turns", () => {
  it("carries a topic over turns that are follow-ups themselves", () => {
    expect(ask(["How do I deploy to Netlify?", "and Vercel?", "is it free?"]).query).toBe("Is Vercel free?");
    expect(ask(["What are view transitions?", "how do I turn them off for a link?", "why?"]).query).toBe(
      "Why should I turn view transitions off for a link?",
    );
  });

  it("looks past turns that say nothing", () => {
    expect(ask(["What is an island?", "> A component [1].", "thanks!", "can I nest them?"]).query).toBe(
      "Can I nest an island?",
    );
  });

  it("takes the sentence that asks out of a long earlier turn", () => {
    const story = `${"I have been working on this for days and nothing helps. ".repeat(8)}How do I deploy to Netlify? Thanks.`;
    expect(ask([story, "and Vercel?"]).query).toBe("How do I deploy to Vercel?");
  });

  it("has nothing to go on without an earlier question", () => {
    expect(ask(["and in Firefox?"])).toEqual({ query: "and in Firefox?", isFollowUp: false, carried: [] });
    expect(ask(["hello", "how do I use it?"]).query).toBe("how do I use it?");
  });
});

describe("a new topic", () => {
  it.each([
    ["How do I deploy to Netlify?", "What is the default port?"],
    ["How do I deploy to Netlify?", "docker image"],
    [
      "How do I add a page?",
      "My build fails with an error after I upgraded, what should I do about this in a monorepo? ".repeat(4),
    ],
    ["How do I add a page?", "👍"],
    ["How do I add a page?", "?"],
    ["How do I add a page?", ""],
  ])("is not coloured by %s: %s", (before, question) => {
    expect(ask([before, question])).toEqual({ query: question, isFollowUp: false, carried: [] });
  });

  it("is taken for the old one only where a page on that answers nearly as well as the best", () => {
    const near = (share: number) => () => [
      { page: "/node/", title: "Node.js", share: 1 },
      { page: "/deno/", title: "Deno", share },
    ];
    const turns = ["How do I get started on Deno?", "How do I change the port number?"];
    expect(ask(turns, { near: near(0.95) }).query).toBe("How do I change the port number (Deno)?");
    expect(ask(turns, { near: near(0.5) }).isFollowUp).toBe(false);
    expect(ask(turns, { near: () => [] }).isFollowUp).toBe(false);
  });
});

describe("other languages", () => {
  it.each([
    ["de", "Wie installiere ich Astro?", "und mit Bun?", "Wie installiere ich Astro mit Bun?"],
    [
      "de",
      "Wie kann ich auf Netlify veröffentlichen?",
      "Was ist mit Vercel?",
      "Wie kann ich auf Vercel veröffentlichen?",
    ],
    [
      "de",
      "Wie kann ich auf Netlify veröffentlichen?",
      "nein, ich meinte Vercel",
      "Wie kann ich auf Vercel veröffentlichen?",
    ],
    [
      "de",
      "Was ist die Werkzeugleiste?",
      "Wie schalte ich sie aus?",
      "Wie schalte ich sie aus (die Werkzeugleiste)?",
    ],
    ["de", "Was ist Middleware?", "Ist das nötig?", "Ist das nötig (Middleware)?"],
    ["de", "Was sind Inseln?", "warum?", "Warum: Was sind Inseln?"],
    ["es", "¿Cómo despliego en Netlify?", "¿y en Vercel?", "¿Cómo despliego en Vercel?"],
    ["es", "¿Qué es una isla?", "¿cómo la creo?", "¿Cómo la creo (una isla)?"],
    ["es", "¿Qué es una isla?", "¿puedo desactivarla?", "¿Puedo desactivarla (una isla)?"],
    ["es", "¿Cómo uso React?", "no, me refiero a Vue", "¿Cómo uso Vue?"],
    ["es", "¿Qué es una isla?", "dame un ejemplo", "Ejemplo: ¿Qué es una isla?"],
    ["fr", "Comment déployer sur Netlify ?", "et Vercel ?", "Comment déployer sur Vercel?"],
    ["fr", "Qu'est-ce que la barre ?", "comment la désactiver ?", "Comment la désactiver (la barre)?"],
    ["fr", "Comment déployer sur Netlify ?", "pourquoi ?", "Pourquoi: Comment déployer sur Netlify ?"],
    ["it", "Come posso usare React?", "e Vue?", "Come posso usare Vue?"],
    [
      "it",
      "Che cos'è la barra degli strumenti?",
      "come la disattivo?",
      "Come la disattivo (la barra degli strumenti)?",
    ],
    ["pt", "Como instalo o Astro?", "e com Bun?", "Como instalo o Astro com Bun?"],
    [
      "pt",
      "O que é a barra de ferramentas?",
      "como a desativo?",
      "Como a desativo (a barra de ferramentas)?",
    ],
    ["nl", "Hoe gebruik ik React?", "en Vue?", "Hoe gebruik ik Vue?"],
    ["nl", "Wat is de werkbalk?", "hoe zet ik het uit?", "Hoe zet ik het uit (de werkbalk)?"],
  ])("%s: %s – %s", (language, before, question, expected) => {
    expect(ask([before, question], { language })).toMatchObject({ query: expected, isFollowUp: true });
  });

  it.each([
    ["de", "Wie kann ich eine Seite hinzufügen?", "Wo speichere ich Bilder?"],
    ["de", "Was ist Astro?", "Gibt es Vorlagen?"],
    ["es", "¿Qué es una isla?", "¿Cuál es el puerto por defecto?"],
    ["fr", "Comment déployer sur Netlify ?", "Où sont stockées les images ?"],
    ["ja", "Astro とは?", "Firefox では?"],
  ])("%s: a new topic stays as it is: %s – %s", (language, before, question) => {
    expect(ask([before, question], { language })).toEqual({
      query: question,
      isFollowUp: false,
      carried: [],
    });
  });
});

describe("any input", () => {
  it("is answered in bounded time, with a bounded question", () => {
    const long = "a ".repeat(LIMITS.questionMaxChars / 2);
    const history = Array.from({ length: LIMITS.historyMaxTurns }, (_, index): HistoryTurn => ({
      role: index % 2 === 0 ? "visitor" : "assistant",
      text: index % 2 === 0 ? long : "- x\n".repeat(1250),
    }));
    for (const question of [
      long,
      "and it?",
      "the second one?",
      "why?",
      "no, no, no, no",
      "(((((",
      "not ".repeat(60),
    ]) {
      const { query } = standaloneQuestion(question, history, { weigh, language: "en" });
      expect(query.length).toBeLessThanOrEqual(LIMITS.questionMaxChars);
    }
    // What this guards against takes minutes, and the test ends before.
  });

  it("is understood by looking at each earlier turn once, however they hang together", () => {
    let looked = 0;
    const history = Array.from({ length: LIMITS.historyMaxTurns }, (): HistoryTurn => ({
      role: "visitor",
      text: "is it that?",
    }));
    const count = (text: string): QueryTerm[] => (looked++, weigh(text));
    let retrieved = 0;
    const near = (): [] => (retrieved++, []);
    for (const text of ["is it that?", "pricing?"]) {
      const turns = history.map((turn) => ({ ...turn, text }));
      standaloneQuestion(text, turns, { weigh: count, language: "en", near });
    }
    expect(looked).toBeLessThanOrEqual(2 * history.length);
    expect(retrieved).toBeLessThanOrEqual(8);
  });

  it("gives the same again", () => {
    const turns = ["How do I use React components?", "and Vue?", "is that required?"];
    expect(ask(turns)).toEqual(ask(turns));
  });
});

it("takes weights and near pages from a corpus", async () => {
  const corpus = await openSketch(SKETCHES);
  const tools = dialogueToolsOf(corpus, "en");
  expect(tools.weigh("How do I deploy?").some(({ known }) => known)).toBe(true);
  expect(tools.near?.("What does the team plan cost?")[0]).toEqual({
    page: "/pricing/",
    title: "Pricing",
    share: 1,
  });
  const history = historyOf(["What is the team plan?"]);
  expect(standaloneQuestion("how much does it cost?", history, tools).query).toBe(
    "How much does the team plan cost?",
  );
});

describe("what is done to things", () => {
  it.each([
    [
      "en",
      "What is the colour of the bubble?",
      "How do I install it on my site?",
      "How do I install the bubble on my site?",
    ],
    ["en", "What is the size of the widget?", "How do I embed it?", "How do I embed the widget?"],
    ["en", "What's the bubble colour?", "Where can I download it?", "Where can I download the bubble?"],
    ["en", "What is the price of the cargo bike?", "Can I rent it?", "Can I rent the cargo bike?"],
    ["en", "What is the colour of the bubble?", "Does it read PDF files?", "Does the bubble read PDF files?"],
    ["de", "Was ist die Farbe der Blase?", "Wie installiere ich sie?", "Wie installiere ich sie (Blase)?"],
    ["es", "¿Cuál es el precio de la bicicleta?", "¿Cómo la alquilo?", "¿Cómo la alquilo (la bicicleta)?"],
    [
      "fr",
      "Quelle est la couleur de la bulle ?",
      "Comment l'installer ?",
      "Comment l'installer (la bulle) ?",
    ],
  ])("means the thing, not what it is like (%s): %s %s", (language, before, question, expected) => {
    expect(ask([before, "> It is blue [1].", question], { language }).query.replace(/\s+\?/u, "?")).toBe(
      expected.replace(/\s+\?/u, "?"),
    );
  });

  it("leaves what one does to an attribute", () => {
    expect(ask(["What is the colour of the bubble?", "> Blue.", "How do I change it?"]).query).toBe(
      "How do I change the colour of the bubble?",
    );
    expect(ask(["What is the colour of the bubble?", "> Blue.", "Does it change on hover?"]).query).toBe(
      "Does the colour of the bubble change on hover?",
    );
  });

  it("takes what is said of a thing for none", () => {
    expect(
      ask(["What happens when the model is down?", "> Pages are quoted.", "How do I restart it?"]).query,
    ).toBe("How do I restart the model?");
    expect(
      ask(["What happens when the model is down?", "> Pages are quoted.", "How do I stop it from logging?"])
        .query,
    ).toBe("How do I stop the model from logging?");
  });

  it("carries nothing over where no thing was named", () => {
    expect(ask(["Which colours are there?", "> Many.", "How do I install it on my site?"]).query).toBe(
      "How do I install it on my site?",
    );
  });
});
