/** The largest file that is read, in bytes; above it a browser could run out of memory. */
export const MOST_CSV_BYTES = 150 * 1024 * 1024;

/** Rows that are kept: more than any workbook holds. */
export const MOST_ROWS = 250_000;
