/**
 * What classes and ids say of an element. Sites name the same thing alike, whatever made them: what is matched are
 * the words of a name (`article-votes`, `articleVotes`, `article__votes`), never the name of one theme.
 */
import type { Element } from "hast";
import { classNames, findElement } from "./tree.ts";

export type NameKind =
  /** Not the page's text, whatever is in it. */
  | "furniture"
  /** Not the page's text where it is mostly links, controls, or a few words. */
  | "likely-furniture"
  /** The same, unless it has headings or paragraphs and nothing to choose. */
  | "likely-menu"
  /** Holds the page's main content. */
  | "content"
  /** A note to the text around it, which is text. */
  | "note";

/** `has-sidebar`, `page-with-toc`, `anchorTargetStickyNavbar`: says what stands elsewhere on the page. */
const ABOUT_ANOTHER =
  /^(?:has|no|not|with|without|is|enable|disable|hide|show|hides|layout|template|js|wp-custom|page-with|page-has|body|anchor-with|anchor-target)-|-(?:layout|template|enabled|disabled|visible|active|open|page|offset|aware|collapsed|left-content)$/;

const words = (text: string): string => text.trim().split(/\s+/).join("|");
const whole = (text: string): RegExp => new RegExp(`^(?:${words(text)})$`);
const anywhere = (text: string): RegExp => new RegExp(`(?:^|-)(?:${words(text)})(?:-|$)`);
/** Words that sites also write as one: `sharebutton`, `relatedposts`. */
const joined = (text: string): RegExp => anywhere(text.replace(/-(?![?])/g, "-?"));

const FURNITURE = [
  // Where one is, and where one may go.
  joined(`breadcrumbs? crumbs breadcrumblist pagination paginator paginate pager page-nav page-navigation post-nav
    post-navigation posts-navigation posts-nav nav-links nav-links? prev-next next-prev nextprev prevnext
    previous-next next-previous article-navigation footer-buttons skip-link skip-links skiplinks? skip-nav
    skip-navigation skip-to skip-to-content jump-link jump-to-nav back-to-top backtotop scroll-to-top scroll-top to-top
    edit-page edit-link edit-this edit-this-page edit-on edit-on-github edit-github edit-meta improve-this page-edit
    editlink editsection edit-section page-actions page-tools article-tools post-tools page-source-link article-actions view-source source-link-github
    language-switcher language-selector language-picker lang-switcher lang-switch lang-selector locale-switcher
    version-switcher version-selector version-picker version-badge version-banner version-warning versionwarning theme-toggle theme-switcher theme-switch color-mode-toggle
    tableofcontents table-of-contents on-this-page page-toc toc-macro toctree toctree-wrapper local-toc right-toc`),
  // What is said about the page, and what others say.
  joined(`comments?-area comments?-section comments?-list comments?-form comments?-wrapper comments?-container
    (?:article|post|page|entry|blog|news|wp-block|product|story|fb)-comments comments?-(?:body|content|text|author|meta|template|reply|count)
    comments?-thread comments?-block comments?-respond commentlist comment-respond disqus giscus utterances
    article-votes votes voting vote-buttons was-this-helpful helpful-votes page-feedback article-feedback doc-feedback
    docs-feedback feedback-widget feedback-form rating-widget star-rating likes-and-labels post-likes like-button
    author-box author-bio author-card author-info author-profile author-block about-author about-the-author
    post-author post-profile entry-author article-author byline post-meta entry-meta article-meta page-meta page-metadata meta-info
    posted-on post-date entry-date post-info entry-footer last-updated last-modified last-edited last-update
    lastmod lastupdated revision-date page-modified reading-time read-time post-views view-count
    post-tags entry-tags article-tags tags?-links tags?-list tagcloud tag-cloud cat-links catlinks post-categories
    post-taxonomies`),
  whole(
    "comments respond related share sharing printfooter navbox site-notice sitenotice site-sub content-sub likes",
  ),
  // What the site wants of its visitors.
  joined(`share-buttons? share-bar share-links? share-icons? share-this sharethis share-post share-article
    sharing-buttons social-share social-sharing social-links social-icons social-media social-buttons social-bar
    sharedaddy addtoany addthis jp-relatedposts related-articles? related-posts? related-content related-links?
    related-pages? related-products? related-topics? related-items? related-resources related-reading related-documents
    related-entries related-stories related-questions relatedposts recommended recommendations recommended-posts
    you-may-like you-may-also-like more-articles more-posts more-stories read-next read-more-posts recently-viewed
    recently-viewed-articles recent-articles recent-posts latest-posts latest-articles latest-comments blog-archive recent-comments popular-posts promoted-articles
    cookie-banner cookie-consent cookie-notice cookie-bar cookie-law cookie-message cookie-popup cookie-info
    cookie-warning cookie-dialog cookie-settings cookies?-policy-banner cookies-banner cookies-notice cookieconsent
    cookie-?law-\\w+ \\w*cookiebot\\w* cookie-?(?:yes|pro|hub|first|script|manager) cky-consent usercentrics\\w* iubenda\\w* osano\\w* klaro
    gdpr gdpr-banner gdpr-cookie consent-banner consent-manager onetrust privacy-banner newsletter newsletter-signup
    newsletter-form subscribe-form subscribe-box subscription-form mailing-list-form email-signup signup-form
    mc-embed-signup announcement-bar announcement-banner announcementbar announcement promo-bar promo-banner
    promotion-bar notification-bar adsbygoogle advert advertisement advertising carbonads banner-ad ad-banner ad-slot
    ad-unit ad-container ad-wrapper ads-container sponsored sponsors-list print-button print-link print-page print-btn
    printfriendly print-friendly chat-widget live-chat chatbot search-form search-box searchbox search-bar search-modal
    docsearch site-search login-form login-box copy-button copy-btn btn-copy copybtn clipboard-copy clipboard-button
    copy-code click-advice method-source-code toggle-source source-toggle copy-to-clipboard download-buttons
    carousel-controls? carousel-indicators slick-arrow slick-dots swiper-button swiper-pagination splide-arrows
    glide-arrows upsells? up-sells? cross-sells? addto-links`),
  whole("ads? noprint newsletter subscribe"),
];

