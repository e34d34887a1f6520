import { readFileSync } from 'node:fs';
import type { CellEdit } from '../../../src/document/change.ts';
import type { Built, Ground } from '../../../src/io/csv/build.ts';
import type { Understanding } from '../../../src/io/csv/facts.ts';
import { layOut } from '../../../src/io/csv/layout.ts';
import type { Choices, TablePreview } from '../../../src/io/csv/preview.ts';
import type { Boxes, CsvReply, Failure, TableFacts } from '../../../src/io/csv/protocol.ts';
import { CsvService } from '../../../src/io/csv/service.ts';
import type { Target } from '../../../src/io/csv/target.ts';
import type { Left, RowChange, UpdateOptions } from '../../../src/io/csv/update.ts';

export const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/csv/${name}`, import.meta.url));

/** A table as the dialog reads it: opened, looked at, read whole by what was found and chosen. */
export class Opened {
  readonly service = new CsvService();
  preview!: TablePreview;
  #workbook = false;

  static async of(content: string | Uint8Array, choices: Choices = {}): Promise<Opened> {
    const opened = new Opened();
    await opened.service.answer({ kind: 'open', file: new Blob([content as BlobPart]) });
    await opened.look(choices);
    return opened;
  }

  async look(choices: Choices): Promise<TablePreview> {
    this.#workbook = choices.workbook ?? false;
    const { preview } = await this.service.answer({ kind: 'preview', choices });
    if (!preview) throw new Error('no preview');
    this.preview = preview;
    return preview;
  }

  async read(filter?: { column: number; text: string }): Promise<CsvReply> {
    const { encoding, delimiter, header, roles, shape } = this.preview;
    const settings = {
      encoding,
      delimiter,
      header,
      roles,
      shape,
      workbook: this.#workbook,
      ...(filter ? { filter } : {}),
    };
    return this.service.answer({ kind: 'read', settings });
  }

  async table(filter?: { column: number; text: string }): Promise<TableFacts> {
    const { table, failure } = await this.read(filter);
    if (!table) throw new Error(`not read: ${JSON.stringify(failure)}`);
    return table;
  }

  async failure(): Promise<Failure | undefined> {
    return (await this.read()).failure;
  }

  how(more: Partial<UpdateOptions> = {}): Understanding & Partial<UpdateOptions> {
    return { sign: this.preview.sign, formulas: false, units: {}, ...more };
  }

  async build(more: Partial<Understanding> = {}, ground: Ground = { ids: [] }): Promise<Built> {
    await this.service.answer({ kind: 'build', how: { ...this.how(), ...more }, ground });
    const { lines } = await this.service.answer({ kind: 'lines' });
    if (!lines) throw new Error('no lines');
    return lines;
  }

  async update(
    target: Target,
    more: Partial<UpdateOptions> = {},
  ): Promise<{ facts: NonNullable<CsvReply['update']>; changes: readonly RowChange[]; left: readonly Left[] }> {
    await this.service.answer({ kind: 'target', target });
    const { update, failure } = await this.service.answer({ kind: 'update', how: this.how(more) });
    if (!update) throw new Error(`no plan: ${JSON.stringify(failure)}`);
    const page = (of: 'changes' | 'left') => this.service.answer({ kind: 'page', of, from: 0, count: 1_000_000 });
    return { facts: update, changes: (await page('changes')).changes ?? [], left: (await page('left')).left ?? [] };
  }

  /** How lines turn out as the rows say that are suggested. */
  async uncertain(): Promise<CsvReply['uncertain']> {
    return (await this.service.answer({ kind: 'edits', boxes: 'suggested', turned: [] })).uncertain;
  }

  /** @param turned the rows whose box a person turned over */
  async edits(turned: readonly number[] = [], boxes: Boxes = 'suggested'): Promise<readonly CellEdit[]> {
    return (await this.service.answer({ kind: 'edits', boxes, turned })).edits ?? [];
  }
}

/** What the columns of a header are found to hold. */
export const rolesOf = (header: readonly string[]) => layOut([header], { header: 0, from: 0 }).roles;

/** What a table makes, short enough to be compared: each line by label, kind, unit and what the base holds in it. */
export const inShort = ({ lines, scenarios }: Built): readonly unknown[] =>
  lines.map((line) => {
    if (line.kind === 'heading') return [line.label.en];
    return [line.label.en, line.kind, line.unit, scenarios[0]?.overrides[line.id] ?? {}];
  });
