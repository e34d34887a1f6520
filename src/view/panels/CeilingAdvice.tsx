import { Show } from 'solid-js';
import type { Ceiling } from '../../engine/port.ts';
import { CEILING } from '../../engine/size.ts';
import { formatNumber } from '../../i18n/format.ts';
import { GROWING } from '../../i18n/growing.ts';
import { slotCount } from '../../model/model.ts';
import { useApp, useTexts } from '../../state/app.ts';
import { scenarioName } from '../../state/insight/cells.ts';

/** Which scenarios have how many formulas where they have no room together, and what could be taken away. */
export default function CeilingAdvice(props: { each: NonNullable<Ceiling['each']> }) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = useTexts(GROWING);
  const number = (value: number) => formatNumber(value, lang(), 0);
  const text = () => {
    const { lines, periods } = workspace.model();
    const { each } = props;
    const rows = lines.filter((line) => line.kind === 'series' && line.formula !== '').length;
    const wide = slotCount(periods) - 1;
    const over = each.reduce((sum, [, formulas]) => sum + formulas, 0) - CEILING.formulas;
    const [fewerRows, fewerPeriods] = [Math.ceil(over / (wide * each.length)), Math.ceil(over / (rows * each.length))];
    const most = Math.max(...each.map(([, formulas]) => formulas));
    const fewer = Math.ceil(over / most);
    const parts = each.map(([id, formulas]) => [scenarioName(app, id), number(formulas)] as const);
    return [
      t().has(parts),
      ...(each.length === 2 ? [t().pair] : []),
      ...(fewerRows < rows ? [t().takeAway(number(rows), number(wide), number(fewerRows), number(fewerPeriods))] : []),
      ...(each.length > 2 ? [t().fewer(number(fewer))] : []),
    ].join(lang() === 'zh' ? '' : ' ');
  };
  return <Show when={props.each.length > 0}>{text()}</Show>;
}