/** On a button beside code; on code itself, where its readers may copy it. */
const COPIES = joined(
  "copy-button copy-btn btn-copy copybtn clipboard-copy clipboard-button copy-code copy-to-clipboard",
);

const LIKELY_MENU = anywhere(
  "nav navbar navigation menu menubar submenu mega-menu megamenu topnav sidenav side-nav",
);

const LIKELY_FURNITURE = [
  anywhere(`topbar top-bar
    sidebar side-bar sphinxsidebar sidebars secondary widget widgets widget-area aside-right toc outline masthead
    header site-header page-footer footer site-footer colophon bottom drawer off-canvas offcanvas modal popup pop-up
    lightbox overlay toast right-column left-column side-column feedback rating helpful comments comment share sharing social related recommended promo
    promotion banner sponsor sponsors ads subscribe signup login signin tags categories tag-list meta metadata
    copyright d-print-none no-print print-none print-hidden hidden-print hide-on-print site-info legal cookie cookies consent announcement notice-bar versions rst-versions toolbar
    actions buttons search author cta call-to-action advert`),
  // The same in other languages.
  anywhere(`teilen weitersagen kommentare werbung anzeige schlagworte partage partager commentaires publicite compartir
    comentarios etiquetas publicidad condividi commenti compartilhar delen reacties`),
];

const CONTENT =
  anywhere(`content main-content maincontent main-body article-body article-content articlebody entry-content
  post-content post-body page-content page-body blog-content doc-content docs-content document-body documentation
  markdown markdown-body markdown-section md-content bodycontent mw-content-text mw-parser-output wiki-content rte
  rich-text prose story-body text-content body-content content-body content-area primary theme-doc-markdown
  field-name-body node-content item-page w-richtext`);

const NOTE =
  /(?:^|-)(?:admonition|callout|alert|note|tip|hint|caution|warning|danger|important|info|notice|attention|infobox|example|custom-block|aside|highlight|panel)(?:-|$)/;

const kinds = new Map<string, NameKind | undefined>();
const MAX_KEPT = 20_000;

/** What one class or id says. */
export function nameKind(name: string): NameKind | undefined {
  if (kinds.has(name)) return kinds.get(name);
  if (kinds.size >= MAX_KEPT) kinds.clear();
  const kind = readName(name);
  kinds.set(name, kind);
  return kind;
}

function readName(name: string): NameKind | undefined {
  // Longer ones, and those of utility classes (`lg:menu`, `w-[4px]`), are no names of a thing.
  if (name.length > 80 || /[[\]:!@/]/.test(name)) return undefined;
  const plain = plainName(name);
  if (ABOUT_ANOTHER.test(plain)) return undefined;
  if (FURNITURE.some((pattern) => pattern.test(plain))) return "furniture";
  if (CONTENT.test(plain) && !/(?:^|-)(?:nav|menu|sidebar|footer|header|toc)(?:-|$)/.test(plain))
    return "content";
  if (LIKELY_FURNITURE.some((pattern) => pattern.test(plain))) return "likely-furniture";
  if (LIKELY_MENU.test(plain)) return "likely-menu";
  return NOTE.test(plain) ? "note" : undefined;
}

/** `articleVotes_x1`, `article__votes` → `article-votes-x1`, `article-votes`. */
export function plainName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[\s_.]+|-{2,}/g, "-")
    .replace(/^-|-$/g, "");
}

/** What an element's classes say, and its id where it names a part of the layout and not a place in the text. */
export function elementKinds(element: Element): ReadonlySet<NameKind> {
  if (element.properties.className === undefined && element.properties.id === undefined) return NONE;
  const found = new Set<NameKind>();
  for (const name of classNames(element)) {
    const kind = nameKind(name);
    if (kind === "furniture" && COPIES.test(plainName(name)) && holdsCode(element)) continue;
    if (kind !== undefined) found.add(kind);
  }
  const { id } = element.properties;
  if (
    typeof id === "string" &&
    ID_NAMES_LAYOUT.has(element.tagName) &&
    !classNames(element).includes("section")
  ) {
    const kind = nameKind(id);
    if (kind !== undefined) found.add(kind);
  }
  return found;
}

function holdsCode(element: Element): boolean {
  return (
    /^(?:code|pre)$/.test(element.tagName) ||
    findElement(element, ({ tagName }) => tagName === "code" || tagName === "pre") !== undefined
  );
}

const NONE: ReadonlySet<NameKind> = new Set();

/** A section's id, or a heading's, is a word of its text: "comments" there is a chapter on comments. */
const ID_NAMES_LAYOUT: ReadonlySet<string> = new Set([
  "div",
  "ul",
  "ol",
  "aside",
  "nav",
  "footer",
  "header",
  "form",
  "table",
  "main",
]);
