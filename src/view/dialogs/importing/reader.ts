import { TableReader } from '../../../io/csv/client.ts';

/** The reader of tables, whose worker begins to load when a file is dragged over the page. */
export const READER = new TableReader();
