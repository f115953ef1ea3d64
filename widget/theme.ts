/**
 * Follows the colours of the page: its `data-theme`, its `dark` or `light` class, its `color-scheme`, then what it paints.
 * The system decides only for a page that leaves its colours to it.
 */
export type Theme = "light" | "dark";

const SYSTEM_DARK = "(prefers-color-scheme: dark)";

/** What the page shows now, seen from an element on it. */
export function detectTheme(from: Element = document.body): Theme {
  const { documentElement: root, body } = document;
  for (const { dataset, classList } of [root, body]) {
    const named = [dataset["theme"], dataset["colorScheme"], ...classList];
    const theme = named.find((name) => /^(theme-)?(dark|light)$/.test(name ?? ""));
    if (theme) return theme.endsWith("dark") ? "dark" : "light";
  }
  const schemes = getComputedStyle(root).colorScheme;
  const both = /light/.test(schemes);
  if (/dark/.test(schemes) && !both) return "dark";
  for (let element: Element | null = from; element; element = parentOf(element)) {
    const lightness = lightnessOf(getComputedStyle(element).backgroundColor);
    if (lightness !== undefined) return lightness < 0.5 ? "dark" : "light";
  }
  // A page that paints nothing is white, unless it has said that it follows the system.
  return both && /dark/.test(schemes) && matchMedia(SYSTEM_DARK).matches ? "dark" : "light";
}

function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** About, from 0 to 1; undefined of a colour that lets more than half of what is below it through. */
function lightnessOf(color: string): number | undefined {
  // As browsers compute them: `rgb()`, `lab()` and their kin, and `color()` with the name of its space.
  const numbers = color.replace(/^color\(\S+/, "").match(/-?[\d.]+(e-?\d+)?/g) ?? [];
  const [first = 0, green = 0, , alpha = 1] = numbers.map(Number);
  if (alpha < 0.5) return undefined;
  // Lightness itself, else green: three quarters of brightness are in it.
  const [kind] = color;
  return kind === "o" ? first : kind === "l" ? first / 100 : kind === "r" ? green / 255 : green;
}

/** Calls back when what {@link detectTheme} depends on may have changed. @returns what ends it. */
export function watchTheme(onChange: () => void): () => void {
  const { documentElement: root, body } = document;
  const observer = new MutationObserver(onChange);
  for (const element of [root, body]) observer.observe(element, { attributes: true });
  // A page that fades shows its new colours at the end.
  const afterFade = ({ target }: Event): void => {
    if (target === root || target === body) onChange();
  };
  document.addEventListener("transitionend", afterFade);
  const system = matchMedia(SYSTEM_DARK);
  system.addEventListener("change", onChange);
  return () => {
    observer.disconnect();
    document.removeEventListener("transitionend", afterFade);
    system.removeEventListener("change", onChange);
  };
}
