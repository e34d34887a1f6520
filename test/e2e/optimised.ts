import { test as fresh } from './foresheet.ts';

/**
 * A page with the optimising compilers, which the others do without: what computes for half a minute takes a third less
 * with them, what lives for a few seconds takes a sixth more.
 */
export const test = fresh.extend<object, { launchOptions: { args?: string[] } }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = (launchOptions.args ?? []).filter((arg) => !arg.startsWith('--js-flags='));
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
});

export { expect } from './foresheet.ts';
