/**
 * Sets the colours before the first paint, so it is a classic script that blocks. Without a choice the page
 * follows the system. The assistant follows `data-theme` by itself.
 */
{
  let stored: string | null = null;
  try {
    stored = localStorage.getItem("docs-theme");
  } catch {
    // Storage may be blocked: the system's colours are as good.
  }
  if (stored === "light" || stored === "dark") document.documentElement.dataset["theme"] = stored;
}
