/** The name of an option, as against a word, the name of a file or the title of a tab. */
const OPTION_NAME =
  /^(?!.*\/|.*\.(?:[cm]?[jt]sx?|json|html?|css|mdx?|toml|ya?ml|sh|astro|vue)$)\S*(?:[._:-]|\p{Ll}\p{Lu})\S*$/u;

export function isOptionName(label: string): boolean {
  return OPTION_NAME.test(label.replaceAll("`", ""));
}
