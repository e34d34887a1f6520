import { Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { formatNumber } from '../../i18n/format.ts';
import { JOBS } from '../../i18n/jobs.ts';
import { useApp } from '../../state/app.ts';
import type { Jobs } from '../../state/ranges/jobs.ts';
import { Button } from '../Button.tsx';
import './jobBar.css';

/** What is being done to many cells, how far it is, and a way to call it off. */
export function JobBar(props: { jobs: Jobs }) {
  const { lang, editor } = useApp();
  const texts = () => JOBS[lang()];
  const number = (count: number) => formatNumber(count, lang(), 0);
  return (
    <Show when={props.jobs.progress()}>
      {(progress) => (
        // Over the sheet, and not in what is scrolled.
        <Portal mount={document.querySelector('.sheet') ?? document.body}>
          <div class="job-bar">
            <span role="status">{texts()[progress().kind]}</span>
            <Show when={progress().all > 0}>
              <progress aria-label={texts()[progress().kind]} max={progress().all} value={progress().done} />
              <span class="job-count">{texts().count(number(progress().done), number(progress().all))}</span>
            </Show>
            <Button
              text={texts().cancel}
              onClick={() => {
                props.jobs.cancel();
                editor.focus();
              }}
            />
          </div>
        </Portal>
      )}
    </Show>
  );
}
