/** Tells of each new year that the pointer comes over, and with undefined when it leaves. Returns the stop. */
export function watchPointer(
  canvas: HTMLCanvasElement,
  yearAt: (x: number) => number | undefined,
  tell: (year: number | undefined) => void,
): () => void {
  let last: number | undefined;
  const come = (year: number | undefined): void => {
    if (year === last) return;
    last = year;
    tell(year);
  };
  const over = (event: PointerEvent): void => come(yearAt(event.offsetX));
  const press = (event: PointerEvent): void => {
    // A press always tells: the year may have been put away by the keyboard in between.
    last = undefined;
    over(event);
  };
  // A finger leaves the canvas when it lifts, and then its owner wants to read.
  const leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') come(undefined);
  };
  canvas.addEventListener('pointerdown', press);
  canvas.addEventListener('pointermove', over);
  canvas.addEventListener('pointerleave', leave);
  return () => {
    canvas.removeEventListener('pointerdown', press);
    canvas.removeEventListener('pointermove', over);
    canvas.removeEventListener('pointerleave', leave);
  };
}
