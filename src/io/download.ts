/** Characters that no file system takes in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them.
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]/g;

/** A name as that of a file, without its ending. */
export const fileName = (name: string): string =>
  name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim().slice(0, 80) || 'Foresheet';

/** Hands a text, or bytes, over as a file. */
export function download(content: BlobPart, name: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
