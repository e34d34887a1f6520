/** The largest document, and the largest model, that is read, in bytes. */
export const MOST_BYTES = { json: 50 * 1024 * 1024, yaml: 4 * 1024 * 1024 };

/** In which form a file holds a document or a model; undefined for a table. */
export function formOf({ name, type }: File): keyof typeof MOST_BYTES | undefined {
  if (/\.ya?ml$/i.test(name) || /\byaml$/.test(type)) return 'yaml';
  return /\.json$/i.test(name) || type === 'application/json' ? 'json' : undefined;
}

/** A text from the clipboard as a file. */
export const pastedFile = (text: string, name: string): File => new File([text], name, { type: 'text/plain' });

/** What can be taken in, by its name. */
const TAKEN = /\.(xls[xmb]?|ods|csv|tsv|tab|txt|json|ya?ml)$/i;

/** A file of ours that lies on the clipboard; undefined for texts, cells and pictures. */
export const pastedIn = (clipboard: DataTransfer | null): File | undefined =>
  [...(clipboard?.files ?? [])].find(({ name }) => TAKEN.test(name));

/** The first bytes of workbooks: zip archives, and Excel's older format. */
const SIGNS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Whether a file is to be read as a workbook: by its first bytes, or since it says so of itself. */
export function isWorkbook(head: Uint8Array, name: string): boolean {
  return SIGNS.some((sign) => sign.every((byte, i) => head[i] === byte)) || /\.xls[xmb]$/i.test(name);
}
