import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collect, run, type ExpectedPages } from "./collect.ts";
import { install } from "./install.ts";
import { fileAddress, markPages, readMarkedSite } from "./word-marks.ts";

const { folder: generator, versions } = install("antora", ["@antora/cli@3", "@antora/site-generator@3"]);

/** The smallest of Antora's user interfaces. */
const PAGE = `<!doctype html><html><body><main><h1>{{{page.title}}}</h1>{{{page.contents}}}</main></body></html>\n`;

collect({ name: "antora", build: (folder) => ({ generator: versions, pages: build(folder) }) });

function build(folder: string): ExpectedPages {
  markPages(folder);
  // Antora reads what was committed, and a user interface beside.
  const git = (...words: string[]): string =>
    run(
      "git",
      ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "core.quotePath=off", ...words],
      folder,
    );
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "pages");
  const design = join(folder, "built-design");
  mkdirSync(join(design, "layouts"), { recursive: true });
  for (const name of ["default", "404"]) writeFileSync(join(design, "layouts", `${name}.hbs`), PAGE);
  const output = join(folder, "built");
  run(
    "node",
    [
      join(generator, "node_modules/@antora/cli/bin/antora"),
      "--ui-bundle-url",
      design,
      "--to-dir",
      output,
      join(folder, "antora-playbook.yml"),
    ],
    generator,
  );
  if (!existsSync(output)) throw new Error("nothing was built");
  const url = /^ {2}url: (https.*)$/m.exec(run("cat", ["antora-playbook.yml"], folder))?.[1];
  const base = url === undefined ? "" : new URL(url).pathname.replace(/\/$/, "");
  const style = /html_extension_style: (\w+)/.exec(run("cat", ["antora-playbook.yml"], folder))?.[1];
  return readMarkedSite({
    output,
    addressOf(path) {
      const address = base + fileAddress(path);
      // Only a folder's own page is named after it where extensions are not shown but written.
      if (style === "drop") return address.replace(/\.html$/, "");
      return style === "indexify" ? address : base + `/${path}`;
    },
    isContent: ({ tagName }) => tagName === "main",
  });
}
