import { describe, expect, it } from "vitest";
import {
  hasTypedEvidence,
  questionType,
  type QuestionType,
} from "../../../core/answer/understand/question-type.ts";

describe("the type of a question", () => {
  it.each<[QuestionType, string[]]>([
    [
      "how-to",
      [
        "How do I install it?",
        "how to deploy",
        "Can I use React?",
        "What should I do when the build fails?",
        "How do I find out who wrote this page?",
        "How do I choose where to deploy?",
        "¿Cómo instalo Astro?",
        "Wie richte ich das ein?",
        "Comment faire ?",
        "Come si installa?",
        "Hoe werkt het?",
      ],
    ],
    [
      "definition",
      [
        "What is an island?",
        "what's a layout",
        "What does client:visible do?",
        "¿Qué es Astro?",
        "Was ist eine Insel?",
        "Qu'est-ce que c'est ?",
        "Cos’è Astro?",
        "O que é isto?",
        "Wat is dat?",
      ],
    ],
    ["who", ["Who founded it?", "Whose idea was it?", "¿Quién lo hizo?", "Wer hat das gemacht?", "Chi è?"]],
    [
      "when",
      ["When was it released?", "In what year did it start?", "¿Cuándo salió?", "Wann war das?", "Quand ?"],
    ],
    ["where", ["Where do I put it?", "¿Dónde está?", "Wo liegt das?", "Où est la page ?"]],
    [
      "why",
      [
        "Why is it slow?",
        "Why does the count differ from the one on paper?",
        "¿Por qué falla?",
        "Warum?",
        "Perché non va?",
        "Pourquoi ?",
      ],
    ],
    [
      "how-many",
      [
        "How many are there?",
        "What percentage is it?",
        "¿Cuántos puntos?",
        "Wie viele gibt es?",
        "Combien ?",
      ],
    ],
    [
      "which-version",
      ["Which Node.js version is needed?", "What version do I need?", "¿Qué versión de Node necesito?"],
    ],
    [
      "other",
      ["install", "I have a comment about pricing", "", "?!", "whenever whoever", "wonderful things"],
    ],
    [
      "yes-no",
      ["Does it support i18n?", "Is there a free plan?", "Ist das kostenlos?", "¿Tiene modo oscuro?"],
    ],
    [
      "comparison",
      [
        "When should I take the lift and when the stairs?",
        "What is the difference between islands and layouts?",
        "npm vs pnpm",
        "Is it faster than the old one?",
      ],
    ],
    [
      "list",
      ["Which runtimes are supported?", "What log levels are there?", "What are the options of the cache?"],
    ],
    ["code", ["Show me an example of a layout", "webhook example", "ejemplo de una plantilla"]],
    ["how-to", ["install the adapter", "deploy to the edge"]],
  ])("%s", (type, questions) => {
    expect(questions.map((question) => [question, questionType(question)])).toEqual(
      questions.map((question) => [question, type]),
    );
  });

  it("is decided in time on any text", () => {
    expect(questionType("what ".repeat(1000))).toBe("other");
    expect(questionType("how ".repeat(1000))).toBe("other");
  });
});

describe("the evidence for a type in a sentence", () => {
  it.each<[QuestionType, string, boolean | undefined]>([
    ["which-version", "It needs Node.js v22.12.0 or higher.", true],
    ["which-version", "It needs Node.js.", false],
    ["when", "It was built in 1882.", true],
    ["how-many", "There are seven of them.", true],
    ["who", "It was founded by Ada Marsh.", true],
    ["why", "It is fast because nothing is loaded.", true],
    ["where", "Put it in `public/`.", true],
    ["other", "Anything.", undefined],
  ])("%s: %s", (type, sentence, expected) => {
    expect(hasTypedEvidence(type, sentence)).toBe(expected);
  });
});
