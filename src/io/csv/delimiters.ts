/** Where two make equally regular tables, the first does: a comma stands in numbers and in prose. */
export const DELIMITERS = ['\t', ';', '|', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];
