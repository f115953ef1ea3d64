/**
 * Widgets that have no name: a generator of utility classes writes `<div class="flex mt-4">` around everything. They are
 * told by what they say and by where their links lead, and only where they are short.
 */
import type { Element } from "hast";
import { linkDensity, measureOf, type Measures, type TextMeasure } from "./text-measure.ts";
import { attribute, eachElement, elementChildren, headingDepth, type Parent } from "./tree.ts";
import { oneLine, visibleText } from "./visible-text.ts";

/** No widget says more. */
const MAX_WIDGET_CHARS = 400;
const MAX_LINE_CHARS = 120;

const FEED = /^(?:subscribe to (?:this|our) (?:rss|atom)? ?feed|rss feed|atom feed)$/iu;
const TO_TOP =
  /^[↑▲⬆^\s]*(?:(?:back|return|go|jump|scroll) to (?:the )?top|top of (?:the )?page|nach oben|zum seitenanfang|haut de (?:la )?page|retour en haut|volver arriba|voltar ao topo|torna su|наверх|ページの先頭へ(?:戻る)?|トップへ戻る|返回顶部)[\s↑▲⬆^]*$/iu;
const SKIP =
  /^(?:skip (?:to|navigation|links?)\b.{0,40}|jump to (?:content|navigation|main|search)\b.{0,20}|zum (?:haupt)?inhalt(?: springen)?|aller au contenu(?: principal)?|(?:ir|saltar) al contenido(?: principal)?)$/iu;
/** "← Back to events". */
const BACK = /^[«‹←⟵<]\s*(?:back|return|all|zurück|retour|volver|voltar|torna|назад)(?: .{1,40})?$/iu;
const PRINT =
  /^(?:print|print (?:this )?(?:page|article|friendly version)|(?:(?:diese )?seite |artikel )?(?:aus)?drucken|imprimer(?: (?:cette |la )?page)?|imprimir(?: (?:esta )?página)?|stampa(?: (?:la )?pagina)?|afdrukken)$/iu;
const HELPFUL =
  /^(?:(?:was|is|did) this (?:(?:page|article|answer|information|content|guide|document|topic|section) )?(?:helpful|useful|help(?: you)?|answer your question)\b|did you find (?:this|what you)|war (?:dieser|diese|dieses) .{1,30} hilfreich|cet article vous a-t-il|¿?(?:te|le|fue|ha sido) .{0,20}útil)/iu;
const UPDATED_AGO = /^(?:last )?(?:updated|modified|edited|published|posted)(?: on)? .{0,30}\bago\.?$/iu;
const COOKIES =
  /\b(?:use|uses|using|accept|verwenden|verwendet|nutzt|nutzen|utilise|utilisons|utiliza|utilizamos|usa)\b.{0,40}\bcookies?\b/iu;
const COMMENT_COUNT =
  /^(?:(?:\d+|one|no) (?:comments?|responses?|replies|reply|thoughts? on .*|kommentare?|commentaires?|comentarios?)|(?:comments?|responses|replies|kommentare|commentaires|comentarios) ?\(\d+\)):?$/iu;
