import { arePeriods, MOST_PERIODS } from '../../../document/periods.ts';
import { NEW_MODEL } from '../../../i18n/newModel.ts';
import { periodsFrom, readTypedAxis } from '../../../model/axis.ts';
import { readPeriodName } from '../../../model/periodNames.ts';
import { ordinalOf, PER_YEAR, type Periods, periodText, STEPS, type Step } from '../../../model/periods.ts';
import { isUnit, MAX_UNIT_LENGTH } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import { openBlank } from '../../../state/structure/ownModels.ts';
import { Frame } from '../kit/Frame.tsx';
import { Choice, createForm, selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

/** Years that a new model reaches over, unless another number is typed. */
const YEARS: Readonly<Record<Step, number>> = { year: 10, half: 5, quarter: 3, month: 3 };

const spanFrom = (year: number, step: Step) => ({
  from: periodText(ordinalOf(year, 1, step), step),
  to: periodText(ordinalOf(year + YEARS[step] - 1, PER_YEAR[step], step), step),
});

/** Currencies to choose from; any other is typed. */
const CURRENCIES = ['EUR', 'USD', 'CNY', 'GBP', 'JPY', 'CHF', 'CAD', 'AUD', 'INR', 'BRL', 'KRW', 'SGD', 'HKD', 'ZAR'];

/** A blank model: how it is called, its periods and its currency. */
export default function NewModelDialog(props: DialogProps) {
  const app = useApp();
  const t = () => NEW_MODEL[app.lang()];
  const today = new Date();
  const year = today.getFullYear();
  const { form, field, set, setProblems } = createForm({
    name: t().named,
    step: 'year' as Step,
    currency: app.lang() === 'zh' ? 'CNY' : '',
    only: '',
    ...spanFrom(year, 'year'),
  });
  const choose = (step: Step) => {
    const { from, to } = spanFrom(year, step);
    set('step')(step);
    set('from')(from);
    set('to')(to);
    set('only')('');
  };
  const isList = () => form().only.trim() !== '';
  const submit = () => {
    const { step } = form();
    const name = form().name.trim();
    const read = (typed: string) => {
      const named = readPeriodName(typed);
      return named?.step === step ? named.period : undefined;
    };
    const [first, last] = [read(form().from), read(form().to)];
    const example = spanFrom(year, step).from;
    const all = isList() ? readTypedAxis(form().only, read) : [];
    const periods: Periods =
      !('kind' in all) && all.length > 0
        ? periodsFrom(all, { step })
        : { first: first ?? 0, last: last ?? 0, ...(step === 'year' ? {} : { step }) };
    const currency = form().currency.normalize('NFKC').trim();
    const order = first === undefined || last === undefined || arePeriods(periods);
    const found = {
      ...(name === '' ? { name: t().nameMissing } : {}),
      ...(isUnit(currency) ? {} : { currency: t().badCurrency(MAX_UNIT_LENGTH) }),
      ...(isList()
        ? 'kind' in all || !arePeriods(periods)
          ? { only: t().noList(example, MOST_PERIODS) }
          : {}
        : {
            ...(first === undefined ? { from: t().noPeriod(example) } : {}),
            ...(last === undefined ? { to: t().noPeriod(example) } : order ? {} : { to: t().noPeriods(MOST_PERIODS) }),
          }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    props.onClose();
    openBlank(app, { name, periods, currency }, today);
  };
  return (
    <Frame
      title={t().title}
      onClose={props.onClose}
      onSubmit={submit}
      opened={selectFirst}
      submits={{ label: t().create }}
    >
      <div class="form">
        <TextField label={t().name} {...field('name')} wide />
        <Choice
          label={t().step}
          value={form().step}
          options={STEPS.map((step) => [step, t().steps[step]] as const)}
          onChange={choose}
          wide
        />
        <TextField label={t().from} {...field('from')} disabled={isList()} />
        <TextField label={t().to} {...field('to')} disabled={isList()} />
        <TextField label={t().only} {...field('only')} hint={t().onlyHint} wide />
        <TextField label={t().currency} {...field('currency')} hint={t().currencyHint} suggestions={CURRENCIES} wide />
      </div>
      <p class="muted">{t().hint}</p>
    </Frame>
  );
}
