import { DIALOG_TEXTS } from '../../../i18n/dialogs.ts';
import { useApp } from '../../../state/app.ts';
import { Frame } from '../kit/Frame.tsx';
import type { DialogProps } from '../kit/props.ts';

/** The build puts the source of the page beside it. */
const SOURCE = './foresheet-source.tgz';
const LIBRARIES = ['HyperFormula', 'SolidJS', 'Chart.js', 'Valibot', 'PapaParse', 'idb', 'numfmt'];

/** What Foresheet is, under which licence, and on what it stands. */
export default function About(props: DialogProps) {
  const { workspace, lang } = useApp();
  const texts = () => DIALOG_TEXTS[lang()].about;
  const { figures, sources } = workspace.catalog.seeds;
  return (
    <Frame title={texts().title} onClose={props.onClose}>
      <p>{texts().what}</p>
      <p>{texts().seeds(figures.size, sources.size)}</p>
      <p>{texts().libraries(LIBRARIES)}</p>
      <p>
        {texts().licence}{' '}
        <a href={SOURCE} download="">
          {texts().source}
        </a>
      </p>
    </Frame>
  );
}
