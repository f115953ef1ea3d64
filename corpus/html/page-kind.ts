/**
 * Pages that hold no text of their own: errors, redirects, searches, lists of other pages, log-in forms. Told by what
 * the page says, by where it lies, and by the classes with which generators name kinds of pages; never by one word of
 * an ordinary page.
 */
import type { LeftOutReason } from "../formats/document.ts";
import type { Element, Root } from "hast";
import type { PageHead } from "./head.ts";
import type { ReadPage } from "./read-page.ts";
import { attribute, eachElement, elementChildren, headingDepth } from "./tree.ts";
import { visibleText } from "./visible-text.ts";

export interface JudgedPage {
  head: PageHead;
  read: ReadPage;
  page: Root;
  title: string | undefined;
  /** Words that were read. */
  words: number;
  /** Below the root of the site, as the file or the address has it. */
  path: string;
}

export interface NoPage {
  reason: LeftOutReason;
  detail: string;
}

export function judgePage(judged: JudgedPage): NoPage | undefined {
  const redirect = redirectOf(judged);
  if (redirect !== undefined) return redirect;
  if (judged.head.noIndex)
    return { reason: "noindex", detail: "its robots meta, or an attribute of its body, asks for it" };
  if (FOLDER_TITLE.test(judged.title ?? ""))
    return { reason: "listing", detail: "lists the files of a folder" };
  return errorOf(judged) ?? logInOf(judged) ?? listingOf(judged);
}

/** As servers title what they make of a folder without a page. */
const FOLDER_TITLE = /^(?:index of|directory listing (?:for|of)) \//i;

/** Text of a page that leads on by itself. */
const MAX_REDIRECT_WORDS = 60;
const MAX_REFRESH_SECONDS = 30;
const REDIRECT_TITLE =
  /^(?:redirect(?:ing|ed)?\b|moved\b|page moved|document moved|weiterleitung|redirection\b|30[1278]\b)/i;
/** Without a script or a meta tag its reader follows the link. */
const MOVED_TITLE =
  /^(?:(?:the|this|our|that) )?(?:page|document|site|website|article|content) (?:has |have |was |is )?(?:been )?(?:moved|relocated)\b|^(?:diese |die )?seite (?:ist |wurde )?(?:umgezogen|verschoben)|^(?:cette |la )?page a (?:été déplacée|déménagé)/i;
