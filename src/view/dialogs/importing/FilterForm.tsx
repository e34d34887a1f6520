import { createSignal } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { useTexts } from '../../../state/app.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import { Choice, TextField } from '../kit/forms.tsx';

/** Only the rows that hold a text, in a column or in any: the file is read again with it. */
export function FilterForm(props: { importer: Importer }) {
  const t = useTexts(IMPORTING);
  const [text, setText] = createSignal(props.importer.filter().text);
  const [column, setColumn] = createSignal(String(props.importer.filter().column));
  const columns = (): (readonly [string, string])[] => {
    const { records = [], header: at = -1, shape } = props.importer.preview() ?? {};
    const header = records[at - (shape?.from ?? 0)] ?? [];
    return [
      ['-1', t().anyColumn],
      ...(props.importer.preview()?.roles ?? []).map(
        (_, i) => [String(i), header[i]?.trim() || t().column(i + 1)] as const,
      ),
    ];
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void props.importer.read({ column: Number(column()), text: text() });
  };
  return (
    <form class="form importing-filter" onSubmit={submit}>
      <TextField label={t().filter} value={text()} onChange={setText} />
      <Choice label={t().filterIn} value={column()} options={columns()} onChange={setColumn} />
      <button type="submit" class="button">
        {t().apply}
      </button>
    </form>
  );
}
