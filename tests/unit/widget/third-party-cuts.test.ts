/** What the build cuts out of third-party files does nothing here: with and without it the same comes out. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as marked from "marked";
import { markedAsUsed } from "../../../widget/build/marked-as-used.ts";
import { purifyAsUsed } from "../../../widget/build/third-party-cuts.ts";
import { CONFIG } from "../../../widget/renderer/purify-config.ts";
import { shortenRules } from "../../../widget/renderer/block-rules.ts";
import { inlineRules } from "../../../widget/renderer/inline-rules.ts";
import { hasCorpus, readJsonLines } from "../../support/corpora.ts";
import { openAnswerPage, type AnswerPage } from "./streaming/answer-page.ts";
import { committedAnswers } from "./streaming/answers.ts";

const PAYLOADS = "security/markdown-html-payloads.jsonl";

const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));
const MARKED = `${MODULES}/marked/lib/marked.esm.js`;
const PURIFY = `${MODULES}/dompurify/dist/purify.es.mjs`;

const read = (file: string): string => readFileSync(file, "utf8");
function cut(plugin: Plugin, file: string): string {
  const run = plugin.transform as (code: string, id: string) => { code: string };
  return run(read(file), file).code;
}

const payloads = (): string[] =>
  hasCorpus(PAYLOADS) ? readJsonLines<{ payload: string }>(PAYLOADS).map(({ payload }) => payload) : [];

test("marked finds the same tokens", async () => {
  const address = `data:text/javascript,${encodeURIComponent(cut(markedAsUsed(), MARKED))}`;
  const shortened = (await import(/* @vite-ignore */ address)) as typeof marked;
  shortenRules(new shortened.Lexer({ ...shortened.getDefaults() }).options.tokenizer!.rules.block as never);
  const lex = ({ Lexer, getDefaults }: typeof marked, text: string): unknown => {
    const lexer = new Lexer({ ...getDefaults(), extensions: inlineRules(false) as never });
    try {
      lexer.blockTokens(text, lexer.tokens);
      for (const { src, tokens } of lexer.inlineQueue) lexer.inlineTokens(src, tokens);
      return [lexer.tokens, { ...lexer.tokens.links }];
    } catch (error) {
      return (error as Error).name;
    }
  };
  const texts = [...committedAnswers().map(({ text }) => text), ...payloads()];
  expect(texts.length).toBeGreaterThan(200);
  for (const text of texts) expect(lex(shortened, text)).toEqual(lex(marked, text));
});

interface Purifier {
  sanitize(root: Element, options: object): void;
}

/** Trees that a renderer gone wrong could hand over. */
const TREES = [
  "<p onclick=x>a</p><script>alert(1)</script><img src=x onerror=y>",
  "<svg><p>a</p><script>x</script><a xlink:href='javascript:x'>b</a></svg>",
  "<math><mi><p>a</p></mi><annotation-xml encoding='text/html'><b>c</b></annotation-xml></math>",
  "<form><input name=attributes><input name=nodeName></form><p name=body id=cookie>x</p>",
  "<a href='javascript:x'>a</a><a href='https://a.example/'>b</a><a href='data:text/html,x'>c</a><a href=' java\tscript:x'>d</a>",
  "<x-element is=y data-z=1 aria-label=q>t</x-element><button is=x-y type=submit formaction=j>b</button>",
  "<template><p onclick=x>a</p></template><iframe srcdoc='<p>'></iframe><noscript><p>&lt;/noscript></noscript>",
  "<p class=a title='<!-- --><style>' role=b tabindex=1 start=2 scope=col style='x:y' part=c target=t rel=r>k</p>",
  "<!-- comment <p> --><p><!-- plain --></p><div patchsrc=x for=y></div><label for=z>l</label>",
  "<table><thead><tr><th scope=col>h</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table><title>t</title>",
];

describe("DOMPurify", () => {
  let answers: AnswerPage;
  beforeAll(async () => {
    answers = await openAnswerPage({
      "/purify.js": read(PURIFY),
      "/purify-cut.js": cut(purifyAsUsed(), PURIFY),
    });
  }, 60_000);
  afterAll(() => answers?.close());

  test("leaves the same of hostile trees", { timeout: 120_000 }, async () => {
    const trees = [...TREES, ...payloads()];
    const { ALLOWED_URI_REGEXP, ...config } = CONFIG;
    await answers.page.addScriptTag({
      type: "module",
      content: `import whole from "/purify.js";
        import shortened from "/purify-cut.js";
        window.purifiers = [whole(window), shortened(window)];`,
    });
    await answers.page.waitForFunction(() => "purifiers" in window);
    const different = await answers.page.evaluate(
      ({ list, options, uriPattern }) => {
        const { purifiers } = window as unknown as { purifiers: Purifier[] };
        const given = { ...options, ALLOWED_URI_REGEXP: new RegExp(uriPattern, "i") };
        const outcome = (purify: Purifier, html: string): string => {
          const root = document.implementation.createHTMLDocument("").createElement("div");
          root.innerHTML = html;
          try {
            purify.sanitize(root, given);
          } catch (error) {
            return `throws ${(error as Error).name} and leaves ${root.innerHTML}`;
          }
          return root.outerHTML;
        };
        return list.filter((html) => {
          const [whole, shortened] = purifiers.map((purify) => outcome(purify, html));
          return whole !== shortened;
        });
      },
      { list: trees, options: config, uriPattern: ALLOWED_URI_REGEXP.source },
    );
    expect(different).toEqual([]);
  });
});
