import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/**
 * Whether a module is one of these files or in one of these folders, and not among the `others`.
 * @throws Error where there is no such file or folder: what was moved would else be left out in silence
 */
export function among(paths: readonly string[], others: readonly string[] = []): (id: string) => boolean {
  const [wanted, left] = [paths, others].map((list) =>
    list.map((path) => {
      const whole = resolve(import.meta.dirname, '..', path);
      if (!existsSync(whole)) throw new Error(`the build settings name ${path}, which is not there`);
      return whole;
    }),
  ) as [string[], string[]];
  const isIn = (id: string, list: readonly string[]) =>
    list.some((path) => id === path || id.startsWith(path + sep) || id.startsWith(`${path}/`));
  return (id) => {
    const [file = ''] = id.split('?');
    return isIn(file, wanted) && !isIn(file, left);
  };
}
