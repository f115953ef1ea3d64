/** As `--generator` takes them. `plain`: no generator is known. */
export const GENERATOR_NAMES = ["plain", "antora", "vitepress"] as const;
export type GeneratorName = (typeof GENERATOR_NAMES)[number];
