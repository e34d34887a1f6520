/** Does it in the frame that comes. @returns what calls it off */
export function thisFrame(act: () => void): () => void {
  const frame = requestAnimationFrame(act);
  return () => cancelAnimationFrame(frame);
}

/**
 * Called in a frame: does it in the next one, which is asked for when this one is drawn: it must not come before what waits
 * behind this one.
 * @returns what calls it off
 */
export function nextFrame(act: () => void): () => void {
  let stop = () => clearTimeout(timer);
  const timer = setTimeout(() => {
    stop = thisFrame(act);
  });
  return () => stop();
}
