import type { CommandApp, CommandSpec } from './command.ts';

/** Looks at periods by year, or no more, where they are shorter. */
function look(arrow: string, byYear: boolean) {
  const run = ({ viewMode }: CommandApp) => viewMode.years()?.set(byYear) === true;
  const applies = ({ viewMode }: CommandApp) => viewMode.years()?.can() === true;
  return {
    group: 'page',
    when: 'page',
    keys: [`Alt+Shift+Arrow${arrow}`],
    applies,
    run,
    byKey: run,
  } satisfies CommandSpec;
}

export const PAGE = {
  /** Of the cell under the cursor where it is derived, else of the one of which the answer speaks. */
  goalSeek: { group: 'page', when: 'page', run: ({ dialogs }) => dialogs.show({ name: 'goalSeek' }) },
  bridge: {
    group: 'page',
    when: 'page',
    enabled: ({ workspace }) => workspace.scenarioNames().length > 1,
    run: ({ dialogs }) => dialogs.show({ name: 'bridge' }),
  },
  compare: {
    group: 'page',
    when: 'page',
    checked: ({ viewMode }) => viewMode.comparing(),
    run: ({ viewMode }) => viewMode.compare(!viewMode.comparing()),
  },
  whatIf: {
    group: 'page',
    when: 'page',
    checked: ({ viewMode }) => viewMode.place() === 'whatIf',
    run: ({ viewMode }) => viewMode.stand(viewMode.place() === 'whatIf' ? 'sheet' : 'whatIf'),
  },
  // The keys by which Excel groups columns and ungroups them.
  byYear: {
    ...look('Right', true),
    checked: ({ viewMode }) => viewMode.byYear(),
    run: ({ viewMode }) => viewMode.years()?.toggle() === true,
  },
  byPeriod: look('Left', false),
  replay: {
    group: 'page',
    when: 'page',
    enabled: ({ workspace }) => workspace.history().past.length > 0,
    run: ({ viewMode }) => viewMode.replay(true),
  },
  nextRegion: {
    group: 'page',
    when: 'page',
    keys: ['F6'],
    everywhere: true,
    run: ({ viewMode }) => viewMode.toRegion.after.ask(),
  },
  lastRegion: {
    group: 'page',
    when: 'page',
    keys: ['Shift+F6'],
    everywhere: true,
    run: ({ viewMode }) => viewMode.toRegion.before.ask(),
  },
  guide: { group: 'page', when: 'page', run: ({ dialogs }) => dialogs.show({ name: 'guide' }) },
  keyboard: {
    group: 'page',
    when: 'page',
    keys: ['F1', 'Mod+/'],
    also: ['Mod+Shift+/'],
    everywhere: true,
    run: ({ dialogs }) => dialogs.show({ name: 'keyboard' }),
  },
  methods: { group: 'page', when: 'page', run: ({ dialogs }) => dialogs.show({ name: 'methods' }) },
  about: { group: 'page', when: 'page', run: ({ dialogs }) => dialogs.show({ name: 'about' }) },
} satisfies Record<string, CommandSpec>;
