/** The pages of a repository that the encoder is learned from. */
import { choosePages, isEnglish } from "./choose-pages.ts";
import { listFiles, readFiles } from "./git-files.ts";
import { parsePage, type ParsedPage } from "./parse-page.ts";
import type { Repository } from "./repositories.ts";

/** Longer pages are data. */
const MAX_PAGE_CHARS = 200_000;

/** Its pages without the sections that an earlier page has word for word. @param seen texts of sections, added to. */
export function readPages(repository: Repository, seen: Set<string>): ParsedPage[] {
  const paths = choosePages(listFiles(repository));
  const texts = readFiles(repository, paths);
  return paths.flatMap((path, at) => {
    const text = texts[at] ?? "";
    if (text.length > MAX_PAGE_CHARS || !isEnglish(text)) return [];
    const page = parsePage(path, text);
    const sections = page.sections.filter(({ sentences }) => {
      const key = sentences.join(" ");
      return !seen.has(key) && seen.add(key);
    });
    return sections.length === 0 ? [] : [{ ...page, sections }];
  });
}
