/** Paragraphs that hold images and not a word: what they say is what the images are called. */
import type { Nodes } from "mdast";

/** Elements that only lay out what they hold, and images by whatever component shows them. */
const LAYOUT = /^(?:a|p|div|span|center|figure|picture|source|br|zoom|frame)$/i;
const IMAGE = /^(?:img|\w{0,20}image|\w{0,20}screenshot)$/i;
const IMAGE_TAG = /<img\b[^>]{0,2000}?\bsrc\s*=\s*["']?([^"'\s>]{0,2000})/i;
const LAYOUT_TAGS = /<\/?(?:img|a|p|div|span|center|figure|picture|source|br)\b[^>]{0,2000}>/gi;

/** The addresses of the images of what holds nothing else; none where there is a word beside them. */
export function imagesAlone(nodes: readonly Nodes[]): string[] {
  const images: string[] = [];
  return nodes.every((node) => isPicture(node, images)) ? images : [];
}

/** @param images gets the addresses of those that were found */
function isPicture(node: Nodes, images: string[]): boolean {
  switch (node.type) {
    case "text":
      return node.value.trim() === "";
    case "break":
      return true;
    case "image":
      images.push(node.url);
      return true;
    case "paragraph":
    case "link":
      return node.children.length > 0 && node.children.every((child) => isPicture(child, images));
    case "html": {
      const source = IMAGE_TAG.exec(node.value)?.[1];
      if (source !== undefined) images.push(source);
      return node.value.replace(LAYOUT_TAGS, "").trim() === "";
    }
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement": {
      const name = node.name ?? "";
      if (IMAGE.test(name)) images.push("");
      else if (!LAYOUT.test(name)) return false;
      return node.children.every((child) => isPicture(child, images));
    }
    default:
      return false;
  }
}
