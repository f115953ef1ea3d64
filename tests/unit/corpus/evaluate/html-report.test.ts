import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { renderHtmlReport } from "../../../../corpus/evaluate/html-report.ts";
import { escapeHtml } from "../../../../corpus/evaluate/html-escape.ts";
import { judgeQuestion, type QuestionResult } from "../../../../corpus/evaluate/judge.ts";
import { bareQuestion } from "../../../../corpus/evaluate/question.ts";
import { createReport } from "../../../../corpus/evaluate/report.ts";
import { summarise } from "../../../../corpus/evaluate/summary.ts";

const HOSTILE = `</script></style><img src=x onerror="alert(1)"><!-- ' " & <script>alert(2)</script>`;

function results(text: string): QuestionResult[] {
  const ask = (id: string, expectation: "answer" | "refuse", confidence: number, url: string) =>
    judgeQuestion(
      {
        ...bareQuestion(id, text),
        expectation,
        relevant: expectation === "refuse" ? [] : [{ url: text, grade: 1 }],
        facts: expectation === "refuse" ? [] : [[text]],
        tags: [text],
      },
      {
        found: [text, url],
        answer: {
          mode: "extractive",
          text,
          sources: [
            { position: 1, title: text, section: text, url, excerpt: text, score: 1 },
            { position: 2, title: text, url: "javascript:alert(3)", excerpt: text, score: 1 },
          ],
          citedPositions: [1],
          finishReason: confidence < 0.4 ? "refused" : "stop",
          confidence,
        },
        ...(confidence < 0.4 && {
          withheld: {
            mode: "extractive" as const,
            text,
            sources: [],
            citedPositions: [],
            finishReason: "stop" as const,
            confidence,
          },
        }),
      },
    );
  return [
    ask(`1 ${text}`, "answer", 0.3, "/a/"),
    ask(`2 ${text}`, "answer", 0.9, "https://example.com/a/"),
    ask(`3 ${text}`, "refuse", 0.1, "/b/"),
    ask(`4 ${text}`, "refuse", 0.55, "/b/"),
    judgeQuestion({ ...bareQuestion(`5 ${text}`, text) }, { failure: text }),
  ];
}

function page(text: string): string {
  const list = results(text);
  const summary = summarise(list);
  const input = {
    set: text,
    target: { kind: "folder" as const, name: text, corpusVersion: text, threshold: 0.4 },
    summary,
    results: list,
    warnings: [text],
    gates: [{ option: "min-ndcg", label: text, bound: 1, value: 0, passed: false, message: text }],
    baseline: undefined,
  };
  const before = createReport(input);
  return renderHtmlReport(
    createReport({
      ...input,
      baseline: { ...before, results: list.map((result) => ({ ...result, passed: true, problems: [] })) },
    }),
  );
}

describe("the HTML report", () => {
  it("shows text of the site as text, wherever it stands", () => {
    const html = page(HOSTILE);
    expect(html).toContain(escapeHtml(HOSTILE));
    expect(html).not.toContain("<img");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    expect(html.match(/<\/style/g)).toHaveLength(1);
    // No attribute can be left: every quote of the text is an entity.
    expect(html).not.toContain('onerror="');
  });

  it("links nothing but web addresses", () => {
    const addresses = [...page("plain").matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(addresses)).toEqual(new Set(["https://example.com/a/"]));
  });

  it("asks nobody for anything, and allows only its own script and style", () => {
    const html = page("plain");
    expect(html).not.toMatch(/\ssrc=|url\(|@import|<link|<iframe|<object/);
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(policy).toContain("default-src &#39;none&#39;");
    for (const name of ["script", "style"]) {
      const text = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(html)?.[1] ?? "";
      const hash = createHash("sha256").update(text).digest("base64");
      expect(policy.replaceAll("&#39;", "'")).toContain(`${name}-src 'sha256-${hash}'`);
    }
    expect(html).not.toMatch(/\sstyle="|\son[a-z]+="/);
  });

  it("closes what it opens", () => {
    const html = page("plain");
    for (const name of ["main", "details", "summary", "form", "figure", "svg", "table", "section"]) {
      const open = html.match(new RegExp(`<${name}[\\s>]`, "g"))?.length ?? 0;
      expect(open, name).toBeGreaterThan(0);
      expect(html.match(new RegExp(`</${name}>`, "g")), name).toHaveLength(open);
    }
  });

  it("puts the failures first, the gravest at the top, then how the confidence behaves, then what passed", () => {
    const html = page("plain");
    const at = (text: string): number => html.indexOf(text);
    expect(at("Failures (4)")).toBeGreaterThan(0);
    expect(at("5 plain")).toBeLessThan(at("4 plain"));
    expect(at("4 plain")).toBeLessThan(at("1 plain"));
    expect(at("1 plain")).toBeLessThan(at("<h2>Confidence</h2>"));
    expect(at("<h2>Confidence</h2>")).toBeLessThan(at("Passed (1)"));
    expect(html).toContain("Held back by the threshold");
    expect(html).toContain("What another threshold would do");
    expect(html).toContain("Since the baseline");
    // Two drawings, each with a name of its own.
    expect(html.match(/role="img"\s+aria-label="[^"]{10,}"/g)).toHaveLength(2);
  });

  it("says so where nothing failed and nothing is known of the confidence", () => {
    const html = renderHtmlReport(
      createReport({
        set: "empty",
        target: { kind: "endpoint", name: "x", corpusVersion: null, threshold: null },
        summary: summarise([]),
        results: [],
        warnings: [],
        gates: [],
        baseline: undefined,
      }),
    );
    expect(html).toContain("Nothing failed.");
    expect(html).not.toContain("<h2>Confidence</h2>");
  });

  it("writes out a thousand of each and counts the rest", () => {
    const [one] = results("plain");
    const many = Array.from({ length: 1200 }, (_, index) => ({ ...one!, id: `q${index}` }));
    const html = renderHtmlReport(
      createReport({
        set: "many",
        target: { kind: "folder", name: "x", corpusVersion: null, threshold: 0.4 },
        summary: summarise(many),
        results: many,
        warnings: [],
        gates: [],
        baseline: undefined,
      }),
    );
    expect(html.match(/<details class="question"/g)).toHaveLength(1000);
    expect(html).toContain("200 more are in the JSON report.");
  });
});
