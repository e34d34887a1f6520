import { readFileSync } from 'node:fs';
import { readSeeds as read, type Seeds } from '../src/evidence/seeds.ts';
import { parseCsvRows } from '../src/io/csv.ts';

const rows = (file: string) => parseCsvRows(readFileSync(new URL(`../seeds/${file}`, import.meta.url), 'utf8'));

export const figureRows = () => rows('figures.csv');
export const sourceRows = () => rows('sources.csv');
export const readSeeds = (): Seeds => read(figureRows(), sourceRows());
