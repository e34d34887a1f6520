/** The tab to which a key leads from the one that is shown, as tabs do; undefined where it leads nowhere. */
export function tabByKey(event: KeyboardEvent, ids: readonly string[], shown: string): string | undefined {
  if (event.altKey) return undefined;
  const at = ids.indexOf(shown);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: ids.length - 1 }[event.key];
  return to === undefined ? undefined : ids[(to + ids.length) % ids.length];
}
