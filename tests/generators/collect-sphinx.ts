import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { collect, filesIn, run, type ExpectedPages } from "./collect.ts";

const generator = [`sphinx ${run("sphinx-build", ["--version"], ".").trim().split(" ")[1] ?? ""}`];

collect({ name: "sphinx", build: (folder) => ({ generator, pages: build(folder) }) });

function build(folder: string): ExpectedPages {
  const source = dirname(filesIn(folder, "**/conf.py")[0] ?? "conf.py").replace(/^\.$/, "");
  const readthedocs = join(folder, ".readthedocs.yaml");
  const isDirectory = existsSync(readthedocs) && readFileSync(readthedocs, "utf8").includes("dirhtml");
  const configuration = readFileSync(join(folder, source, "conf.py"), "utf8");
  const base = new URL(/^html_baseurl = "(.*)"$/m.exec(configuration)?.[1] ?? "https://example.com/")
    .pathname;
  run(
    "sphinx-build",
    ["-q", "-b", isDirectory ? "dirhtml" : "html", join(folder, source), join(folder, "built")],
    folder,
  );
  const pages: ExpectedPages = {};
  for (const file of filesIn(join(folder, source), "**/*.{md,rst,txt}")) {
    const name = file.replace(/\.[^.]+$/, "");
    const place = isDirectory && !/(?:^|\/)index$/.test(name) ? `${name}/index` : name;
    const path = join(folder, "built", `${place}.html`);
    if (!existsSync(path)) continue;
    const address = isDirectory ? place.replace(/(?:^|(?<=\/))index$/, "") : `${place}.html`;
    const html = readFileSync(path, "utf8");
    const [, body = ""] = /<div class="body" role="main">([\s\S]*?)<div class="clearer"/.exec(html) ?? [];
    // The id of a heading stands on its section, but of one that is written in HTML.
    const marks = file.endsWith(".md")
      ? /<(?:section|h[1-6]) (?:class="[^"]*" )?id="([^"]*)"/g
      : // And that of an object or a term on its signature.
        /<(?:section|dt)(?: class="[^"]*")? id="([^"]*)"/g;
    const ids = [...body.matchAll(marks)].map(([, id = ""]) => id);
    pages[source === "" ? file : `${source}/${file}`] = {
      address: base + encodeURI(address),
      ids,
      html: body.replace(/(?:\s*<\/div>)+\s*$/, "").trim(),
    };
  }
  for (const file of filesIn(join(folder, source, "extra"), "**/*.html")) {
    pages[`extra/${file}`] = { address: base + encodeURI(file), ids: [] };
  }
  return pages;
}
