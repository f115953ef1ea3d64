/**
 * What Nuxt Content keeps of each page: its database in version 3, its store in version 2. The pages that a site writes
 * in advance are of the same parts, which is checked here.
 */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { collect, filesIn, run, type ExpectedPages } from "./collect.ts";
import { install } from "./install.ts";
import { markedFile, markPages } from "./word-marks.ts";

const second = install("nuxt2c", ["@nuxt/content@2", "nuxt@3"]);
const third = install("nuxt3c", ["@nuxt/content@3", "nuxt@3", "better-sqlite3"]);

const generator = [third.versions[0] ?? "", ...second.versions];

collect({ name: "nuxt", build: (folder, site) => ({ generator, pages: build(folder, site) }) });

function build(folder: string, name: string): ExpectedPages {
  const isThird = name.startsWith("v3");
  // Nuxt finds its packages in folders above, and not through links.
  const site = join((isThird ? third : second).folder, "site");
  rmSync(site, { recursive: true, force: true });
  cpSync(folder, site, { recursive: true });
  if (!existsSync(join(site, "package.json")))
    writeFileSync(join(site, "package.json"), `{ "private": true, "type": "module" }\n`);
  markPages(site);
  run("npx", ["nuxi", "generate"], site);
  const base = /baseURL: "(.*?)\/"/.exec(readFileSync(join(site, "nuxt.config.ts"), "utf8"))?.[1] ?? "";
  const pages = isThird ? readDatabase(site) : readStore(site);
  for (const page of Object.values(pages)) {
    const file = join(site, ".output/public", decodeURI(page.address), "index.html");
    if (existsSync(file)) compareIds(page.address, page.ids ?? [], readFileSync(file, "utf8"));
    page.address = base + page.address;
  }
  rmSync(site, { recursive: true });
  return pages;
}

interface Row {
  id: string;
  path: string;
  body: string;
}

function readDatabase(site: string): ExpectedPages {
  const database = new DatabaseSync(":memory:");
  const dump = filesIn(site, ".nuxt/**/sql_dump.txt")[0] ?? "";
  database.exec(readFileSync(join(site, dump), "utf8"));
  const pages: ExpectedPages = {};
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as {
    name: string;
  }[];
  for (const { name } of tables) {
    const columns = database.prepare(`pragma table_info("${name}")`).all() as { name: string }[];
    if (!columns.some((column) => column.name === "path")) continue;
    for (const { id, path, body } of database
      .prepare(`select id, path, body from "${name}"`)
      .all() as unknown as Row[]) {
      // Hidden files are pages, too; no site is known that has any.
      if (!id.endsWith(".md") || /\/\./.test(id)) continue;
      const ids: string[] = [];
      walk((JSON.parse(body) as { value: unknown }).value, ids);
      const file = markedFile(body);
      if (file === undefined) throw new Error(`no file of ${id}`);
      pages[file] ??= { address: encodeURI(path), ids };
    }
  }
  return pages;
}

/** `["h2", { "id": "x" }, "Text"]` */
function walk(node: unknown, ids: string[]): void {
  if (!Array.isArray(node)) return;
  const [tag, properties, ...children] = node as [unknown, Record<string, unknown>?, ...unknown[]];
  if (typeof tag === "string" && /^h[1-6]$/.test(tag)) add(properties?.["id"], ids);
  else if (Array.isArray(tag)) walk(tag, ids);
  if (Array.isArray(properties)) walk(properties, ids);
  for (const child of children) walk(child, ids);
}

function add(id: unknown, ids: string[]): void {
  const written = typeof id === "string" ? id : "";
  ids.push(ids.includes(written) ? "" : written);
}

interface StoredNode {
  tag?: string;
  props?: Record<string, unknown>;
  children?: StoredNode[];
}

function readStore(site: string): ExpectedPages {
  const pages: ExpectedPages = {};
  const store = join(site, ".nuxt/content-cache/parsed");
  for (const path of filesIn(store, "**/*.md")) {
    const { parsed } = JSON.parse(readFileSync(join(store, path), "utf8")) as {
      parsed: { _path: string; _draft: boolean; body: StoredNode };
    };
    // The site answers with no draft.
    if (parsed._draft) continue;
    const ids: string[] = [];
    const read = ({ tag = "", props, children = [] }: StoredNode): void => {
      if (/^h[1-6]$/.test(tag)) add(props?.["id"], ids);
      children.forEach(read);
    };
    read(parsed.body);
    pages[path] = { address: encodeURI(parsed._path), ids };
  }
  return pages;
}

function compareIds(address: string, ids: readonly string[], html: string): void {
  const main = /<main[^]*?<\/main>/.exec(html)?.[0] ?? "";
  const shown = [...main.matchAll(/<h[1-6]((?:\s[^>]*)?)>/g)].map(
    ([, attributes = ""]) => /\sid="([^"]*)"/.exec(attributes)?.[1] ?? "",
  );
  if (shown.length > 0 && shown.join() !== ids.join())
    throw new Error(`${address}: ${shown.join()} is not ${ids.join()}`);
  process.stdout.write(`${address}: ${shown.length} headings as they are kept\n`);
}
