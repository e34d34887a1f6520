import { loadCatalog } from '../../src/catalog.ts';
import type { Model, Overrides } from '../../src/model/model.ts';
import { readSeeds } from '../seeds.ts';
import { type Projections, projections } from './projections.ts';

export const SEEDS = readSeeds();
const { entries, load } = loadCatalog();
/** Every model of the catalog in its order, its figures filled in. */
export const RESOLVED: readonly Model[] = await Promise.all(entries.map(({ id }) => load(id)));
export const SHIPPED = RESOLVED;

export function resolved(id: string): Model {
  const model = RESOLVED.find((m) => m.id === id);
  if (!model) throw new Error(`no model "${id}"`);
  return model;
}

const computed = new Map<string, Projections>();

/** The values of a shipped model, computed once. */
export function values(id: string): Projections {
  const known = computed.get(id) ?? projections(resolved(id));
  computed.set(id, known);
  return known;
}

/** The values of a model in a scenario of the reader's own, on top of the base. */
export function edited(id: string, overrides: Overrides): (line: string, slot: 'value' | number) => number | string {
  const model = resolved(id);
  const own = { id: 'own', name: { en: 'Own', zh: '自定义' }, note: { en: '', zh: '' }, overrides };
  const read = projections({ ...model, scenarios: [...model.scenarios.slice(0, 1), own] });
  return (line, slot) => read('own', line, slot);
}
