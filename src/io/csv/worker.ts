import { serve } from '../../rpc/serve.ts';
import type { CsvReply, CsvRequest } from './protocol.ts';
import { CsvService } from './service.ts';

/** The module worker in which files are read: one request in, one reply out, and progress between them. */
const service = new CsvService();
serve<CsvRequest, CsvReply>((request, progress) => service.answer(request, progress));
