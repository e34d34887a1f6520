import { For } from 'solid-js';
import { TABLES } from '../../../i18n/tables.ts';
import { useApp } from '../../../state/app.ts';

/** The build puts it beside the page. */
const SAMPLE = './sample.csv';

/** Which tables are read, in short, and one to try. */
export function TablesHelp() {
  const { lang } = useApp();
  const t = () => TABLES[lang()];
  return (
    <>
      <ul>
        <For each={t().says}>{(text) => <li>{text}</li>}</For>
      </ul>
      <p>
        <a href={SAMPLE} download="">
          {t().sample}
        </a>
      </p>
    </>
  );
}
