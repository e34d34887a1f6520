import type { CommandSpec } from './command.ts';
import { CLIPBOARD, EDITING, TYPING } from './editing.ts';
import { FORMULAS } from './formulas.ts';
import { LINES } from './lines.ts';
import { MOVING, SELECTING } from './moving.ts';
import { PAGE } from './page.ts';

const SPECS = { ...MOVING, ...SELECTING, ...EDITING, ...TYPING, ...FORMULAS, ...CLIPBOARD, ...LINES, ...PAGE };
export type CommandId = keyof typeof SPECS;

export interface Command extends CommandSpec {
  readonly id: CommandId;
  /** Under which the dictionary has its title. */
  readonly title: string;
}

/** All commands. Keys and menus do what stands here and nothing else; the help prints it. */
export const COMMANDS: readonly Command[] = Object.entries<CommandSpec>(SPECS).map(([id, spec]) => ({
  title: id,
  ...spec,
  id: id as CommandId,
}));

const byId = new Map(COMMANDS.map((command) => [command.id, command]));
export const commandOf = (id: CommandId): Command => byId.get(id) as Command;
