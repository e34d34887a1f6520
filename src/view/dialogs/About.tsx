import { For, onMount } from 'solid-js';
import { useApp } from '../../state/app.ts';

/** The build puts the source of the page beside it. */
const SOURCE = './foresheet-source.tgz';
const LIBRARIES = ['HyperFormula', 'SolidJS', 'TanStack Virtual', 'Chart.js', 'Valibot', 'PapaParse'];

/** What Foresheet is, under which licence, and on what it stands. */
export default function About(props: { onClose: () => void }) {
  const { workspace, t } = useApp();
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  const { figures, sources } = workspace.catalog.seeds;
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="about-title" onClose={() => props.onClose()}>
      <h2 id="about-title">{t().about.title}</h2>
      <p>{t().about.what}</p>
      <p>{t().about.seeds(figures.size, sources.size)}</p>
      <p>
        {t().about.libraries}: <For each={LIBRARIES}>{(name, i) => `${i() > 0 ? ', ' : ''}${name}`}</For>.
      </p>
      <p>
        {t().about.licence}{' '}
        <a href={SOURCE} download="">
          {t().about.source}
        </a>
      </p>
      <form method="dialog" class="dialog-actions">
        <button type="submit" class="button primary">
          {t().about.close}
        </button>
      </form>
    </dialog>
  );
}
