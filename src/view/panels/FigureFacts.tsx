import { Show } from 'solid-js';
import { CELL_FACTS } from '../../i18n/cellFacts.ts';
import { figurePeriod, publisherOf } from '../../i18n/figureWords.ts';
import { formatDate } from '../../i18n/format.ts';
import { term } from '../../i18n/terms.ts';
import { type Figure, isKnown } from '../../model/figure.ts';
import { useApp } from '../../state/app.ts';
import { figureNumber } from '../../state/structure/figures.ts';
import { Fact } from './Fact.tsx';

/** A figure as its source put it. */
export default function FigureFacts(props: { figure: Figure }) {
  const app = useApp();
  const { workspace, t, lang } = app;
  const source = () => workspace.sources().get(props.figure.source);
  const timing = () => {
    if (isKnown(props.figure, workspace.view.known)) return '';
    return props.figure.reported.length === 4 ? CELL_FACTS[lang()].yearOnly : CELL_FACTS[lang()].later;
  };
  return (
    <>
      <Fact name={CELL_FACTS[lang()].asReported}>
        {[figureNumber(app, props.figure), figurePeriod(props.figure.period, lang())].join(
          lang() === 'zh' ? '，' : ', ',
        )}
      </Fact>
      <Show when={props.figure.definition}>
        <Fact name={CELL_FACTS[lang()].definition}>{term(props.figure.definition, lang())}</Fact>
      </Show>
      <Fact name={CELL_FACTS[lang()].reported}>
        {formatDate(props.figure.reported, lang())} <span class="doubt">{timing()}</span>
      </Fact>
      <Show when={source()}>
        {(found) => (
          <>
            <Fact name={CELL_FACTS[lang()].source}>
              <Show
                when={found().url}
                fallback={
                  <>
                    {publisherOf(found(), lang())}
                    {lang() === 'zh' ? '。' : '. '}
                    {CELL_FACTS[lang()].noAddress}
                  </>
                }
              >
                {(url) => (
                  <a href={url()} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
                    {publisherOf(found(), lang())}
                  </a>
                )}
              </Show>
            </Fact>
            <Fact name={CELL_FACTS[lang()].grade}>{t().inspector.grades[found().grade]}</Fact>
          </>
        )}
      </Show>
      <Show when={props.figure.note}>
        <Fact name={CELL_FACTS[lang()].sourceNote}>
          <span lang="en">{props.figure.note}</span>
        </Fact>
      </Show>
    </>
  );
}
