import { NEW_MODEL } from '../../../i18n/newModel.ts';
import { useApp } from '../../../state/app.ts';
import { keepLines, linesToKeep } from '../../../state/structure/ownModels.ts';
import { Frame } from '../kit/Frame.tsx';
import { createForm, selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

/** Lines that are named one by one; more of them are counted. */
const NAMED = 12;

/** A model of the selected lines: what they need comes along, and is said before. */
export default function KeepLinesDialog(props: DialogProps) {
  const app = useApp();
  const t = () => NEW_MODEL[app.lang()];
  const { chosen, lines } = linesToKeep(app);
  const own = new Set(chosen);
  const { form, field, setProblems } = createForm({ name: t().named });
  const needed = () => {
    const names = lines.filter(({ id }) => !own.has(id)).map(({ label }) => app.say(label));
    const rest = names.length - NAMED;
    return rest > 1 ? [...names.slice(0, NAMED), t().more(rest)] : names;
  };
  const count = lines.length - own.size;
  const submit = () => {
    const name = form().name.trim();
    if (name === '') {
      setProblems({ name: t().nameMissing });
      return;
    }
    props.onClose();
    keepLines(app, name, lines);
  };
  return (
    <Frame
      title={t().keepTitle}
      onClose={props.onClose}
      onSubmit={submit}
      opened={selectFirst}
      submits={{ label: t().create }}
    >
      <TextField label={t().name} {...field('name')} wide />
      <p>{t().keeps(own.size, count, needed())}</p>
      <p class="muted">{t().keepsScenarios}</p>
    </Frame>
  );
}
