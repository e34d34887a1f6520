import { For, Show } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { faultInWords, MODEL_FILE } from '../../../i18n/modelFile.ts';
import { useApp } from '../../../state/app.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import type { ImportRefusal } from '../../../state/importing/refusal.ts';
import { sizeInWords } from './size.ts';

/** Why a file was not taken, in a sentence. */
export function RefusalNote(props: { importer: Importer }) {
  const { lang } = useApp();
  const t = () => IMPORTING[lang()];
  const sentence = (refusal: ImportRefusal): string => {
    const name = props.importer.file()?.name ?? '';
    switch (refusal.kind) {
      case 'failure': {
        const { failure } = refusal;
        if (failure.kind === 'wrong') {
          const { path, why, fault } = failure;
          return fault ? t().wrongId[fault.kind](name, path, fault.id) : t().wrong(name, path, why);
        }
        if (failure.kind === 'model') return MODEL_FILE[lang()].notTaken(name, failure.problems.length);
        if (failure.kind === 'foreign' || failure.kind === 'noJson' || failure.kind === 'newerFormat')
          return t()[failure.kind](name);
        return 'line' in failure ? t().failures[failure.kind](failure.line) : t().failures[failure.kind];
      }
      case 'tooLarge':
        return t().tooLarge(name, sizeInWords(refusal.size, lang()), sizeInWords(refusal.most, lang()));
      case 'workbook':
        return t().books[refusal.fault](name);
      case 'notLoaded':
        return t().notLoaded;
      default:
        return t()[refusal.kind](name);
    }
  };
  const problems = () => {
    const refusal = props.importer.refusal();
    return refusal?.kind === 'failure' && refusal.failure.kind === 'model' ? refusal.failure.problems : [];
  };
  return (
    <div class="importing-alert" role="alert">
      <Show when={props.importer.refusal()}>{(refusal) => <p class="importing-refusal">{sentence(refusal())}</p>}</Show>
      <Show when={problems().length > 0}>
        <ul class="importing-problems">
          <For each={problems()}>
            {(problem) => (
              <li>
                <span class="importing-place">{MODEL_FILE[lang()].at(problem.line, problem.column)}</span>{' '}
                {faultInWords(problem, lang())}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
