import { createMemo, createSignal, Index, Show } from 'solid-js';
import type { Uncertain } from '../../analysis/futures.ts';
import { shapeOver } from '../../chance/defaults.ts';
import { follows } from '../../chance/shapes.ts';
import { FUTURES } from '../../i18n/futures.ts';
import type { Input } from '../../model/line.ts';
import { SHAPES, type ShapeKind, type Uncertainty } from '../../model/whatIf.ts';
import { useApp } from '../../state/app.ts';
import { lineName } from '../../state/insight/cells.ts';
import { fieldsOf, withField } from '../../state/whatIf/shapeFields.ts';
import { Button } from '../Button.tsx';
import { measureOf } from '../dialogs/analysis/measure.ts';
import { Select } from '../Select.tsx';

/** From where to where an input may go; `isGuess`: nobody has said so. */
export interface InputSpread {
  readonly low: number;
  readonly high: number;
  readonly isGuess: boolean;
}

const KINDS = ['fixed', ...SHAPES] as const;

/** The memory that is offered first where some of a deviation lasts: a guess, which stands in its field. */
const SOME = 0.7;

/** How one input may turn out, and the fields of its distribution. */
export function UncertainRow(props: {
  line: Input;
  uncertain: Uncertain | undefined;
  held: number | undefined;
  spread: InputSpread | undefined;
  isRead: boolean;
  onChange: (uncertainty: Uncertainty | undefined) => void;
}) {
  const app = useApp();
  const { editor, lang, workspace } = app;
  const t = () => FUTURES[lang()];
  const [fault, setFault] = createSignal<string>();
  const reader = () => ({ lang: lang(), money: 'bn yuan' as const, yuanPerDollar: Number.NaN });
  const own = createMemo(() => measureOf(props.line, reader(), true));
  const shares = createMemo(() => measureOf({ unit: '%' }, reader()));
  const uncertainty = createMemo(() => props.uncertain?.uncertainty);
  const fields = createMemo(() => {
    const now = uncertainty();
    return now ? fieldsOf(now, own(), shares()) : [];
  });
  const kind = (): ShapeKind | 'fixed' => uncertainty()?.shape.kind ?? 'fixed';
  const name = () => lineName(app, props.line.id);
  const change = (next: Uncertainty | undefined) => {
    setFault(undefined);
    props.onChange(next);
  };
  const choose = (wanted: ShapeKind | 'fixed') => {
    if (wanted === 'fixed') return change(undefined);
    const { relative, memory } = uncertainty() ?? (props.line.perPeriod ? { relative: true as const } : {});
    const { low, high } = relative ? AROUND : (props.spread ?? around(props.held ?? 0));
    const held = relative ? 1 : (props.held ?? (low + high) / 2);
    change({
      shape: shapeOver(wanted, { low, high, held }),
      ...(relative ? { relative } : {}),
      ...(memory === undefined ? {} : { memory }),
    });
  };
  const type = (field: Parameters<typeof withField>[1], text: string) => {
    const before = uncertainty();
    if (!before) return;
    const next = withField(before, field, text, { own: own(), shares: shares(), held: props.held }, t().bad);
    if (typeof next === 'string') setFault(next);
    else change(next);
  };
  const memory = () => {
    const share = uncertainty()?.memory;
    return share === undefined || share === 1 ? 'once' : share === 0 ? 'anew' : 'some';
  };
  const remember = (share: number | undefined) => {
    const before = uncertainty();
    if (before && share !== undefined) change({ ...before, memory: share });
  };
  /** What a distribution does with what the cell holds, where that is not what one would think. */
  const shaped = ({ shape, relative }: Uncertainty): string[] => {
    const { held } = props;
    if (held === undefined) return [];
    const isOutside =
      !relative && (shape.kind === 'pert' || shape.kind === 'triangular') && (held < shape.low || held > shape.high);
    return [
      ...(isOutside ? [t().widened(own().say(held))] : []),
      ...(follows({ shape, ...(relative ? { relative } : {}) }) ? [] : [t().stays]),
    ];
  };
  const remarks = () => {
    const found = props.uncertain;
    if (!found) return [];
    return [
      ...(props.isRead ? [] : [t().unread]),
      ...[...found.not].map((why) => t().not[why]),
      ...(props.spread?.isGuess ? [t().guess] : []),
      ...shaped(found.uncertainty),
    ];
  };
  return (
    <tr>
      <th scope="row">
        <Button
          class="link"
          text={name()}
          onClick={() =>
            editor.show({
              scenario: workspace.scenarioId,
              line: props.line.id,
              slot:
                props.uncertain?.cells[0]?.slot ?? (props.line.perPeriod ? workspace.model().periods.first : 'value'),
            })
          }
        />{' '}
        <Show when={props.held !== undefined}>
          <span class="unit">{t().held(own().say(props.held as number))}</span>
        </Show>
      </th>
      <td>
        <span class="shape">
          <Select
            class="select quiet"
            label={`${t().how}: ${name()}`}
            options={KINDS}
            text={(one) => t().kinds[one]}
            value={kind()}
            onChange={choose}
          />
          <Show when={uncertainty()}>
            {(now) => (
              <>
                <Index each={fields()}>
                  {(field) => (
                    <label class="shape-field" classList={{ wide: !!field().wide }}>
                      <span>{t().fields[field().name]}</span>
                      <input
                        inputMode="decimal"
                        autocomplete="off"
                        aria-label={`${name()}: ${t().fields[field().name]}`}
                        value={field().text}
                        onFocus={(event) => event.currentTarget.select()}
                        onChange={(event) => type(field().name, event.currentTarget.value)}
                      />
                    </label>
                  )}
                </Index>
                <Show when={now().shape.kind !== 'lognormal' && props.line.perPeriod}>
                  <label class="shape-field">
                    <input
                      type="checkbox"
                      checked={!!now().relative}
                      onChange={(event) => {
                        const isRelative = event.currentTarget.checked;
                        const { relative: _, ...rest } = now();
                        const spread = isRelative ? AROUND : (props.spread ?? around(props.held ?? 0));
                        const held = isRelative ? 1 : (props.held ?? 0);
                        const shape = shapeOver(rest.shape.kind, { low: spread.low, high: spread.high, held });
                        change({ ...rest, shape, ...(isRelative ? { relative: true as const } : {}) });
                      }}
                    />
                    <span>{t().relative}</span>
                  </label>
                </Show>
                <Show when={props.line.perPeriod}>
                  <Select
                    class="select quiet"
                    label={`${t().memory.label}: ${name()}`}
                    options={['once', 'anew', 'some'] as const}
                    text={(one) => t().memory[one]}
                    value={memory()}
                    onChange={(one) => remember({ once: 1, anew: 0, some: SOME }[one])}
                  />
                  <Show when={memory() === 'some'}>
                    <label class="shape-field">
                      <input
                        inputMode="decimal"
                        autocomplete="off"
                        aria-label={`${name()}: ${t().memory.share}`}
                        value={String(now().memory)}
                        onChange={(event) => {
                          const share = Number(event.currentTarget.value.replace(',', '.'));
                          if (share > 0 && share < 1) remember(share);
                          else setFault(t().bad.number(event.currentTarget.value));
                        }}
                      />
                    </label>
                  </Show>
                </Show>
              </>
            )}
          </Show>
        </span>
        <Show when={fault()}>
          {(sentence) => (
            <p class="shape-fault" role="alert">
              {sentence()}
            </p>
          )}
        </Show>
        <Show when={props.line.perPeriod && uncertainty() && uncertainty()?.memory === undefined}>
          <p class="shape-remark">{t().memory.ask}</p>
        </Show>
        <Show when={remarks().length > 0}>
          <p class="shape-remark">{remarks().join(lang() === 'zh' ? '；' : '; ')}</p>
        </Show>
      </td>
    </tr>
  );
}

/** Shares of a value from a fifth less to a fifth more: a guess. */
const AROUND = { low: 0.8, high: 1.2, isGuess: true };
/** The same about a number; about 0 from -1 to 1. */
const around = (held: number): InputSpread => {
  const ends = [0.8 * held, 1.2 * held].sort((a, b) => a - b) as [number, number];
  return held === 0 ? { low: -1, high: 1, isGuess: true } : { low: ends[0], high: ends[1], isGuess: true };
};
