const GAP_PX = 6;
const MARGIN_PX = 8;
const MIN_WIDTH_PX = 420;
const MAX_HEIGHT_PX = 520;

/** Puts an open list below its field, or above it where there is more room, inside of the window. */
export function placeList(list: HTMLElement, field: HTMLElement): void {
  const { left, right, top, bottom, width } = field.getBoundingClientRect();
  const widthPx = Math.min(Math.max(width, MIN_WIDTH_PX), innerWidth - 2 * MARGIN_PX);
  const isRightToLeft = getComputedStyle(field).direction === "rtl";
  const startPx = isRightToLeft ? right - widthPx : left;
  const roomBelowPx = innerHeight - bottom - GAP_PX - MARGIN_PX;
  const roomAbovePx = top - GAP_PX - MARGIN_PX;
  const isBelow = roomBelowPx >= Math.min(MAX_HEIGHT_PX / 2, roomAbovePx);
  Object.assign(list.style, {
    left: `${Math.max(MARGIN_PX, Math.min(startPx, innerWidth - widthPx - MARGIN_PX))}px`,
    width: `${widthPx}px`,
    top: isBelow ? `${bottom + GAP_PX}px` : "auto",
    bottom: isBelow ? "auto" : `${innerHeight - top + GAP_PX}px`,
    maxHeight: `${Math.min(MAX_HEIGHT_PX, isBelow ? roomBelowPx : roomAbovePx)}px`,
  });
}
