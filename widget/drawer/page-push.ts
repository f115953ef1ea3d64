/** A drawer that pushes needs room for the page beside it; on narrower windows it lies over the page. */
const MIN_PAGE_WIDTH_PX = 640;

/** Moves the page aside for a drawer. @returns what puts it back as it was. */
export function pushPage(side: "start" | "end", widthPx: number, page: Document = document): () => void {
  const { documentElement: root } = page;
  const property = `margin-inline-${side}`;
  const before = root.style.getPropertyValue(property);
  if (root.clientWidth - widthPx >= MIN_PAGE_WIDTH_PX) root.style.setProperty(property, `${widthPx}px`);
  return () => {
    if (before) root.style.setProperty(property, before);
    else root.style.removeProperty(property);
  };
}
