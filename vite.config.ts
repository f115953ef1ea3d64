import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { BROWSER_ARGUMENTS, findBrowser } from "./tests/support/find-browser.ts";
import { MIN_COVERED_LINES_PERCENT } from "./tests/support/min-coverage.ts";
import { widgetBuild } from "./widget/build/widget-build.ts";

/** The layers of the suite that Vitest runs; Playwright runs `tests/e2e`. */
export default defineConfig(async ({ mode }) => ({
  ...widgetBuild(mode),
  test: {
    coverage: {
      // Counted by the engine itself: code that is instrumented takes twice as long. It can't count in workerd, so it counts
      // what runs in Node; what only the browser or workerd runs counts as not covered.
      provider: "v8" as const,
      include: ["core/**/*.ts", "widget/**/*.ts", "worker/**/*.ts", "corpus/**/*.ts"],
      exclude: ["**/*.d.ts"],
      reporter: ["text-summary", "json-summary", "html"],
      thresholds: { lines: MIN_COVERED_LINES_PERCENT },
      // Where the process of a file died, what the others covered still counts.
      reportOnFailure: true,
    },
    projects: [
      {
        test: {
          name: "node",
          include: ["tests/{unit,contracts,retrieval}/**/*.test.ts"],
          // To load all modules anew for each of three hundred files is a quarter of the time; no test changes one.
          isolate: false,
          setupFiles: ["tests/support/seeded-properties.ts"],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        test: {
          name: "workerd",
          include: ["tests/workerd/**/*.test.ts"],
          setupFiles: ["tests/support/seeded-properties.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              // Building needs no browser: only the test runner looks for one.
              launchOptions: {
                ...(mode === "test" && { executablePath: await findBrowser() }),
                args: BROWSER_ARGUMENTS,
              },
            }),
            instances: [{ browser: "chromium" as const }],
          },
        },
      },
    ],
  },
}));
