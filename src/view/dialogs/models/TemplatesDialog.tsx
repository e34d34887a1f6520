import { createUniqueId, For } from 'solid-js';
import { TEMPLATE_TEXTS } from '../../../i18n/templates.ts';
import { useApp } from '../../../state/app.ts';
import { openTemplate } from '../../../state/structure/templates.ts';
import { TEMPLATES } from '../../../templates.ts';
import { Frame } from '../kit/Frame.tsx';
import type { DialogProps } from '../kit/props.ts';
import './models.css';

/** What a model can begin from: nothing, a template with what it teaches, or a file. */
export default function TemplatesDialog(props: DialogProps) {
  const app = useApp();
  const { dialogs, say, lang } = app;
  const t = () => TEMPLATE_TEXTS[lang()];
  const begin = (id: string) => {
    props.onClose();
    void openTemplate(app, id);
  };
  return (
    <Frame title={t().title} wide plain onClose={props.onClose}>
      <p class="muted">{t().about}</p>
      <ul class="beginnings">
        <Beginning name={t().blank} about={t().blankAbout} onChoose={() => dialogs.show({ name: 'newModel' })} />
        <For each={TEMPLATES}>
          {({ id, name, about }) => <Beginning name={say(name)} about={say(about)} onChoose={() => begin(id)} />}
        </For>
        <Beginning name={t().file} about={t().fileAbout} onChoose={() => dialogs.show({ name: 'import' })} />
      </ul>
    </Frame>
  );
}

/** One of them: its name is the button, which reaches over what is said of it. */
function Beginning(props: { name: string; about: string; onChoose: () => void }) {
  const id = createUniqueId();
  return (
    <li class="beginning">
      <button type="button" class="beginning-name" aria-describedby={id} onClick={() => props.onChoose()}>
        {props.name}
      </button>
      <span id={id} class="beginning-about">
        {props.about}
      </span>
    </li>
  );
}
