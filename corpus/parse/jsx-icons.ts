import type { Nodes } from "mdast";
import { readTag, tagAttribute } from "./html-names.ts";
import { attributeText } from "./jsx.ts";

/** Of a component that is called for what it shows: `<Check />`, `<CrossIcon />`, `<No />`. */
const SAYING =
  /^(?:fa|md|io|lu|tb|hi|bs|ai)?(?:outline)?(check|checkmark|yes|cross|x|close|no|done|cancel)(?:mark|circle|square)?(?:icon)?$/i;

/** The name of the icon that nodes consist of; undefined where they are something else. */
export function iconName(nodes: readonly Nodes[]): string | undefined {
  const visible = nodes.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const [only] = visible;
  if (only?.type === "mdxJsxTextElement" || only?.type === "mdxJsxFlowElement") {
    if (visible.length !== 1) return undefined;
    return nameOf(only.name ?? "", (name) => attributeText(only, name));
  }
  // An element of HTML may be closed by a tag of its own.
  const tag = only?.type === "html" ? readTag(only.value) : undefined;
  if (tag === undefined || visible.slice(1).some((node) => node.type !== "html")) return undefined;
  return nameOf(tag.name, (name) => tagAttribute(tag.attributes, name));
}

function nameOf(name: string, attribute: (name: string) => string | undefined): string | undefined {
  const label = attribute("aria-label") ?? attribute("title") ?? attribute("label");
  const icon = attribute("name") ?? attribute("icon") ?? attribute("type");
  const written =
    /icon$/i.test(name) || /^(?:i|span|svg|font-awesome-icon)$/i.test(name) ? (label ?? icon) : undefined;
  const shown =
    written ??
    classIcon(attribute("class") ?? attribute("className")) ??
    SAYING.exec(name.split(".").at(-1) ?? "")?.[1];
  const plain = shown
    ?.toLowerCase()
    .replace(/^[\w-]+:/, "")
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
  return plain === undefined || plain === "" || !/^[a-z]/.test(plain) ? undefined : plain;
}

/** `fa fa-check`, `bi bi-x`, `icon-check`. */
function classIcon(classes: string | undefined): string | undefined {
  return /(?:^|\s)(?:fa|bi|mdi|ti|icon|glyphicon|i|octicon)-([a-z][a-z-]*)/.exec(classes ?? "")?.[1];
}
