import { createSignal, For, Show } from 'solid-js';
import { WORKBOOK_IMPORT } from '../../../i18n/workbookImport.ts';
import type { LiveBook, Question, Source } from '../../../io/workbook/live.ts';
import { periodText, readPeriod } from '../../../model/periods.ts';
import { useTexts } from '../../../state/app.ts';
import { fileAddress } from '../../../state/importing/fileAddress.ts';
import type { LiveImport } from '../../../state/importing/liveImport.ts';
import { TextField } from '../kit/forms.tsx';

/** The first period of axes that are written alike. */
type StartAsked = Extract<Question, { kind: 'start' }>;

/** What only a person knows of a workbook, with what is assumed until it is said. */
export function LiveQuestions(props: { live: LiveImport; book: LiveBook }) {
  const t = useTexts(WORKBOOK_IMPORT);
  const starts = () => props.book.questions.filter((one): one is StartAsked => one.kind === 'start');
  const placesText = (places: readonly Source[]) => t().places(places.map((at) => fileAddress(props.book, at)));
  const steps = () =>
    props.book.questions.flatMap((question) => {
      if (question.kind !== 'steps') return [];
      const { finest, coarser } = question;
      const names = [...new Set(coarser.map(({ step }) => t().stepNames[step]))].join(', ');
      return [t().steps(t().stepNames[finest], names, placesText(coarser.map(({ at }) => at)))];
    });
  return (
    <Show when={props.book.questions.length > 0}>
      <fieldset class="importing-questions">
        <legend>{t().questions}</legend>
        <div class="form">
          {/* By their keys: a field that is being typed in stays as the workbook is cut anew. */}
          <For each={starts().map(({ block }) => block)}>
            {(_, i) => (
              <Show when={starts()[i()]}>
                {(asked) => <Start live={props.live} asked={asked()} place={fileAddress(props.book, asked().at)} />}
              </Show>
            )}
          </For>
        </div>
        <For each={steps()}>{(text) => <p>{text}</p>}</For>
      </fieldset>
    </Show>
  );
}

/** The first period of axes that name none of the calendar. */
function Start(props: { live: LiveImport; asked: StartAsked; place: string }) {
  const t = useTexts(WORKBOOK_IMPORT);
  const example = () => periodText(props.asked.suggested, props.asked.step);
  const said = props.live.choices().starts?.[props.asked.block] ?? props.asked.suggested;
  const [typed, setTyped] = createSignal(periodText(said, props.asked.step));
  const read = (text: string) => {
    const found = readPeriod(text.trim());
    return found?.step === props.asked.step ? found.ordinal : undefined;
  };
  const change = (text: string) => {
    setTyped(text);
    const ordinal = read(text);
    if (ordinal === undefined) return;
    void props.live.choose({ starts: { ...props.live.choices().starts, [props.asked.block]: ordinal } });
  };
  return (
    <TextField
      label={t().start(props.asked.written)}
      value={typed()}
      onChange={change}
      problem={read(typed()) === undefined ? t().startWrong(example()) : undefined}
      hint={t().startHint(props.place)}
    />
  );
}
