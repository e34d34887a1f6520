/** Encodings that a table may come in, by the names of the web's decoders. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];
