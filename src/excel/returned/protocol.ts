import type { Document } from '../../document/document.ts';
import type { Saved } from '../../document/schema.ts';
import type { XlsxFault } from '../../io/xlsx/problem.ts';
import type { Model } from '../../model/model.ts';
import type { CarriedFault } from './carriedIn.ts';
import type { Returned } from './returned.ts';

/** What is asked of the worker: which document a workbook carries, then what was changed in it. `shipped`: the document's model. */
export type ReturnedRequest =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly shipped: Model; readonly document: Document };

export type ReturnedReply =
  | { readonly saved: Saved }
  | { readonly returned: Returned | undefined }
  | { readonly fault: CarriedFault | XlsxFault | undefined };
