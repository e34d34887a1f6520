import { distinct } from '../document/charts.ts';
import { hasPeriods } from '../model/line.ts';
import type { ChartSpec } from '../model/model.ts';
import type { Path } from './comments.ts';
import { both, report } from './context.ts';
import { brief } from './problems.ts';
import type { ModelFile } from './schema.ts';
import { checkLine, type Whole } from './whole.ts';

/** Lines that are charted where a file names none. */
const CHARTED = 12;

export function readCharts(whole: Whole, answer: string): readonly ChartSpec[] {
  const { context, file, lines } = whole;
  if (!file.charts) {
    const ids = [...lines.values()].filter(hasPeriods).map(({ id }) => id);
    const first = ids.filter((id) => id === answer);
    return [...first, ...ids.filter((id) => id !== answer)].slice(0, CHARTED).map((line) => ({ line }));
  }
  const charts = file.charts.map(({ lines: ids, as, by, show, log, split, span, title, note, figures }, i) => {
    ids.forEach((id, j) => {
      const line = checkLine(whole, ['charts', i, 'lines', j], id);
      if (line && !hasPeriods(line))
        report(context, ['charts', i, 'lines', j], { kind: 'noSlot', id, wants: 'periods' });
    });
    const [line = '', ...beside] = ids;
    return {
      line,
      ...drawn(whole, ['charts', i, 'figures'], figures),
      ...(beside.length > 0 ? { beside } : {}),
      ...(as ? { as } : {}),
      ...(by ? { by } : {}),
      ...(show ? { show } : {}),
      ...(log ? { log } : {}),
      ...(split ? { split } : {}),
      ...(span ? { span } : {}),
      ...(title === undefined ? {} : { title: both(title) }),
      ...(note === undefined ? {} : { note: both(note) }),
    };
  });
  return distinct(charts);
}

/** The figures that are drawn beside lines: those of a region, a variable and a definition, or those that are like one of them. */
function drawn(
  { context, figures }: Whole,
  path: Path,
  file: NonNullable<ModelFile['charts']>[number]['figures'],
): Pick<ChartSpec, 'figures'> {
  if (file === undefined) return {};
  const like = typeof file === 'string' ? figures.get(file) : file;
  if (!like) report(context, path, { kind: 'noTarget', id: brief(String(file)) });
  const { region = '', variable = '', definition = '' } = like ?? {};
  return { figures: { region: String(region), variable: String(variable), definition: String(definition) } };
}
