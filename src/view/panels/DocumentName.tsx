import { KEEPING } from '../../i18n/keeping.ts';
import { NAME_LENGTH } from '../../io/kept.ts';
import { useApp } from '../../state/app.ts';
import { Library } from '../../state/keeping/library.ts';
import { NameField } from '../NameField.tsx';

/** The name of the document that is open, being typed in the header. */
export default function DocumentName(props: { name: string; onEnd: () => void }) {
  const app = useApp();
  const { keeping, workspace, lang } = app;
  const t = () => KEEPING[lang()].documents;
  const end = (name: string | undefined) => {
    const id = keeping.id();
    props.onEnd();
    if (name === undefined || name === props.name || id === undefined) return;
    keeping.keeper.use((keeper) => {
      new Library(app, keeper).rename(id, name).catch(() => workspace.say(() => t().failed));
    });
  };
  return (
    <NameField label={t().newName} name={props.name} maxLength={NAME_LENGTH} needed={t().nameNeeded} onEnd={end} />
  );
}
