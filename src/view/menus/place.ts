/** px */
interface Size {
  readonly width: number;
  readonly height: number;
}
interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** px between a menu and the edge of the window. */
const MARGIN = 4;

/**
 * The upper left corner of a menu in a window, px: below its anchor and from its left edge on, else above it, else to its
 * left, else where it fits.
 */
export function placeMenu(anchor: Edges, menu: Size, room: Size): { readonly left: number; readonly top: number } {
  const side = (wanted: number, other: number, size: number, end: number) => {
    const fits = (at: number) => at >= MARGIN && at + size <= end - MARGIN;
    if (fits(wanted)) return wanted;
    return fits(other) ? other : Math.max(MARGIN, Math.min(wanted, end - MARGIN - size));
  };
  return {
    left: side(anchor.left, anchor.right - menu.width, menu.width, room.width),
    top: side(anchor.bottom, anchor.top - menu.height, menu.height, room.height),
  };
}