const MAX_MOVED_WORDS = 40;
const SCRIPT_REDIRECT =
  /(?:window\.|document\.|self\.|top\.)?location(?:\.href)?\s*=\s*["'`]|location\.(?:replace|assign)\(\s*["'`]/;

function redirectOf({ head, read, page, title = "", words }: JudgedPage): NoPage | undefined {
  if (words > MAX_REDIRECT_WORDS) return undefined;
  const target = head.refresh?.target;
  // A page that reloads itself shows something that changes.
  if (target !== undefined && (head.refresh?.seconds ?? 0) <= MAX_REFRESH_SECONDS) {
    return { reason: "redirect", detail: `leads to ${target}` };
  }
  const isStub = words <= 12 || REDIRECT_TITLE.test(title);
  if (isStub && scriptRedirects(page))
    return { reason: "redirect", detail: "its script leads to another page" };
  if (head.canonical !== undefined && REDIRECT_TITLE.test(title) && words <= 30) {
    return { reason: "redirect", detail: `leads to ${head.canonical}` };
  }
  const isMoved = MOVED_TITLE.test(read.heading ?? title) && words <= MAX_MOVED_WORDS;
  if (isMoved && read.main.links > 0 && read.main.links <= 2)
    return { reason: "redirect", detail: "says that it has moved" };
  return undefined;
}

function scriptRedirects(page: Root): boolean {
  let redirects = false;
  eachElement(page, (element) => {
    if (element.tagName !== "script" || redirects) return !redirects;
    const [text] = element.children;
    redirects = text?.type === "text" && text.value.length < 4000 && SCRIPT_REDIRECT.test(text.value);
    return false;
  });
  return redirects;
}

const ERROR_FILE =
  /(?:^|\/)(?:40[0134]|410|50[0-4]|_error|error|not-found|notfound|offline)(?:\.html?|\/(?:index\.html?)?)?$/i;
/** At the root of a site, or of a language of it; below other folders a page is about errors. */
const ERROR_PLACE = /^\/?(?:[a-z]{2,3}(?:-[a-z\d]{2,4})?\/)?[^/]+(?:\/(?:index\.html?)?)?$/i;
const ERROR_TITLE =
  /^(?:(?:error|http|http error|fehler|erreur)?\s*[:-]?\s*(?:40[0134]|410|50[0-4])\b|(?:the\s)?page (?:was )?(?:not|could not be|cannot be|can't be) found|page (?:does not|doesn't) exist|not found\b|(?:the\s)?(?:page|seite|p[áa]gina|page) (?:you .{0,30})?(?:not found|nicht gefunden|no encontrada|introuvable|non trovata|n[ãa]o encontrada|niet gevonden)|p[áa]gina (?:no encontrada|n[ãa]o encontrada|non trovata)|pagina niet gevonden|seite nicht gefunden|oops\b|nothing found|file not found|404|service unavailable|internal server error|forbidden$|access denied$|ページが見つかりません|页面(?:未找到|不存在)|страница не найдена|nie znaleziono strony)/i;
const APOLOGY =
  /(?:sorry|could(?:n't| not) find|can(?:'t|not) find|(?:does(?:n't| not)|no longer) exist|looking for|not be found|not found|broken link|their link is broken|has (?:been )?moved|typed the address|went wrong|nicht gefunden|introuvable|no encontrad|non trovat|n[ãa]o encontrad)/i;
/** Says by itself that there is no page: one on the status 404 has another title. */
const NO_PAGE_TITLE =
  /^(?:(?:error ?)?404[\s:|–—-]*)?(?:(?:oops|sorry)[!,.…]* )?(?:(?:the |this |that )?page (?:was |could |can(?:'t|not) |is )?(?:(?:not|be) ){1,3}found|(?:the |this |that )?page (?:does(?: not|n't) exist|is missing)|(?:die )?seite (?:(?:wurde )?nicht gefunden|existiert nicht)|page (?:introuvable|non trouvée)|(?:la )?p[áa]gina (?:no encontrada|n[ãa]o encontrada|non trovata)|pagina niet gevonden|sidan hittades inte|siden (?:blev )?ikke funnet|siden blev ikke fundet|sivua ei löytynyt|sayfa bulunamadı|страница не найдена|сторінку не знайдено|nie znaleziono strony|stránka nenalezena|ページが見つかりません(?:でした)?|(?:页面|頁面)(?:未找到|不存在|找不到)|페이지를 찾을 수 없습니다|الصفحة غير موجودة)[.!…]?(?:\s[|–—·-]\s.{0,60})?$/iu;
const MAX_APOLOGY_WORDS = 60;
const MAX_ERROR_WORDS = 120;

function errorOf({ head, read, title = "", words, path }: JudgedPage): NoPage | undefined {
  if (
    head.pageClasses.some((name) =>
      /^(?:error-?404|error404|page-404|template-404|not-found|error-page|is-404|http-error)$/i.test(name),
    )
  ) {
    return { reason: "error-page", detail: "its class says so" };
  }
  if (words > MAX_ERROR_WORDS) return undefined;
  const isErrorTitle =
    ERROR_TITLE.test((read.heading ?? title).replace(/`/g, "").trim()) || ERROR_TITLE.test(title.trim());
  const isErrorFile = ERROR_FILE.test(path) && ERROR_PLACE.test(path);
  if (isErrorFile && (isErrorTitle || words <= 60)) return { reason: "error-page", detail: title };
  const isNoPage = [read.heading, title].some(
    (name) => name !== undefined && NO_PAGE_TITLE.test(name.trim()),
  );
  if (isNoPage && words <= MAX_APOLOGY_WORDS) return { reason: "error-page", detail: title };
  if (isErrorTitle && apologises(read)) return { reason: "error-page", detail: title };
  return undefined;
}

/** Whether a page by its place, its title and its length is what a server shows for an error. */
export function isErrorPage({ path, title, words }: { path: string; title: string; words: number }): boolean {
  return words <= MAX_ERROR_WORDS && ERROR_FILE.test(path) && ERROR_TITLE.test(title.trim());
}

function apologises({ items }: ReadPage): boolean {
  return items.some((item) => item.kind === "paragraph" && APOLOGY.test(item.text));
}

const MAX_LOG_IN_WORDS = 60;

const LOG_IN_TITLE =
  /\b(?:log ?in|log ?on|sign ?in|sign ?up|register|registration|password|authentication|anmelden|anmeldung|einloggen|connexion|se connecter|iniciar sesi[oó]n|acceder|accedi|entrar|inloggen|logga in|logg inn)\b|вход|войти|ログイン|登录|登錄|로그인/iu;
/** A site may ask for it beside the text of each page. */
const LOG_IN_SHARE = 0.5;

function logInOf({ read, words, title = "" }: JudgedPage): NoPage | undefined {
  const { passwordFormChars, chars } = read.main;
  if (passwordFormChars === undefined || words > MAX_LOG_IN_WORDS) return undefined;
  const isWall =
    LOG_IN_TITLE.test(`${title} ${read.heading ?? ""}`) || passwordFormChars >= chars * LOG_IN_SHARE;
  if (!isWall) return undefined;
  return { reason: "not-a-page", detail: "asks visitors to log in" };
}

const LEAST_TEASERS = 3;
/** A home page may show what is new below its own text. */
const TEASER_SHARE = 0.8;

/** A blog's first page, and its further ones: articles that are dated, whose headings lead to where they are whole. */
function isOfDatedTeasers(page: Root, mainChars: number): boolean {
  let teasers = 0;
  let others = 0;
  let teaserChars = 0;
  eachElement(page, (element) => {
    if (element.tagName !== "article") return true;
    if (isDatedTeaser(element)) {
      teasers += 1;
      teaserChars += visibleText(element).trim().length;
    } else others += 1;
    return false;
  });
  return teasers >= LEAST_TEASERS && others === 0 && teaserChars >= mainChars * TEASER_SHARE;
}

function isDatedTeaser(article: Element): boolean {
  let isDated = false;
  let isLinked = false;
  eachElement(article, (element) => {
    if (element.tagName === "time") isDated = true;
    const depth = headingDepth(element);
    if (
      element.tagName === "a" &&
      elementChildren(element).some((child) => headingDepth(child) !== undefined)
    ) {
      isLinked = true;
    }
    if (depth !== undefined && elementChildren(element).some(leadsAway)) isLinked = true;
    return !(isDated && isLinked);
  });
  return isDated && isLinked;
}

function leadsAway(element: Element): boolean {
  return element.tagName === "a" && !(attribute(element, "href") ?? "#").startsWith("#");
}

const LISTING_CLASS =
  /^(?:archive|category|tag|author|date|search|search-results|search-no-results|tax-[\w-]+|term-[\w-]+|post-type-archive|td-term|td-taxonomy|kind-(?:term|taxonomy)|(?:docs|blog)-tags?-(?:list|post-list|doc-list)-page|docs-tags-list-page|docs-tag-doc-list-page|blog-tags-list-page|blog-tags-post-list-page|blog-list-page|blog-archive-page|blog-authors-(?:list|posts)-page|search-page|template-(?:search|blog)|tag-template|author-template|page-search)$/i;
const LISTING_PATH =
  /(?:^|\/)(?:(?:tags?|categor(?:y|ies)|authors?|archives?|topics?-tag|labels?|series)\/(?:[^/]+(?:\.html?|\/(?:index\.html?)?|\/page\/?\d+\/?(?:index\.html?)?)?)?|(?:tags?|categories|authors|archives?|sitemap)(?:\.html?|\/(?:index\.html?)?)|page\/\d+\/?(?:index\.html?)?|itemlist\/(?:date|tag|user|category)\/.{1,80})$/i;
const SEARCH_PATH = /(?:^|\/)(?:search(?:-results?)?)(?:\.html?|\.php|\/(?:index\.html?)?)?$/i;
/** Of reference generators: an index has every name of the reference, and no word about any. */
const INDEX_FILE =
  /(?:^|\/)(?:genindex(?:-[\w-]+)?|py-modindex|np-modindex|modindex|http-routingtable|allclasses(?:-(?:frame|noframe|index))?|allpackages-index|overview-tree|package-tree|index-all|index-files\/index-\d+|constant-values|serialized-form|help-doc|deprecated-list|hierarchy|functions(?:_\w+)?|globals(?:_\w+)?|namespacemembers(?:_\w+)?|classes|all\.html|api-index-\w+|ix01)(?:\.html?)?$/i;
const MAX_SEARCH_WORDS = 80;

function listingOf({ head, read, page, words, path }: JudgedPage): NoPage | undefined {
  const { chars, linkChars, links } = read.main;
  const density = chars === 0 ? 0 : linkChars / chars;
  if (SEARCH_PATH.test(path) && words <= MAX_SEARCH_WORDS)
    return { reason: "listing", detail: "a search page" };
  const isNamed = head.pageClasses.some((name) => LISTING_CLASS.test(name));
  const isPlaced = LISTING_PATH.test(path);
  if (isNamed && !head.pageClasses.some((name) => /^(?:single|page|singular)$/i.test(name))) {
    return { reason: "listing", detail: "its class says so" };
  }
  // A category may have a page of its own with text: a list has links, and teasers of what they lead to.
  if (isPlaced && links >= 1 && (density > 0.3 || links >= 5 || words <= MAX_SEARCH_WORDS)) {
    return { reason: "listing", detail: "tags, categories, authors or archive" };
  }
  if (isOfDatedTeasers(page, chars)) return { reason: "listing", detail: "the beginnings of dated articles" };
  if (INDEX_FILE.test(path) && links >= 10 && density > 0.75)
    return { reason: "listing", detail: "an index of names" };
  return undefined;
}
