/** What a cell holds is the document's; the engine lays it out. */
export * from '../document/contents.ts';
