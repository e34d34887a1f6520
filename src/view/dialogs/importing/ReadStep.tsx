import { createMemo, For, Show } from 'solid-js';
import { formatNumber } from '../../../i18n/format.ts';
import { IMPORTING } from '../../../i18n/importing.ts';
import { SHAPES } from '../../../i18n/shapes.ts';
import { WORKBOOK_IMPORT } from '../../../i18n/workbookImport.ts';
import { DELIMITERS, type Delimiter } from '../../../io/csv/delimiters.ts';
import { ENCODINGS, type Encoding } from '../../../io/csv/encodings.ts';
import { GATHERS } from '../../../io/csv/gather.ts';
import type { TablePreview } from '../../../io/csv/preview.ts';
import { type DecimalSign, numberOf, readNumber } from '../../../io/reading/numbers.ts';
import { slotText } from '../../../model/periods.ts';
import { useApp, useTexts } from '../../../state/app.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import type { PlacedSheet } from '../../../state/importing/workbookImport.ts';
import { Button } from '../../Button.tsx';
import { Choice } from '../kit/forms.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { StartField } from './StartField.tsx';
import { StepActions } from './StepActions.tsx';
import { TurnedTable } from './TurnedTable.tsx';

const WAYS = ['line', ...GATHERS] as const;

