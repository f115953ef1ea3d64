/** As `--generator` takes them. `plain`: no generator is known. */
export const GENERATOR_NAMES = [
  "antora",
  "astro",
  "docusaurus",
  "eleventy",
  "gitbook",
  "hugo",
  "jekyll",
  "mdbook",
  "mkdocs",
  "nextra",
  "nuxt",
  "sphinx",
  "starlight",
  "vitepress",
  "plain",
] as const;
export type GeneratorName = (typeof GENERATOR_NAMES)[number];
