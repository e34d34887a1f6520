export { seedProblems } from './seeds.ts';
