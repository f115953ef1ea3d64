import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../support/find-browser.ts";

/** Beside the port of `npm start`, so that a running site is neither used nor disturbed. */
const PORT = 8797;
const ORIGIN = `http://localhost:${PORT}`;

/**
 * End to end: the documentation site, its corpus and the Worker as `npm start` runs them, with local state of
 * their own, in a real browser.
 */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 30_000,
  // Two browsers and a Worker on two cores: what is waited for comes, and may take its time.
  expect: { timeout: 15_000 },
  // The closing line of the suite is counted from the JSON, where its runner asks for it.
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] === undefined ? [["list"]] : [["list"], ["json"]],
  outputDir: "../../test-results/e2e",
  use: {
    baseURL: ORIGIN,
    trace: "retain-on-failure",
    launchOptions: { executablePath: await findBrowser(), args: BROWSER_ARGUMENTS },
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"] }, testIgnore: "**/phone.spec.ts" },
    { name: "phone", use: { ...devices["Pixel 7"] }, testMatch: "**/phone.spec.ts" },
  ],
  webServer: {
    command: "node corpus/bin.ts dev --persist-to .wrangler/e2e",
    cwd: "../..",
    url: `${ORIGIN}/v1/health?site=docs`,
    env: { PORT: String(PORT) },
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
