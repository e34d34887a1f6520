/**
 * Why a file can't be taken as a workbook.
 * - `xls`: a workbook of Excel before 2007; `locked`: protected by a password; `xlsb`: another kind of workbook;
 *   `ods`: one of OpenDocument, which is read by its values and not by its cells;
 * - `other`: something else under that name;
 * - `large`: it unpacks beyond the limits; `damaged`: it begins as a workbook, and can't be read on;
 * - `browser`: this browser can't unpack it; `reader`: what reads it could not be loaded.
 */
export type XlsxFault = 'xls' | 'locked' | 'xlsb' | 'ods' | 'other' | 'large' | 'damaged' | 'browser' | 'reader';

/** A file that is no workbook that can be read. */
export class XlsxProblem extends Error {
  constructor(
    readonly fault: XlsxFault,
    /** The part of the file at fault, where one is known. */
    readonly part = '',
  ) {
    super(`no readable workbook: ${fault}${part && ` (${part})`}`);
    this.name = 'XlsxProblem';
  }
}
