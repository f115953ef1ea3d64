const root = document.documentElement;
const systemDark = matchMedia("(prefers-color-scheme: dark)");

function isDark(): boolean {
  return (root.dataset["theme"] ?? (systemDark.matches ? "dark" : "light")) === "dark";
}

/** The button switches between light and dark and remembers it; until then the page follows the system. */
export function connectThemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>(".theme-button");
  if (!button) return;
  const show = (): void => void (button.ariaPressed = String(isDark()));
  button.hidden = false;
  show();
  systemDark.addEventListener("change", show);
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.dataset["theme"] = theme;
    try {
      localStorage.setItem("docs-theme", theme);
    } catch {
      // Storage may be blocked: the choice then lasts for this page.
    }
    show();
  });
}
