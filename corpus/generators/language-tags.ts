/** Languages as folders and suffixes of file names tell them. */

/**
 * Two-letter codes of ISO 639-1 that sites are written in. Left out are those that mostly mean another thing in the
 * name of a file or folder, such as `io`, `so`, `ts`, `co`, `to` and `my`.
 */
const CODES = new Set(
  (
    "af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja jp ka kk km kn " +
    "ko ku ky lo lt lv mk ml mn mr ms nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tk tl tr uk ur uz vi zh"
  ).split(" "),
);
/** Of what is written in the name of a folder, but is no code of ISO 639-1. */
const ALIASES: Readonly<Record<string, string>> = { jp: "ja" };

/** BCP 47 for a name such as `de`, `pt-br`, `zh_CN`, `zh-Hans`; undefined where it names no language. */
export function languageOfName(name: string): string | undefined {
  const [, code = "", script, region] =
    /^([a-z]{2})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i.exec(name) ?? [];
  const language = code.toLowerCase();
  if (!CODES.has(language)) return undefined;
  return [
    ALIASES[language] ?? language,
    script === undefined ? "" : script[0]?.toUpperCase() + script.slice(1).toLowerCase(),
    region?.toUpperCase() ?? "",
  ]
    .filter((part) => part !== "")
    .join("-");
}

/** `page.de` → `page` and `de`; the name itself where it ends with no language. */
export function splitLanguageSuffix(name: string): { name: string; language?: string } {
  const dot = name.lastIndexOf(".");
  const language = dot > 0 ? languageOfName(name.slice(dot + 1)) : undefined;
  return language === undefined ? { name } : { name: name.slice(0, dot), language };
}

/**
 * Folders that hold the same site in several languages. One alone may be a folder with a short name, unless it names
 * a region too.
 */
export function languageFoldersOf(names: readonly string[]): string[] {
  const found = names.filter((name) => languageOfName(name) !== undefined);
  return found.length > 1 || found.some((name) => /[-_]/.test(name)) ? found : [];
}
