/** `exports/help-center.csv` → "Help center"; initials stay. */
export function titleOfFile(path: string): string {
  const name = (path.split(/[\\/]/).pop() ?? "").replace(/\.[^.]+$/, "");
  const words = name.replace(/[-_]+/g, " ").trim();
  return /^[a-z]{2,4}$/.test(words) ? words.toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1);
}
