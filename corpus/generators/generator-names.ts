/** As `--generator` takes them. `plain`: no generator is known. */
export const GENERATOR_NAMES = [
  "antora",
  "astro",
  "docfx",
  "docusaurus",
  "eleventy",
  "fumadocs",
  "gitbook",
  "hexo",
  "honkit",
  "hugo",
  "jekyll",
  "mdbook",
  "mkdocs",
  "next",
  "nextra",
  "nuxt",
  "sphinx",
  "starlight",
  "vitepress",
  "plain",
] as const;
export type GeneratorName = (typeof GENERATOR_NAMES)[number];
