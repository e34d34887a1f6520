import { lazy } from 'solid-js';

/** What helps with a formula is loaded when the first one is edited. */
const load = () => import('./FormulaAids.tsx');
export const FormulaAids = lazy(() => load().then((module) => ({ default: module.FormulaAids })));
export const Painted = lazy(() => load().then((module) => ({ default: module.Painted })));
