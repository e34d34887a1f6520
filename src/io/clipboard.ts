/**
 * Puts texts, each under its type, on the system's clipboard. Called while a click or key still counts; what is on its way
 * may come later. Where the browser has no clipboard for the page, as on plain http, it is filled by an event of ours.
 * @throws DOMException where the browser does not let it
 */
export async function copyTexts(texts: Readonly<Record<string, Promise<Blob>>>): Promise<void> {
  if (navigator.clipboard && 'ClipboardItem' in globalThis) {
    await navigator.clipboard.write([new ClipboardItem(texts)]);
    return;
  }
  const come = await Promise.all(
    Object.entries(texts).map(async ([type, blob]) => [type, await (await blob).text()] as const),
  );
  const fill = (event: ClipboardEvent) => {
    for (const [type, text] of come) event.clipboardData?.setData(type, text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', fill, { capture: true });
  const isDone = document.execCommand('copy');
  removeEventListener('copy', fill, { capture: true });
  if (!isDone) throw new DOMException('not copied', 'NotAllowedError');
}

/** Copies what stands in a field, and leaves it selected. @returns whether the browser let it */
export async function copyField(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand('copy');
  }
}
