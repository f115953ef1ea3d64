import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collect, filesIn, readMarkedPages, run } from "./collect.ts";

const TEMPLATE =
  '<main data-file="{{ with .File }}{{ .Filename }}{{ end }}" data-address="{{ .RelPermalink }}">{{ .Content }}</main>\n';

collect("hugo", run("hugo", ["version"], ".").split(" ")[1] ?? "", (folder) => {
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
});