const SHARE_TARGET =
  /(?:facebook\.com\/(?:sharer|share|dialog)|(?:twitter|x)\.com\/(?:intent|share|home\?status)|linkedin\.com\/(?:share|sharing|feed\/\?share)|pinterest\.[\w.]+\/pin\/create|reddit\.com\/submit|t\.me\/share|telegram\.me\/share|wa\.me\/\?|whatsapp\.com\/send|ycombinator\.com\/submitlink|getpocket\.com\/(?:save|edit)|tumblr\.com\/(?:share|widgets)|bsky\.app\/intent|mastodon\S{0,40}\/share)|^(?:mailto|sms):\/?\?|^javascript:.{0,20}print\(/iu;
const TURNS_PAGE =
  /^[«‹←⟵<\s]*(?:Previous|Prev|Next|Older|Newer|Vorherige[rs]?|Nächste[rs]?|Zurück|Weiter|Précédente?|Suivante?|Anterior|Siguiente|Próximo|Precedente|Successivo|上一[页篇章]|下一[页篇章]|前へ|次へ|이전|다음)(?![\p{Ll}])/u;
const ARROW = /^[«‹←⟵]|[»›→⟶]$/u;
/** "< 5 / 13 >": where the page stands among its like. */
const PAGE_OF_PAGES =
  /^(?:[«‹←⟵<] ?\d{1,4} ?(?:\/|\||of|von|de|sur) ?\d{1,4}(?: ?[»›→⟶>])?|\d{1,4} ?(?:\/|\||of|von|de|sur) ?\d{1,4} ?[»›→⟶>])$/u;

/** @param element of the main content, a link, a heading or a block. */
export function isWidget(element: Element, measures: Measures): boolean {
  const measure = measureOf(measures, element);
  if (measure.chars === 0 || measure.chars > MAX_WIDGET_CHARS) return false;
  const { tagName } = element;
  const isLink = tagName === "a";
  if (!isLink && measure.links === 0 && measure.chars > MAX_LINE_CHARS && measure.controls === 0)
    return false;
  const text = oneLine(visibleText(element));
  if (isLink) return isControlLink(element, text);
  if (measure.links > 0 && PAGE_OF_PAGES.test(text)) return true;
  if (headingDepth(element) !== undefined) return HELPFUL.test(text) || COMMENT_COUNT.test(text);
  if (measure.hasTopHeading || measure.blocks > 0) return false;
  if (text.length <= MAX_LINE_CHARS && (HELPFUL.test(text) || UPDATED_AGO.test(text))) return true;
  if (measure.controls > 0 && measure.headings === 0 && COOKIES.test(text)) return true;
  return (
    measure.links > 0 &&
    measure.paragraphs === 0 &&
    (isShareBar(element, measures) || turnsPages(element, measures))
  );
}

function isControlLink(link: Element, text: string): boolean {
  const target = attribute(link, "href") ?? "";
  const isOwn = target === "" || target.startsWith("#") || /^javascript:/i.test(target);
  if (!isOwn) {
    return (
      BACK.test(text) || FEED.test(text) || (PRINT.test(text) && /print|druck|impr|stampa/i.test(target))
    );
  }
  return (
    TO_TOP.test(text) ||
    SKIP.test(text) ||
    PRINT.test(text) ||
    /print\s*\(/.test(attribute(link, "onClick") ?? target)
  );
}

function linksIn(element: Element): Element[] {
  const links: Element[] = [];
  eachElement(element, (child) => {
    if (child.tagName === "a") links.push(child);
  });
  return links;
}

/** All of its links share the page, send it or print it, whatever stands before them. */
function isShareBar(element: Element, measures: Measures): boolean {
  const { chars, linkChars } = measureOf(measures, element);
  return (
    chars - linkChars <= 60 &&
    linksIn(element).every(
      (link) =>
        SHARE_TARGET.test(attribute(link, "href") ?? "") || isControlLink(link, oneLine(visibleText(link))),
    )
  );
}

/** "« Previous: Backups | Next: Keys »". */
function turnsPages(element: Element, measures: Measures): boolean {
  const measure = measureOf(measures, element);
  if (measure.links > 3 || linkDensity(measure) < 0.75) return false;
  let turning = 0;
  for (const link of linksIn(element)) {
    const text = oneLine(visibleText(link));
    const rel = attribute(link, "rel") ?? "";
    if (/\b(?:prev|next)\b/.test(rel)) turning += 2;
    else if (TURNS_PAGE.test(text)) turning += ARROW.test(text) ? 2 : 1;
  }
  return turning >= 2;
}

const CONTENTS_LABEL =
  /^(?:(?:table of )?contents|in this (?:article|page|section|guide|document|topic)|on this page|page contents|jump to(?: (?:a )?section)?|inhalt(?:sverzeichnis)?|auf dieser seite|in diesem artikel|sommaire|table des matières|dans cet article|contenido|tabla de contenidos?|en (?:esta página|este artículo)|índice|indice|目次|目录|本页内容) ?[:：]?$/iu;
const RELATED_LABEL =
  /^(?:related (?:articles?|posts?|stories|products?|pages|topics|questions|content|reading)|similar (?:articles?|posts?|products?|topics|questions|inquiries)|you (?:may|might) (?:also )?(?:like|be interested in)|recommended (?:articles?|posts?|for you)|(?:recent|latest|popular|more) (?:posts?|articles?|comments|stories)|(?:blog )?archives?|share (?:this|on|via)\b.{0,30}|attachments|(?:other )?articles in this section|recently viewed(?: articles)?|people also (?:viewed|read)|verwandte (?:artikel|beiträge)|ähnliche (?:artikel|beiträge)|articles (?:liés|similaires|connexes)|artículos relacionados|関連記事|相关文章) ?[:：]?$/iu;

/**
 * The label of a list of links and the list: the headings of this very page once more, or other pages that may please.
 *
 * @returns what to leave out of the children of `parent`.
 */
export function labelledLinks(parent: Parent, measures: Measures): Element[] {
  const found: Element[] = [];
  const children = elementChildren(parent).filter((child) => measureOf(measures, child).chars > 0);
  for (const [index, label] of children.entries()) {
    const list = children[index + 1];
    const measure = measureOf(measures, label);
    if (list === undefined || measure.chars > 60 || measure.blocks > 0) continue;
    if (!LABELS.has(label.tagName) && headingDepth(label) === undefined) continue;
    const links = measureOf(measures, list);
    if (links.links === 0 || links.headings > 0 || !isLinksOnly(links) || headingDepth(list) === 1) continue;
    const text = oneLine(visibleText(label));
    const leadsWithin =
      links.links >= 2 && linksIn(list).every((link) => (attribute(link, "href") ?? "").startsWith("#"));
    if ((leadsWithin && CONTENTS_LABEL.test(text)) || (!leadsWithin && RELATED_LABEL.test(text)))
      found.push(label, list);
  }
  return found;
}

/** Numbers, dates and sizes may stand beside the links. */
function isLinksOnly(measure: TextMeasure): boolean {
  return (
    measure.paragraphs === 0 &&
    (linkDensity(measure) >= 0.6 || measure.chars - measure.linkChars <= 12 * measure.links)
  );
}

const LABELS: ReadonlySet<string> = new Set(["p", "div", "span", "strong", "b", "summary", "label"]);
