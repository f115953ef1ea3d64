/**
 * Follows the colours of the page: its `data-theme`, its `dark` or `light` class, its `color-scheme`, and
 * where it has none of them, the system.
 */
export type Theme = "light" | "dark";

const SYSTEM_DARK = "(prefers-color-scheme: dark)";

/** What the page shows now. */
export function detectTheme(page: Document = document): Theme {
  for (const element of [page.documentElement, page.body]) {
    const named = [element?.dataset["theme"], element?.dataset["colorScheme"], ...(element?.classList ?? [])];
    const theme = named.find((name) => /^(theme-)?(dark|light)$/.test(name ?? ""));
    if (theme) return theme.endsWith("dark") ? "dark" : "light";
  }
  const schemes = getComputedStyle(page.documentElement).colorScheme.split(" ");
  if (schemes.includes("dark") !== schemes.includes("light"))
    return schemes.includes("dark") ? "dark" : "light";
  return matchMedia(SYSTEM_DARK).matches ? "dark" : "light";
}

/** Calls back when what {@link detectTheme} depends on has changed. @returns what ends it. */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  const options = {
    attributes: true,
    attributeFilter: ["class", "style", "data-theme", "data-color-scheme"],
  };
  observer.observe(document.documentElement, options);
  if (document.body) observer.observe(document.body, options);
  const system = matchMedia(SYSTEM_DARK);
  system.addEventListener("change", onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", onChange);
  };
}
