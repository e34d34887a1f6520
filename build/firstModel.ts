import { GUIDE, printedPart } from '../src/i18n/guide.ts';

/** What `npm run schema` writes as docs/first-model.md: the walk of the app's help, in English. */
export function firstModelText(): string {
  const { title, about, parts } = GUIDE.en;
  const rest = [
    'How tables are read and written is in [csv.md](csv.md), how a model is written as a text file in',
    '[model-file.md](model-file.md). The app has this walk under “Help”, in Chinese too.',
  ].join('\n');
  return `${[`# ${title}`, '', about, '', ...parts.map(printedPart), rest].join('\n')}\n`;
}
