/**
 * Makes `current` look like `next` while keeping every node that is alike, so that a reader's selection, the
 * focus and the scroll position inside code and tables outlive a delta. Positional: an answer only grows at
 * its end, so nothing ever moves.
 *
 * @returns the node that stands in the page now: `current`, or `next` where the kinds differ.
 */
export function patchNode(current: ChildNode, next: ChildNode): ChildNode {
  if (current instanceof Text && next instanceof Text) {
    if (next.data.startsWith(current.data)) {
      if (next.length > current.length) current.appendData(next.data.slice(current.length));
    } else current.data = next.data;
    return current;
  }
  if (
    !(current instanceof Element) ||
    !(next instanceof Element) ||
    current.localName !== next.localName ||
    // What a reader pressed on (wrap toggle, copied) is a second class and no difference.
    current.classList[0] !== next.classList[0]
  ) {
    current.replaceWith(next);
    return next;
  }
  for (const name of ["href", "aria-label", "start", "part"]) {
    const value = next.getAttribute(name);
    if (value === null) current.removeAttribute(name);
    else if (value !== current.getAttribute(name)) current.setAttribute(name, value);
  }
  // A label that changed when it was pressed stays until it changes back by itself.
  if (current.localName !== "button") patchChildren(current, [...next.childNodes]);
  return current;
}

/** Patches the children of an element from index `from` on. */
export function patchChildren(parent: Element, next: readonly ChildNode[], from = 0): void {
  next.forEach((child, index) => {
    const current = parent.childNodes[from + index];
    if (current) patchNode(current, child);
    else parent.append(child);
  });
  while (parent.childNodes.length > from + next.length) parent.lastChild?.remove();
}
