/** Recognises a project of Hugo, and takes from its configuration what decides addresses and ids. */
import { projectPath } from "../address.ts";
import { basePathOf, fieldsOf, isTable, textOf, textsOf, valueAt, type Fields } from "../configuration.ts";
import type { DetectedProject, ProjectFolder } from "../generator.ts";
import { bundlesOf, mountsOf } from "./content-folders.ts";
import { readHugoConfiguration } from "./read-configuration.ts";
import type { GoldmarkSettings, HugoSettings } from "./settings.ts";

export async function detectHugo(folder: ProjectFolder): Promise<DetectedProject<HugoSettings> | undefined> {
  const found = await readHugoConfiguration(folder);
  if (found === undefined) return undefined;
  const { fields, problems } = found;
  const mounts = mountsOf(fields);
  const staticFolders = ["", ...Array.from({ length: 11 }, (_, index) => String(index))]
    .flatMap((suffix) => textsOf(fields[`staticdir${suffix}`]))
    .map(projectPath);
  if (staticFolders.length === 0) staticFolders.push("static");
  const settings: HugoSettings = {
    ...readSettings(fields),
    mounts,
    staticFolders,
    ...(await bundlesOf(folder, mounts)),
  };
  return {
    settings,
    basePath: basePathOf(textOf(fields["baseurl"])),
    content: [...new Set([...mounts.map((mount) => mount.folder), ...staticFolders])],
    output: [projectPath(textOf(fields["publishdir"]) ?? "public"), "resources"],
    ...(problems.length > 0 && { problems }),
  };
}

function readSettings(
  fields: Fields,
): Omit<HugoSettings, "mounts" | "staticFolders" | "leafBundles" | "branchBundles"> {
  const disabled = textsOf(fields["disablelanguages"]);
  const languages = Object.keys(fieldsOf(fields["languages"])).filter(
    (key) => !disabled.includes(key) && valueAt(fields, "languages", key, "disabled") !== true,
  );
  const defaultLanguage = textOf(fields["defaultcontentlanguage"])?.toLowerCase() ?? "en";
  const all = [...new Set([defaultLanguage, ...languages])];
  const tagOf = (key: string): string =>
    textOf(valueAt(fields, "languages", key, "languagecode")) ??
    textOf(valueAt(fields, "languages", key, "locale")) ??
    (languages.length < 2 ? (textOf(fields["languagecode"]) ?? textOf(fields["locale"])) : undefined) ??
    key;
  const permalinks = fieldsOf(fields["permalinks"]);
  const textsIn = (table: Fields): Record<string, string> =>
    Object.fromEntries(
      Object.entries(table).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
    );
  const ugly = fields["uglyurls"];
  return {
    defaultLanguage,
    languages,
    languageTags: Object.fromEntries(all.map((key) => [key, tagOf(key)])),
    defaultLanguageInSubfolder: fields["defaultcontentlanguageinsubdir"] === true,
    uglyUrls: isTable(ugly)
      ? Object.fromEntries(Object.entries(ugly).map(([key, value]) => [key, value === true]))
      : ugly === true,
    permalinks: { ...textsIn(permalinks), ...textsIn(fieldsOf(permalinks["page"])) },
    sectionPermalinks: textsIn(fieldsOf(permalinks["section"])),
    keepsCase: fields["disablepathtolower"] === true,
    removesAccents: fields["removepathaccents"] === true,
    datesFromNames: textsOf(valueAt(fields, "frontmatter", "date")).includes(":filename"),
    buildsDrafts: fields["builddrafts"] === true,
    buildsFuture: fields["buildfuture"] === true,
    buildsExpired: fields["buildexpired"] === true,
    ignored: textsOf(fields["ignorefiles"]),
    headingIds: goldmarkSettings(fields),
  };
}

function goldmarkSettings(fields: Fields): GoldmarkSettings {
  const parser = fieldsOf(valueAt(fields, "markup", "goldmark", "parser"));
  const handler = textOf(valueAt(fields, "markup", "defaultmarkdownhandler"))?.toLowerCase() ?? "goldmark";
  const type = textOf(parser["autoheadingidtype"] ?? parser["autoidtype"]) ?? "github";
  const rule = (["github", "github-ascii", "blackfriday"] as const).find((each) => each === type);
  const hasIds = parser["autoheadingid"] !== false && (handler === "goldmark" || handler === "blackfriday");
  return {
    rule: !hasIds ? "none" : handler === "blackfriday" ? "blackfriday" : (rule ?? "none"),
    hasTitleAttributes: valueAt(parser, "attribute", "title") !== false,
  };
}
