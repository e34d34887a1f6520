import type { Line } from '../../model/line.ts';

/** Whether a line came in with a whole workbook, as its note says (`fromLine` of `i18n/workbookImport.ts`). */
export const isFromBook = ({ note }: Line): boolean => /^Imported from .+!\$?[A-Z]/m.test(note?.en ?? '');
