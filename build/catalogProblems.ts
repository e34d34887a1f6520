import { validateCatalog } from '../src/catalog.ts';

/** Found while this module is loaded: the runner that knows how to import seeds is closed afterwards. */
export const problems = await validateCatalog();
