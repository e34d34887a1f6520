import { For, Match, Switch } from 'solid-js';
import { WORKBOOK_IMPORT } from '../../../i18n/workbookImport.ts';
import { useApp } from '../../../state/app.ts';
import type { BookWay, Importer } from '../../../state/importing/importer.ts';
import { liveCount } from '../../../state/importing/liveReport.ts';
import { fitSheet } from './fit.ts';
import { LiveStep } from './LiveStep.tsx';
import { ReturnFaultNote } from './ReturnedStep.tsx';
import { SheetList } from './SheetList.tsx';
import { StepActions } from './StepActions.tsx';

const WAYS: readonly BookWay[] = ['live', 'table'];

/** How a workbook is taken: as a model that computes, or a sheet of it as a table. */
export function WorkbookStep(props: { importer: Importer; onClose: () => void }) {
  const app = useApp();
  const t = () => WORKBOOK_IMPORT[app.lang()];
  const { importer } = props;
  const { live, book } = importer;
  const take = () => {
    live.take(app, importer.file()?.name ?? '');
    const taken = live.book();
    const { name } = live;
    if (taken) app.workspace.sayDone(() => t().taken(name, liveCount(taken)));
    fitSheet(app);
    props.onClose();
  };
  const next = () =>
    importer.way() === 'live' ? { next: { label: t().take, disabled: !live.isReady, go: take } } : {};
  return (
    <>
      <div class="dialog-body">
        <ReturnFaultNote importer={importer} />
        <fieldset class="importing-ways">
          <legend>{t().doWhat}</legend>
          <For each={WAYS}>
            {(way) => {
              const isOff = way === 'live' && !book.canBeModel;
              return (
                <label>
                  <input
                    type="radio"
                    name="book-way"
                    value={way}
                    checked={importer.way() === way}
                    disabled={isOff}
                    onChange={() => importer.goBy(way)}
                  />
                  <span>{t().ways[way]}</span>
                  <span class="muted">{isOff ? t().notLive : t().waysHint[way]}</span>
                </label>
              );
            }}
          </For>
        </fieldset>
        <Switch>
          <Match when={importer.way() === 'live'}>
            <LiveStep importer={importer} />
          </Match>
          <Match when={importer.way() === 'table'}>
            <SheetList importer={importer} />
          </Match>
        </Switch>
      </div>
      <StepActions importer={importer} onCancel={props.onClose} {...next()} />
    </>
  );
}
