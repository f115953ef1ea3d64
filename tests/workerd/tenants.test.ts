import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Env } from "../../worker/env.ts";
import { encodeKettle, kettleChunks, paragraphChunk, publishTo } from "./support/corpus.ts";
import { environmentWith, postJson, send } from "./support/request.ts";

const SITES = ["docs", "shop", "docs-shop"] as const;
const canaryOf = (site: string): string => `canary${site.replaceAll("-", "x")}secret`;

let environment: Env;
beforeAll(async () => {
  await reset();
  for (const site of SITES) {
    const secret = paragraphChunk(
      "The password",
      `The kettle's password is ${canaryOf(site)} and nothing else.`,
      `/${site}/password/`,
    );
    await publishTo(env.CORPUS, await encodeKettle(site, [...kettleChunks(), secret]));
  }
  environment = environmentWith({ RATE_LIMITER: undefined, CONFIDENCE_THRESHOLD: 0 });
});

test("no site ever shows what belongs to another, in any order of questions, searches and cached answers", async () => {
  const question = fc.constantFrom(
    "What is the kettle's password?",
    "what is the kettle's password",
    "How do I descale the kettle?",
    ...SITES.map((site) => `What is ${canaryOf(site)}?`),
  );
  const step = fc.record({
    site: fc.constantFrom(...SITES),
    kind: fc.constantFrom("chat", "search"),
    question,
    history: fc.boolean(),
  });
  let secretsShown = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      for (const { site, kind, question: text, history } of steps) {
        const turns = history ? { history: [{ role: "visitor", text: "Hello" }] } : {};
        const response =
          kind === "chat"
            ? await send("/v1/chat", postJson({ question: text, site, ...turns }), environment)
            : await send(`/v1/search?site=${site}&q=${encodeURIComponent(text)}`, {}, environment);
        expect(response.status).toBe(200);
        // A search repeats its own query, which may name any canary.
        const shown = (await response.text()).replaceAll(text, "");
        for (const other of SITES) if (other !== site) expect(shown).not.toContain(canaryOf(other));
        if (shown.includes(canaryOf(site))) secretsShown += 1;
      }
    }),
    { numRuns: 25 },
  );
  // Otherwise there was nothing to leak.
  expect(secretsShown).toBeGreaterThan(10);
});
