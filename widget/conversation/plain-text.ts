/**
 * The text of an answer, laid out as a reader sees it: blocks apart, list items and table rows on lines of their
 * own, with their marks. A browser only knows this of what is rendered, so a copy stands in the page for as long
 * as it takes to ask; no frame shows it.
 *
 * @param changeCitation what becomes of each citation chip of the copy.
 */
export function plainText(
  answer: HTMLElement | null,
  changeCitation: (citation: HTMLElement) => void,
): string {
  if (!answer) return "";
  const copy = answer.cloneNode(true) as HTMLElement;
  copy.querySelectorAll<HTMLElement>(".citation").forEach(changeCitation);
  copy.querySelectorAll(".code-header").forEach((header) => header.remove());
  for (const list of copy.querySelectorAll("ul, ol")) {
    const first = list instanceof HTMLOListElement ? list.start : NaN;
    [...list.children].forEach((item, index) => item.prepend(first ? `${first + index}. ` : "- "));
  }
  answer.after(copy);
  const text = copy.innerText.trim();
  copy.remove();
  return text;
}
