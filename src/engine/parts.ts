import type { Search } from './search.ts';
import type { Questions } from './tape/questions.ts';
import type { Simulations } from './tape/simulations.ts';
import type { Grower } from './workbook.ts';

/** Parts of the engine that are loaded with the first request that needs them. One that does not come is asked for again with the next. */
export const parts: {
  search?: typeof Search;
  /** What answers questions. */
  questions?: Questions;
  /** What draws futures. */
  simulations?: typeof Simulations;
  /** What fills in large workbooks; without it all is computed at once, as far as it has room. */
  grow?: Grower;
} = {};

const loading = (part: Promise<void>): Promise<unknown> => part.catch(Boolean);

export const loadSearch = (): Promise<unknown> =>
  loading(
    import('./search.ts').then(({ Search }) => {
      parts.search = Search;
    }),
  );

export const loadQuestions = (): Promise<unknown> =>
  loading(
    import('./tape/questions.ts').then(({ Questions }) => {
      parts.questions = new Questions();
    }),
  );

export const loadSimulations = (): Promise<unknown> =>
  loading(
    import('./tape/simulations.ts').then(({ Simulations }) => {
      parts.simulations = Simulations;
    }),
  );

export const loadGrower = (): Promise<unknown> =>
  loading(
    import('./growing.ts').then(({ Growing }) => {
      parts.grow = (filled) => new Growing(filled);
    }),
  );
