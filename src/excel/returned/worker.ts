import { type BookCells, readBook } from '../../io/xlsx/cells.ts';
import { XlsxProblem } from '../../io/xlsx/problem.ts';
import { serve } from '../../rpc/serve.ts';
import { type Carried, carriedIn } from './carriedIn.ts';
import type { ReturnedReply, ReturnedRequest } from './protocol.ts';
import { returnedFrom } from './returned.ts';

/** The module worker in which a workbook that was made here is compared with the document from which it was made. */
let open: { readonly book: BookCells; readonly carried: Carried } | undefined;

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<ReturnedReply> {
  const book = await readBook(bytes);
  const carried = carriedIn(book);
  if (typeof carried !== 'object') return { fault: carried };
  open = { book, carried };
  return { saved: carried.saved };
}

serve<ReturnedRequest, ReturnedReply>(async (request) => {
  try {
    if ('bytes' in request) return await read(request.bytes);
    return { returned: open && returnedFrom(open.book, open.carried, request.shipped, request.document) };
  } catch (error) {
    if (error instanceof XlsxProblem) return { fault: error.fault };
    throw error;
  }
});
