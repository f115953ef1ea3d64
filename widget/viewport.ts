/**
 * Keeps the full-screen panel of a phone inside the part of the window that the keyboard leaves free. Without
 * this the input hides behind the keyboard on iOS.
 */
export function watchViewport(variables: CSSStyleDeclaration): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => undefined;
  const apply = (): void => {
    // While a reader zooms in, the panel keeps its size: following would make zooming pointless.
    if (viewport.scale > 1.01) return;
    variables.setProperty("--_viewport-height", `${viewport.height}px`);
    variables.setProperty("--_viewport-top", `${viewport.offsetTop}px`);
  };
  apply();
  viewport.addEventListener("resize", apply);
  viewport.addEventListener("scroll", apply);
  return () => {
    viewport.removeEventListener("resize", apply);
    viewport.removeEventListener("scroll", apply);
  };
}
