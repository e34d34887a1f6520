/** The regions of the page in the order in which they are read; what is not there is passed over. */
const REGIONS = '.app > .header, .main > section';

/**
 * Gives the focus to the region after the one that has it, or before it, round the page.
 * @param by 1: the one after; -1: the one before
 * @param toSheet gives it to the cursor of the sheet, where its region is next
 */
export function goRound(by: 1 | -1, toSheet: () => void): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)];
  const from = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions.at(from < 0 && by < 0 ? -1 : (from + by) % regions.length);
  if (!next) return;
  if (next.matches('.sheet')) {
    toSheet();
    return;
  }
  next.tabIndex = -1;
  next.focus();
}