/** How a file is read: what was found is shown on its first rows, and can be said otherwise. */
export function ReadStep(props: { importer: Importer; preview: TablePreview; onCancel: () => void }) {
  const { lang } = useApp();
  const t = () => IMPORTING[lang()];
  const choose = (...args: Parameters<Importer['choose']>) => void props.importer.choose(...args);
  const names = (role: string) => props.preview.roles.some((one) => one === role);
  const shapes = useTexts(SHAPES);
  // Columns of values name the lines where periods go down.
  const hasLabels = () => names('label') || names('variable') || names('id') || props.preview.shape.down !== undefined;
  const hasValues = () => names('value') || props.preview.roles.some((role) => typeof role === 'number');
  const isReady = () => hasLabels() && hasValues() && !props.preview.encodingDoubt && !props.preview.signDoubt;
  const asNumber = (cell: string, sign: DecimalSign) => {
    const number = readNumber(cell, sign);
    return formatNumber((number && numberOf(number)) ?? Number.NaN, lang(), 6, false, 0);
  };
  const signProblem = createMemo(() => {
    const { signDoubt, signExample } = props.preview;
    if (!signDoubt) return undefined;
    if (signExample === undefined) return t().signTorn;
    return t().signAsk(signExample, asNumber(signExample, '.'), asNumber(signExample, ','));
  });
  const signOptions = (): (readonly [DecimalSign | '', string])[] => [
    ...(props.preview.signDoubt ? [['', t().signUnset] as const] : []),
    ['.', t().signs['.']],
    [',', t().signs[',']],
  ];
  const headers = (): (readonly [string, string])[] => [
    ['-1', t().noHeader],
    ...props.preview.records.map((_, i) => {
      const record = i + props.preview.shape.from;
      return [String(record), String(record + 1)] as const;
    }),
  ];
  return (
    <>
      <div class="dialog-body">
        <Show when={props.preview.encodingDoubt}>
          <fieldset class="importing-readings">
            <legend>{t().whichEncoding}</legend>
            <For each={props.preview.readings}>
              {({ encoding, sample }) => (
                <label class="importing-reading">
                  <input type="radio" name="encoding" value={encoding} onChange={() => choose({ encoding })} />
                  <span>{t().encodings[encoding]}</span>
                  <pre lang="zh-CN">{sample}</pre>
                </label>
              )}
            </For>
          </fieldset>
        </Show>
        <div class="form">
          <Show
            when={props.importer.book.sheet()}
            fallback={
              <>
                <Choice<Encoding>
                  label={t().encoding}
                  value={props.preview.encoding}
                  options={ENCODINGS.map((encoding) => [encoding, t().encodings[encoding]])}
                  onChange={(encoding) => choose({ encoding })}
                />
                <Choice<Delimiter>
                  label={t().delimiter}
                  value={props.preview.delimiter}
                  options={DELIMITERS.map((delimiter) => [delimiter, t().delimiters[delimiter]])}
                  onChange={(delimiter) => choose({ delimiter })}
                />
                <Choice<DecimalSign | ''>
                  label={t().sign}
                  value={props.preview.signDoubt ? '' : props.preview.sign}
                  options={signOptions()}
                  problem={signProblem()}
                  onChange={(sign) => sign !== '' && choose({ sign })}
                />
              </>
            }
          >
            {(sheet) => <SheetChoice importer={props.importer} sheet={sheet()} />}
          </Show>
          <Show when={props.preview.tables.length > 1}>
            <Choice
              label={shapes().table}
              value={String(props.preview.table)}
              options={props.preview.tables.map(({ name, place }, i) => [
                String(i),
                shapes().tableName(i + 1, name, place),
              ])}
              hint={shapes().tables(props.preview.tables.length)}
              onChange={(table) => choose({ table: Number(table) })}
            />
          </Show>
          <Choice
            label={t().header}
            value={String(props.preview.header)}
            options={headers()}
            onChange={(header) => choose({ header: Number(header) })}
          />
          <Show when={props.preview.start?.written} keyed>
            <Show when={props.preview.start}>
              {(start) => (
                <StartField start={start()} step={props.preview.step} onStart={(period) => choose({ start: period })} />
              )}
            </Show>
          </Show>
          <Show when={props.preview.shape.gather?.by}>
            {(by) => (
              <Choice
                label={shapes().gather}
                value={by()}
                options={WAYS.map((way) => [way, shapes().gatherKinds[way]] as const)}
                hint={shapes().gatherHint}
                onChange={(gather) => choose({ gather })}
              />
            )}
          </Show>
        </div>
        <PreviewTable preview={props.preview} onRole={(column, role) => props.importer.assign(column, role)} />
        <Show when={props.preview.turned}>{(turned) => <TurnedTable turned={turned()} />}</Show>
        <ul class="importing-notes">
          <Show when={props.importer.book.sheet()?.formulas}>
            {(count) => <li>{WORKBOOK_IMPORT[lang()].frozen(count())}</li>}
          </Show>
          <Show when={props.importer.book.sheet()?.valuesOf}>{(count) => <li>{t().valuesOf(count())}</li>}</Show>
          <Show when={props.preview.interpreted.length > 0}>
            <li>
              {shapes().interpreted(
                props.preview.step === 'year',
                props.preview.interpreted.map(({ text, period }) => shapes().asPeriod(text, slotText(period))),
              )}
            </li>
          </Show>
          <For each={props.preview.doubled}>
            {({ period, taken, left }) => <li>{shapes().doubled(slotText(period), taken, left)}</li>}
          </For>
          <Show when={props.preview.far.length > 0}>
            <li class="problem">{shapes().far(props.preview.far)}</li>
          </Show>
          <Show when={props.preview.flags.length > 0}>
            <li>{shapes().flagColumns(props.preview.flags)}</li>
          </Show>
          <Show when={props.preview.leftOut.length > 0}>
            <li>{shapes().leftOut(props.preview.leftOut)}</li>
          </Show>
          <Show when={!hasValues()}>
            <li class="problem">{props.preview.shape.down ? shapes().noTime : t().noYears}</li>
          </Show>
          <Show when={hasValues() && !hasLabels()}>
            <li class="problem">{t().noLabels}</li>
          </Show>
        </ul>
      </div>
      <StepActions
        importer={props.importer}
        onCancel={props.onCancel}
        next={{ label: t().next, disabled: !isReady(), go: () => void props.importer.read() }}
      />
    </>
  );
}

/** The sheet of a workbook, and ways to the others. */
function SheetChoice(props: { importer: Importer; sheet: PlacedSheet }) {
  const t = useTexts(IMPORTING);
  const whole = useTexts(WORKBOOK_IMPORT);
  const { book } = props.importer;
  const label = ({ name, hidden }: PlacedSheet) => (hidden ? `${name} (${t().sheetHidden})` : name);
  const go = (place: string) => {
    const sheet = book.sheets().find((one) => String(one.place) === place);
    if (sheet) void props.importer.takeSheet(sheet);
  };
  return (
    <>
      <Choice
        label={t().sheet}
        value={String(props.sheet.place)}
        options={book.sheets().map((one) => [String(one.place), label(one)] as const)}
        onChange={go}
      />
      <Show when={book.canBeModel}>
        <Button class="link importing-whole" text={whole().wholeBook} onClick={() => props.importer.goBy('live')} />
      </Show>
    </>
  );
}
