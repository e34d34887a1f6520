import { createSignal, For, Show } from 'solid-js';
import { formatNumber } from '../../../i18n/format.ts';
import { WORKBOOK_IMPORT } from '../../../i18n/workbookImport.ts';
import type { LiveBook, Question, Source } from '../../../io/workbook/live.ts';
import { periodText, readPeriod } from '../../../model/periods.ts';
import { useApp, useTexts } from '../../../state/app.ts';
import { fileAddress } from '../../../state/importing/fileAddress.ts';
import type { LiveImport } from '../../../state/importing/liveImport.ts';
import { Choice, TextField } from '../kit/forms.tsx';

/** The first period of axes that are written alike. */
type StartAsked = Extract<Question, { kind: 'start' }>;

type DoubledAsked = Extract<Question, { kind: 'doubled' }>;
type PercentAsked = Extract<Question, { kind: 'percent' }>;

/** What only a person knows of a workbook, with what is assumed until it is said. */
export function LiveQuestions(props: { live: LiveImport; book: LiveBook }) {
  const t = useTexts(WORKBOOK_IMPORT);
  const starts = () => props.book.questions.filter((one): one is StartAsked => one.kind === 'start');
  const doubled = () => props.book.questions.filter((one): one is DoubledAsked => one.kind === 'doubled');
  const percents = () => props.book.questions.filter((one): one is PercentAsked => one.kind === 'percent');
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
          <For each={doubled()}>{(asked) => <DoubledHeads live={props.live} book={props.book} asked={asked} />}</For>
          <For each={percents()}>
            {(asked) => <PercentSize live={props.live} asked={asked} places={placesText(asked.places)} />}
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

/** Which of several columns that name the same period is taken. */
function DoubledHeads(props: { live: LiveImport; book: LiveBook; asked: DoubledAsked }) {
  const t = useTexts(WORKBOOK_IMPORT);
  const heads = () => props.asked.heads.map(({ at, written }) => `${fileAddress(props.book, at)} (${written})`);
  const options = (): (readonly [string, string])[] => [
    ...heads().map((head, i) => [String(i), t().doubledTake(head)] as const),
    ['all', t().doubledAll],
  ];
  const choose = (said: string) => {
    const taken = said === 'all' ? said : Number(said);
    void props.live.choose({ doubled: { ...props.live.choices().doubled, [props.asked.block]: taken } });
  };
  return (
    <Choice
      label={t().doubled(heads())}
      value={String(props.asked.taken)}
      options={options()}
      hint={t().doubledHint}
      onChange={choose}
    />
  );
}

/** Whether numbers beside % are fractions. */
function PercentSize(props: { live: LiveImport; asked: PercentAsked; places: string }) {
  const { lang } = useApp();
  const t = useTexts(WORKBOOK_IMPORT);
  const number = (value: number) => formatNumber(value, lang(), 6, true, 0);
  return (
    <Choice
      label={t().percent(number(props.asked.example))}
      value={props.asked.areFractions ? 'fraction' : 'percent'}
      options={[
        ['percent', t().percentIs(number(props.asked.example))],
        ['fraction', t().percentIs(number(props.asked.example * 100))],
      ]}
      hint={t().percentHint(props.places)}
      onChange={(said) =>
        void props.live.choose({
          fractions: { ...props.live.choices().fractions, [props.asked.size]: said === 'fraction' },
        })
      }
    />
  );
}
