/**
 * `npm run screenshots`: takes the pictures of the README from the documentation site as `npm start` runs it.
 * They are committed, so that a change of the look is a change that can be looked at.
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright";
import { BROWSER_ARGUMENTS, findBrowser } from "../support/find-browser.ts";
import { Assistant } from "./assistant.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const IMAGES = join(ROOT, "docs/images");
const PORT = 8794;
const ORIGIN = `http://localhost:${PORT}`;
const QUESTION = "How do I change the accent colour?";

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 780 },
  isMobile: true,
  hasTouch: true,
};

const server = spawn("npx", ["node", "corpus/bin.ts", "dev", "--persist-to", ".wrangler/e2e"], {
  cwd: ROOT,
  env: { ...process.env, PORT: String(PORT) },
  stdio: "ignore",
  detached: true,
});
const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGUMENTS });
try {
  mkdirSync(IMAGES, { recursive: true });
  await waitForServer();
  await takeAll(browser);
} finally {
  await browser.close();
  if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
}

async function takeAll(browser: Browser): Promise<void> {
  await take(browser, "bubble", DESKTOP, async (page) => page.goto(`${ORIGIN}/guide/quick-start/`));

  const panels: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await withPage(browser, { ...DESKTOP, colorScheme, deviceScaleFactor: 2 }, async (page) => {
      await openWithAnswer(page, "/guide/quick-start/");
      const picture = await page.getByRole("dialog").screenshot();
      panels.push(picture.toString("base64"));
    });
  }
  await take(browser, "answer", { viewport: { width: 880, height: 720 } }, async (page) => {
    const pictures = panels.map((data) => `<img src="data:image/png;base64,${data}">`).join("");
    await page.setContent(
      `<style>body{margin:0;height:100vh;display:flex;gap:32px;align-items:center;justify-content:center;background:#e9e9ef}
       img{height:680px;border-radius:16px;box-shadow:0 8px 32px #0003}</style>${pictures}`,
    );
  });
  await take(browser, "panel-dark", { ...DESKTOP, colorScheme: "dark" }, (page) =>
    openWithAnswer(page, "/element/theming/"),
  );
  await take(browser, "drawer", DESKTOP, async (page) => {
    await page.goto(`${ORIGIN}/examples/drawer.html`);
    await page.getByRole("button", { name: "Ask the docs" }).click();
    await ask(new Assistant(page));
  });
  await take(browser, "inline", DESKTOP, async (page) => {
    await page.goto(`${ORIGIN}/examples/inline.html`);
    await ask(new Assistant(page, { panel: page.locator("assistant-chat") }));
  });
  for (const colorScheme of ["light", "dark"] as const) {
    await take(browser, `phone-${colorScheme}`, { ...PHONE, colorScheme }, (page) =>
      openWithAnswer(page, "/guide/quick-start/"),
    );
  }
}

async function openWithAnswer(page: Page, path: string): Promise<void> {
  await page.goto(ORIGIN + path);
  const assistant = new Assistant(page);
  await assistant.open();
  await ask(assistant);
}

async function ask(assistant: Assistant): Promise<void> {
  await assistant.ask(QUESTION);
  await assistant.answered();
  await assistant.citations().first().waitFor();
  // A focus ring would be the loudest thing in the picture.
  await assistant.input.blur();
}

async function take(
  browser: Browser,
  name: string,
  options: BrowserContextOptions,
  prepare: (page: Page) => Promise<unknown>,
): Promise<void> {
  await withPage(browser, options, async (page) => {
    await prepare(page);
    await page.screenshot({ path: join(IMAGES, `${name}.png`), animations: "disabled" });
    console.log(`docs/images/${name}.png`);
  });
}

async function withPage(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

async function waitForServer(): Promise<void> {
  for (let attempt = 0; attempt < 480; attempt++) {
    const isUp = await fetch(`${ORIGIN}/v1/health?site=docs`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error("The site did not start.");
}
