/**
 * A release in words: its heading is often a bare number, and people ask for a version, what is new in it, and when it
 * was released. The sentences announce what follows them, so that it is quoted with them.
 */
import type { ReleaseHeading } from "./release-heading.ts";

interface Words {
  newIn: (version: string) => string;
  released: (date: string) => string;
  version: string;
  /** What stands before a colon. */
  beforeColon?: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    newIn: (version) => `New in version ${version}`,
    released: (date) => `, released on ${date}`,
    version: "Version",
  },
  de: {
    newIn: (version) => `Neu in Version ${version}`,
    released: (date) => `, veröffentlicht am ${date}`,
    version: "Version",
  },
  fr: {
    newIn: (version) => `Nouveautés de la version ${version}`,
    released: (date) => `, publiée le ${date}`,
    version: "Version",
    beforeColon: " ",
  },
  es: {
    newIn: (version) => `Novedades de la versión ${version}`,
    released: (date) => `, publicada el ${date}`,
    version: "Versión",
  },
  it: {
    newIn: (version) => `Novità della versione ${version}`,
    released: (date) => `, pubblicata il ${date}`,
    version: "Versione",
  },
  pt: {
    newIn: (version) => `Novidades da versão ${version}`,
    released: (date) => `, publicada em ${date}`,
    version: "Versão",
  },
  nl: {
    newIn: (version) => `Nieuw in versie ${version}`,
    released: (date) => `, uitgebracht op ${date}`,
    version: "Versie",
  },
};

/**
 * @param section heading below the release that the sentence stands under, such as "Fixed".
 * @returns undefined for what has no version yet, and for languages whose words are not known.
 */
export function releaseSentence(
  { version, date }: ReleaseHeading,
  { language, section, isFirst }: { language: string; section?: string | undefined; isFirst: boolean },
): string | undefined {
  const words = WORDS[language.toLowerCase().split("-", 1)[0] ?? ""];
  if (words === undefined || version === undefined) return undefined;
  const release = isFirst
    ? `${words.newIn(version)}${date === undefined ? "" : words.released(date)}`
    : `${words.version} ${version}`;
  return `${release}${section === undefined ? "" : ` – ${section}`}${words.beforeColon ?? ""}:`;
}
