// What the finders of browsers share: programs that are there, that start, and that Debian's packages bring.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** @param {string} text */
export const say = (text) => process.stderr.write(`${text}\n`);

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Where programs of these names would be on the PATH, in the order of the names. @param {readonly string[]} names */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Runs a program to its end; never throws.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, seconds?: number, show?: boolean }} [options] `show` sends its
 *   output to stderr
 * @returns {Promise<{ code: number, stdout: string, problem: string }>} code -1 where it could not be run
 */
export function run(command, args, { env = process.env, seconds = 600, show = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      env,
      stdio: ['ignore', show ? process.stderr : 'pipe', show ? process.stderr : 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (data) => {
      stdout += data;
    });
    child.stderr?.on('data', (data) => {
      stderr += data;
    });
    // A time limit of our own: spawn's keeps the process alive where the program could not be started at all.
    const limit = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    /** @param {number} code @param {string} problem */
    const end = (code, problem) => {
      clearTimeout(limit);
      done({ code, stdout, problem });
    };
    child.on('error', (error) => end(-1, error.message));
    child.on('close', (code, signal) =>
      end(code ?? -1, stderr.trim().split('\n')[0] || `ended with ${signal ?? code}`),
    );
  });
}

/**
 * The first of some programs that is there and has no problem; what is wrong with those before it is said.
 * @param {readonly string[]} paths
 * @param {(path: string) => Promise<string | undefined>} problemOf
 */
export async function firstThatStarts(paths, problemOf) {
  for (const path of new Set(paths)) {
    if (!existsSync(path)) continue;
    const problem = await problemOf(path);
    if (!problem) return path;
    say(`${path} ${problem}; looking further.`);
  }
  return undefined;
}

/** Whether packages can be installed: as root where there is apt-get, on Debian and Ubuntu. */
export const hasApt = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && onPath(['apt-get']).some(isExecutable);

/** @param {readonly string[]} step */
async function apt(...step) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, problem } = await run('apt-get', step, { env, show: true });
  if (code !== 0) say(`apt-get ${step.join(' ')} did not work (${problem}).`);
  return code === 0;
}

/**
 * Installs the first of some lists of packages that can be installed whole.
 * @param {readonly (readonly string[])[]} choices
 * @returns {Promise<boolean>}
 */
export async function installWithApt(...choices) {
  if (!hasApt() || !(await apt('update', '-q'))) return false;
  for (const packages of choices)
    if (await apt('install', '-y', '-q', '--no-install-recommends', ...packages)) return true;
  return false;
}
