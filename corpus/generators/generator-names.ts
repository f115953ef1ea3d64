/** As `--generator` takes them. `plain`: no generator is known. */
export const GENERATOR_NAMES = [
  "antora",
  "hugo",
  "jekyll",
  "mdbook",
  "mkdocs",
  "sphinx",
  "vitepress",
  "plain",
] as const;
export type GeneratorName = (typeof GENERATOR_NAMES)[number];
