import { loadMore } from '../src/engine/functions/later.ts';

// A page loads the functions beyond the first with the first formula that names one; tests of workbooks have them all.
await loadMore();
