/** Lower case, with a hyphen between words of letters and digits of any script: `Don't panic!` → `dont-panic`. */
export function slugifyWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
