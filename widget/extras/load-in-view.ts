import type { PanelHost } from "../panel-contract.ts";

/** How far below the view an inline assistant begins to load. */
const MARGIN_PX = 200;

const watched = new WeakSet<PanelHost>();

/** Loads the panel of an inline assistant once it is about to be seen. */
export function loadInView(host: PanelHost): void {
  if (host.frame.dataset["mode"] !== "inline" || watched.has(host)) return;
  watched.add(host);
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      watched.delete(host);
      void host.mount();
    },
    { rootMargin: `${MARGIN_PX}px` },
  );
  observer.observe(host.frame);
}
