/**
 * The one ordered list of the site's pages: the left navigation, previous and next, and the sitemap follow it.
 * The build fails on a page that is missing here and on an entry without a page.
 */
export interface NavigationGroup {
  title: string;
  /** URL paths of the pages, in reading order. */
  pages: readonly string[];
}

export const NAVIGATION: readonly NavigationGroup[] = [
  {
    title: "Start",
    pages: [
      "/",
      "/guide/choosing/",
      "/guide/coming-from-a-chatbot/",
      "/guide/quick-start/",
      "/guide/install/",
      "/playground/",
    ],
  },
  {
    title: "Add it to your site",
    pages: [
      "/guide/wordpress/",
      "/guide/webflow/",
      "/guide/shopify/",
      "/guide/static-site-generators/",
      "/guide/single-page-apps/",
      "/guide/tag-manager/",
    ],
  },
  {
    title: "The element",
    pages: [
      "/element/attributes/",
      "/element/modes/",
      "/element/theming/",
      "/element/methods/",
      "/element/events/",
      "/element/analytics/",
      "/element/conversations/",
      "/element/languages/",
    ],
  },
  {
    title: "Your content",
    pages: [
      "/content/",
      "/content/corpus/",
      "/content/live-site/",
      "/content/files/",
      "/content/apis-and-changelogs/",
      "/content/exports/",
      "/content/check-addresses/",
      "/content/keep-out/",
      "/content/chunking/",
      "/content/prepared-answers/",
      "/content/reports/",
      "/content/writing/",
      "/content/golden-questions/",
      "/content/measuring/",
      "/content/judging/",
    ],
  },
  {
    title: "Answers",
    pages: [
      "/answers/how-it-answers/",
      "/answers/encoder/",
      "/answers/citations/",
      "/answers/refusals/",
      "/answers/providers/",
      "/answers/reranking/",
      "/answers/caching/",
      "/answers/feedback/",
    ],
  },
  {
    title: "Host it",
    pages: [
      "/host/run-locally/",
      "/host/cloudflare/",
      "/host/configuration/",
      "/host/limits/",
      "/host/upgrading/",
    ],
  },
  {
    title: "Reference",
    pages: [
      "/reference/cli/",
      "/reference/eval/",
      "/reference/http-api/",
      "/reference/streaming/",
      "/reference/glossary/",
    ],
  },
  {
    title: "Trust",
    pages: [
      "/trust/content-security-policy/",
      "/trust/privacy/",
      "/trust/security/",
      "/trust/accessibility/",
      "/trust/performance/",
    ],
  },
  {
    title: "Help",
    pages: ["/help/troubleshooting/", "/help/faq/", "/help/architecture/", "/help/changelog/"],
  },
];

/** Every page in reading order. */
export const PAGE_ORDER: readonly string[] = NAVIGATION.flatMap((group) => group.pages);
