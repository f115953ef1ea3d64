import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collect, run, type ExpectedPages } from "./collect.ts";
import { readMarkedPages } from "./template-marks.ts";

const TEMPLATE =
  '<main data-file="{{ page.path }}" data-address="{{ site.baseurl }}{{ page.url }}">{{ content }}</main>\n';

const generator = [run("jekyll", ["--version"], ".").trim()];

collect({ name: "jekyll", build: (folder) => ({ generator, pages: build(folder) }) });

function build(folder: string): ExpectedPages {
  const source = existsSync(join(folder, "site")) ? "site/" : "";
  // It would load Bundler, which is not needed.
  rmSync(join(folder, "Gemfile"), { force: true });
  mkdirSync(join(folder, source, "_layouts"), { recursive: true });
  writeFileSync(join(folder, source, "_layouts/default.html"), TEMPLATE);
  run("jekyll", ["build", "--quiet", "--destination", "_site"], folder);
  const pages = readMarkedPages(join(folder, "_site"), join(folder, source), {
    folders: [""],
    base: "/base/",
  });
  const pathOf = (file: string): string =>
    // Jekyll names documents without the folder of all collections.
    source + (existsSync(join(folder, source, file)) ? file : `stuff/${file}`);
  return Object.fromEntries(Object.entries(pages).map(([file, page]) => [pathOf(file), page]));
}
