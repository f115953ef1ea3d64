/** Alternatives of images, in sources and in rendered pages. */

import { isBadgeAddress } from "./badges.ts";

const FILE_NAME =
  /^\S+\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$|^(?:IMG|DSC|image|img|icon|logo|picture|thumbnail|avatar|screenshot|photo)[-_ ]?\d*$/i;

/** Turns until a script has shown something. */
const WAITING = /^(?:loading|please wait|wird geladen|chargement|cargando|carregando)\b.{0,20}$/i;

/** How large it is shown, as forums and wikis write it behind: `A map|640x480, 75%`. */
const SIZE = /\s?\|\s?\d{1,5}(?:x\d{1,5})?(?:, ?\d{1,3}%)?\s?$/;

/**
 * "" where it says nothing: the name of a file, or of what any image is, or ("version") of a value that only a badge shows.
 *
 * @param source the address of the image.
 */
export function alternativeText(alternative: string, source = ""): string {
  if (isBadgeAddress(source)) return "";
  const text = alternative.replace(/\s+/g, " ").replace(SIZE, "").trim().replace(/`/g, "'");
  return FILE_NAME.test(text) || WAITING.test(text) ? "" : text;
}
