/** Rows of badges: the state of a build, the version of a package, drawn by a service when the page is shown. */
import type { Nodes } from "mdast";
import { imagesAlone } from "./images-alone.ts";

const BADGE =
  /\/\/(?:[\w-]+\.)*(?:shields\.io|badgen\.net|badge\.fury\.io|badges\.gitter\.im|codecov\.io|coveralls\.io|travis-ci\.(?:org|com)|isitmaintained\.com)\/|\/(?:badge|badges)[/.]|[-_/]badge\.(?:svg|png)(?:[?#]|$)/i;

export function isBadgeAddress(address: string): boolean {
  return BADGE.test(address);
}

/** Whether a paragraph holds images alone, badges among them: what they are called says nothing. */
export function isBadgeRow(nodes: readonly Nodes[]): boolean {
  return imagesAlone(nodes).some((address) => isBadgeAddress(address));
}
