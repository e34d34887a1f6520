import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('an underline', () => {
  it('is drawn by Safari before 26.2 too, which reads no thickness nor variable in the short form', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
    expect(files).toContain(join('view', 'styles', 'panels.css'));
    const long = files.flatMap((file) =>
      [...readFileSync(join('src', file), 'utf8').matchAll(/text-decoration: [^;\s]+\s[^;]*;/g)].map(
        ([text]) => `${file}: ${text}`,
      ),
    );
    expect(long).toEqual([]);
  });
});
