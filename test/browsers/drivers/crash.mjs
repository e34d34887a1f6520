// Ends the processes in which a browser has its pages, as a crash does.
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
}

/** The processes that there are, with their parents and command lines. */
function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      pid: Number(name),
      // Behind the name of the program, which may hold anything, stand its state and its parent.
      parent: Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1] ?? 0),
      command: read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim(),
    }));
}

/**
 * Kills those processes below one whose command lines match.
 * @param {number | undefined} root
 * @param {RegExp} pattern
 * @throws {Error} where there is none
 */
export function killPageProcesses(root, pattern) {
  const all = processes();
  const below = new Set([root]);
  // A process is younger than its parent, and yet may have the smaller number.
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  const pages = all.filter(({ pid, command }) => below.has(pid) && pattern.test(command));
  if (pages.length === 0) throw new Error('the process of the page was not found');
  for (const { pid } of pages) process.kill(pid, 'SIGKILL');
}
