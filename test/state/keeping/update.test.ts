import { afterEach, expect, it, vi } from 'vitest';
import { createSaveStatus } from '../../../src/state/keeping/saveStatus.ts';
import { watchForUpdates } from '../../../src/state/keeping/update.ts';

/** A service worker of the browser on its way from installing to waiting. */
class NextWorker extends EventTarget {}

/** What the browser tells a page of its service workers. */
class Registration extends EventTarget {
  installing: NextWorker | null = null;
  waiting: NextWorker | null = null;

  begin(): void {
    this.installing = new NextWorker();
    this.dispatchEvent(new Event('updatefound'));
  }

  finish(): void {
    const worker = this.installing;
    this.installing = null;
    this.waiting = worker;
    worker?.dispatchEvent(new Event('statechange'));
  }
}

/** A page that runs on a service worker and begins to watch. @returns the kinds of notices that it shows */
async function watching(registration: Registration): Promise<() => readonly string[]> {
  const serviceWorker = Object.assign(new EventTarget(), { controller: {}, register: async () => registration });
  vi.stubGlobal('navigator', { serviceWorker });
  vi.stubGlobal('document', new EventTarget());
  const saveStatus = createSaveStatus(undefined);
  await watchForUpdates(saveStatus);
  return () => saveStatus.notices().map(({ kind }) => kind);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('a newer version that is found later is told once it waits', async () => {
  const registration = new Registration();
  const notices = await watching(registration);
  registration.begin();
  expect(notices()).toEqual([]);
  registration.finish();
  expect(notices()).toEqual(['update']);
});

it('a newer version that another page has begun to load is told as well: it was told to that page alone', async () => {
  const registration = new Registration();
  registration.begin();
  const notices = await watching(registration);
  registration.finish();
  expect(notices()).toEqual(['update']);
});

it('a newer version that waits already is told at once', async () => {
  const registration = new Registration();
  registration.begin();
  registration.finish();
  expect((await watching(registration))()).toEqual(['update']);
});
