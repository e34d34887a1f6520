import { useApp } from '../../state/app.ts';
import type { Columns } from './columns.ts';

export default function Separator(_: { column: number; text: string; current: boolean; columns: Columns }) {
  useApp();
  return null;
}
