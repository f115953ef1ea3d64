/** Nearer to the end than this counts as being there: a finger is not exact. */
const END_TOLERANCE_PX = 32;

/**
 * Whether the reader wants to be taken along while a text grows. What tells it is what the reader does: whatever moves the
 * view up (wheel, finger, key, scroll bar, a search in the page), since the text only ever moves it down, and selecting
 * text. Never the distance to the end, which grows by itself and is out of date when a `scroll` event comes late.
 */
export class ReadingIntent {
  /** The view goes along with the end of the text. */
  follows = true;

  readonly #scroller: HTMLElement;
  readonly #end = new AbortController();
  /** Where the view was when it was last looked at, or put there by `scrollTo`. */
  #topPx = 0;
  /** A mouse button is held down on the text: nothing may move away under it. */
  #held = false;

  /** @param onScroll told after each scroll, when `follows` is up to date. */
  constructor(scroller: HTMLElement, onScroll: () => void) {
    this.#scroller = scroller;
    const { signal } = this.#end;
    const options = { capture: true, passive: true, signal };
    scroller.addEventListener(
      "pointerdown",
      ({ offsetX, pointerType }) => {
        // The button of a scroll bar is let go without an event.
        this.#held = pointerType === "mouse" && offsetX >= 0 && offsetX < scroller.clientWidth;
      },
      options,
    );
    scroller.addEventListener(
      "scroll",
      () => {
        this.#onScroll();
        onScroll();
      },
      options,
    );
    addEventListener("pointerup", () => (this.#held = false), options);
    document.addEventListener(
      "selectionchange",
      () => {
        if (hasSelection(scroller)) this.follows = false;
      },
      options,
    );
  }

  get atEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight <= END_TOLERANCE_PX;
  }

  /** Takes the reader along to a place, unless they look elsewhere. */
  bring(topPx: number): void {
    if (this.follows && !this.#held) this.scrollTo(topPx);
  }

  /** Goes to a place, and follows from there on. */
  scrollTo(topPx: number): void {
    this.follows = true;
    this.#scroller.scrollTop = topPx;
    this.#topPx = this.#scroller.scrollTop;
  }

  disconnect(): void {
    this.#end.abort();
  }

  #onScroll(): void {
    const { scrollTop } = this.#scroller;
    // A text that became shorter moves the view up too, to its end.
    if (scrollTop < this.#topPx - 1 && !this.atEnd) this.follows = false;
    else if (scrollTop > this.#topPx && this.atEnd) this.follows = true;
    this.#topPx = scrollTop;
  }
}

function hasSelection(element: HTMLElement): boolean {
  const root = element.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  // Chromium tells the selection of a shadow tree through its root; elsewhere the document does.
  const selection = root.getSelection?.() ?? document.getSelection();
  return selection?.isCollapsed === false && element.contains(selection.anchorNode);
}
