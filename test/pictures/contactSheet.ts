import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from './folder.ts';

const below = (folder: string) =>
  readdirSync(join(FOLDER, folder), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('index'))
    .map(({ name }) => name)
    .sort();

/** All pictures on one page, a row for each screen, so that what falls out of line is seen. */
export default function contactSheet(): void {
  const rows = below('').flatMap((which) =>
    below(which).map((screen) => {
      const pictures = below(join(which, screen)).map((file) => {
        const address = [which, screen, file].map(encodeURIComponent).join('/');
        return `<a href="${address}"><img loading="lazy" src="${address}" alt="${file}" title="${file}"></a>`;
      });
      return `<h2>${which}: ${screen}</h2><p>${pictures.join('')}</p>`;
    }),
  );
  const style = 'body{font:14px system-ui;background:#888}p{display:flex;gap:8px;overflow-x:auto}img{height:420px}';
  const page = `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${style}</style>${rows.join('\n')}`;
  writeFileSync(join(FOLDER, 'index.html'), page);
}
