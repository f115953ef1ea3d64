import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collect, run, type ExpectedPages } from "./collect.ts";
import { readMarkedPages } from "./template-marks.ts";

const generator = [`mkdocs ${/\d+(?:\.\d+)+/.exec(run("mkdocs", ["--version"], "."))?.[0] ?? ""}`];

collect({ name: "mkdocs", build: (folder) => ({ generator, pages: build(folder) }) });

function build(folder: string): ExpectedPages {
  const configuration = readFileSync(join(folder, "mkdocs.yml"), "utf8");
  const docs = /^docs_dir: (.*)$/m.exec(configuration)?.[1] ?? "docs";
  const base = new URL(/^site_url: (.*)$/m.exec(configuration)?.[1] ?? "https://example.com/").pathname;
  mkdirSync(join(folder, "theme"));
  const address = "{% if page.url == '.' or page.url == './' %}{% else %}{{ page.url }}{% endif %}";
  writeFileSync(
    join(folder, "theme/main.html"),
    `<main data-file="${docs}/{{ page.file.src_uri }}" data-address="${base}${address}">{{ page.content }}</main>\n`,
  );
  run("mkdocs", ["build", "--quiet", "--site-dir", "built"], folder);
  const pages = readMarkedPages(join(folder, "built"), folder, { folders: [docs], base });
  for (const [file, page] of Object.entries(pages)) {
    if (file.endsWith(".html")) page.address = page.address.replace(/(^|\/)index\.html$/, "$1");
  }
  return pages;
}
