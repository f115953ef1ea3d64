import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collect, filesIn, run, type ExpectedPages } from "./collect.ts";
import { readMarkedPages } from "./template-marks.ts";

const TEMPLATE =
  '<main data-file="{{ with .File }}{{ .Filename }}{{ end }}" data-address="{{ .RelPermalink }}">{{ .Content }}</main>\n';

const generator = [`hugo ${run("hugo", ["version"], ".").split(" ")[1] ?? ""}`];

collect({ name: "hugo", build: (folder) => ({ generator, pages: build(folder) }) });

function build(folder: string): ExpectedPages {
  const base = filesIn(folder, "{*,config/*/*}.{toml,yaml}")
    .map((path) => /^baseURL[ =:]+"?(.*?)"?$/im.exec(readFileSync(join(folder, path), "utf8"))?.[1])
    .find((url) => url !== undefined);
  mkdirSync(join(folder, "layouts/_default"), { recursive: true });
  for (const name of ["single", "list"])
    writeFileSync(join(folder, `layouts/_default/${name}.html`), TEMPLATE);
  run(
    "hugo",
    ["--quiet", "--disableKinds=taxonomy,term,RSS,sitemap,404,robotsTXT", "--destination", "built"],
    folder,
  );
  return readMarkedPages(join(folder, "built"), folder, {
    folders: ["static"],
    base: new URL(base ?? "/", "https://example.com").pathname.replace(/\/*$/, "/"),
  });
}
