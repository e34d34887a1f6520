// The programs that a run starts, and the folders that it makes: none of them outlives it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** @type {Set<string>} */
const folders = new Set();

/**
 * Starts a program at the head of a group of its own, so that it ends with all that it starts itself.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 */
export function start(command, args, { env = {}, stdio = ['ignore', 'pipe', 'pipe'] } = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio, detached: true });
  children.add(child);
  // That it could not be started is told by what waits for it.
  child.on('error', () => children.delete(child));
  return child;
}

/** @param {import('node:child_process').ChildProcess} child */
export function end(child) {
  children.delete(child);
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** A folder for as long as the run lasts. @param {string} name */
export function makeFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `foresheet-${name}-`));
  folders.add(folder);
  return folder;
}

function endAll() {
  for (const child of children) end(child);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

process.on('exit', endAll);
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]))
  process.on(signal, () => process.exit(code));

/**
 * What a program writes, as soon as it matches.
 * @param {import('node:child_process').ChildProcess} child
 * @param {import('node:stream').Readable | null} stream
 * @param {RegExp} pattern
 * @param {number} [seconds]
 * @returns {Promise<string>} the first group of the match
 */
export function written(child, stream, pattern, seconds = 60) {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (/** @type {string} */ why) => {
      clearTimeout(limit);
      reject(new Error(`${child.spawnfile} ${why}: ${text.trim().slice(-500)}`));
    };
    const limit = setTimeout(() => fail(`did not say that it is ready within ${seconds} s`), seconds * 1000);
    child.on('error', (error) => fail(`could not be started (${error.message})`));
    child.on('exit', (code, signal) => fail(`ended with ${signal ?? code}`));
    stream?.on('data', (data) => {
      text += data;
      const found = pattern.exec(text);
      if (!found) return;
      clearTimeout(limit);
      resolve(found[1] ?? '');
    });
  });
}
