/** Marks the entry of the table of contents whose section is at the top of the view. */
export function markCurrentSection(): void {
  const entries = [...document.querySelectorAll<HTMLAnchorElement>(".contents a")];
  const headings = entries.map((entry) => document.getElementById(decodeURIComponent(entry.hash.slice(1))));
  if (entries.length === 0) return;
  const update = (): void => {
    const line = innerHeight / 4;
    const passed = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < line);
    for (const [index, entry] of entries.entries()) {
      if (index === passed) entry.setAttribute("aria-current", "true");
      else entry.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        update();
      });
    },
    { passive: true },
  );
  update();
}
