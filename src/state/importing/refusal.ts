import type { Failure } from '../../io/csv/protocol.ts';
import type { BookFault } from './workbookImport.ts';

/** What a person reads where a file was not taken. */
export type ImportRefusal =
  | {
      readonly kind: 'failure';
      readonly failure: Failure | { readonly kind: 'crash' | 'reader' | 'cancelled' | 'engine' | 'empty' };
    }
  | { readonly kind: 'tooLarge'; readonly size: number; readonly most: number }
  | { readonly kind: 'workbook'; readonly fault: BookFault }
  | { readonly kind: 'newerModel' | 'notLoaded' };
