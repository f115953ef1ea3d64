import { existsSync } from "node:fs";
import { createRequire } from "node:module";

/** Where a Chromium of the machine usually is. `CHROMIUM_PATH` comes first. */
const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** No sandbox, since tests may run as root; none of the traffic that a desktop browser starts by itself. */
export const BROWSER_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The path of a Chromium to test with: `CHROMIUM_PATH`, else one of the system's, else the one that the
 * development dependency `@sparticuz/chromium` unpacks (Linux on x64, no root needed).
 *
 * @throws Error naming what to install where there is none.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and no file is there.`);
    return named;
  }
  const installed = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  if (process.platform === "linux" && process.arch === "x64") {
    // Set before the import: makes the package unpack its own NSS libraries too, and name them to the loader.
    process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
    createRequire(import.meta.url).resolve("@sparticuz/chromium");
    const { default: chromium } = await import("@sparticuz/chromium");
    return chromium.executablePath();
  }
  throw new Error("No Chromium or Chrome was found. Install one, or name it in CHROMIUM_PATH.");
}
