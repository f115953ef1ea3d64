/** `pt-BR` → `pt`: the language of a tag, without its region and script. */
export function baseLanguage(language: string): string {
  return language.toLowerCase().split(/[-_]/, 1)[0] ?? "";
}
