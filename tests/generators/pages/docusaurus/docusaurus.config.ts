import type { Config } from "@docusaurus/types";
import type * as Preset from "@docusaurus/preset-classic";

const config: Config = {
  title: "Traps",
  url: "https://example.com",
  baseUrl: "/base/",
  onBrokenLinks: "ignore",
  onBrokenAnchors: "ignore",
  onDuplicateRoutes: "ignore",
  i18n: { defaultLocale: "en", locales: ["en", "fr"] },
  presets: [
    [
      "classic",
      {
        docs: { sidebarPath: undefined, exclude: ["**/_*.{js,jsx,ts,tsx,md,mdx}", "**/_*/**", "**/skipped/**"] },
        blog: { routeBasePath: "news", onInlineTags: "ignore", onInlineAuthors: "ignore", onUntruncatedBlogPosts: "ignore" },
        theme: {},
      } satisfies Preset.Options,
    ],
  ],
  plugins: [
    [
      "@docusaurus/plugin-content-docs",
      { id: "community", path: "community", routeBasePath: "/community", numberPrefixParser: false },
    ],
  ],
};

export default config;
