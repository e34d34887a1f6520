import type { Spec } from './command.ts';

export const PAGE = {
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
} satisfies Record<string, Spec>;
