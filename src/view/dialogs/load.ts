import type { Component } from 'solid-js';
import type { Dialog } from '../../state/page/dialogs.ts';
import type { DialogProps } from './kit/props.ts';

/** What opens over the page, each loaded when it is asked for; the list of them with the first one. */
export const LOAD: Readonly<Record<Dialog['name'], () => Promise<{ default: Component<DialogProps> }>>> = {
  more: () => import('../panels/More.tsx'),
  share: () => import('./documents/ShareDialog.tsx'),
  guide: () => import('./help/Guide.tsx'),
  keyboard: () => import('./help/Keys.tsx'),
  methods: () => import('./help/Methods.tsx'),
  about: () => import('./help/About.tsx'),
  chart: () => import('./lines/ChartDialog.tsx'),
  line: () => import('./lines/LineDialog.tsx'),
  periods: () => import('./lines/PeriodsDialog.tsx'),
  newModel: () => import('./models/NewModelDialog.tsx'),
  templates: () => import('./models/TemplatesDialog.tsx'),
  keepLines: () => import('./models/KeepLinesDialog.tsx'),
  figure: () => import('./figures/FigureDialog.tsx'),
  figures: () => import('./figures/FiguresDialog.tsx'),
  goalSeek: () => import('./analysis/GoalSeek.tsx'),
  bridge: () => import('../panels/Bridge.tsx'),
  scenario: () => import('./scenarios/ScenarioDialog.tsx'),
  exportCsv: () => import('./documents/ExportCsvDialog.tsx'),
  import: () => import('./importing/ImportDialog.tsx'),
  documents: () => import('./documents/DocumentsDialog.tsx'),
};
