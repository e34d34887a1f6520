import { lazy } from 'solid-js';

const none = () => null;

/** What helps with a formula is loaded when the first one is edited; where it can't be, formulas are typed without. */
const load = () => import('./FormulaAids.tsx').catch(() => ({ FormulaAids: none, Painted: none }));
export const FormulaAids = lazy(() => load().then((module) => ({ default: module.FormulaAids })));
export const Painted = lazy(() => load().then((module) => ({ default: module.Painted })));
