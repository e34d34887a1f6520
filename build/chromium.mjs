// Finds a Chromium for the browser tests, and obtains one where there is none.
// Run as a program it prints the path; all else it has to say goes to stderr.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { firstThatStarts, hasApt, installWithApt, isExecutable, onPath, run, say } from './programs.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'foresheet-chromium');
const REGISTRY_PACKAGE = '@sparticuz/chromium@143.0.4';
/** The headless shell first: it opens a page in half the time of a whole browser, and the tests see no other part. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/**
 * Why a program is not a Chromium that starts, or undefined where it is one. An existing file is not enough: Ubuntu's
 * `chromium-browser` is a stub for a snap, and a download may lack the libraries that it needs.
 * @param {string} path
 */
async function problemOf(path) {
  if (!isExecutable(path)) return 'is no program';
  // On Windows --version opens a window.
  if (process.platform === 'win32') return undefined;
  const { code, stdout, problem } = await run(path, ['--version'], { seconds: 60 });
  if (code !== 0) return `does not start (${problem})`;
  return /chrom/i.test(stdout) ? undefined : 'is no Chromium';
}

/** @param {readonly string[]} paths */
const firstChromium = (paths) => firstThatStarts(paths, problemOf);

/** Where the system keeps a Chromium: on the PATH, then in the usual places. */
function systemPaths() {
  const { env, platform } = process;
  const first = onPath(platform === 'win32' ? ['chrome.exe', 'chromium.exe'] : NAMES);
  if (platform === 'darwin') {
    const apps = ['/Applications', join(homedir(), 'Applications')];
    const inside = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];
    return [...first, ...apps.flatMap((folder) => inside.map((path) => join(folder, path)))];
  }
  if (platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((base) => base !== undefined);
    const inside = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe'];
    return [...first, ...bases.flatMap((base) => inside.map((path) => join(base, path)))];
  }
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/chromium'];
  return [...first, ...NAMES.flatMap((name) => usual.map((folder) => join(folder, name)))];
}

async function playwrightPaths() {
  try {
    const { chromium } = await import('@playwright/test');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/** On Debian and Ubuntu as root: Chromium, and a font for Chinese so that screenshots can be read. */
async function installFromDebian() {
  if (!hasApt()) return undefined;
  say('No Chromium found; installing one with apt-get.');
  // Ubuntu has no headless shell.
  const names = ['chromium-headless-shell', 'chromium'];
  const installed = await installWithApt(...names.map((name) => [name, 'fonts-noto-cjk']));
  return installed ? firstChromium(systemPaths()) : undefined;
}

/**
 * A launcher beside the unpacked program that lets it find the libraries and fonts that the package brings along,
 * for a machine that has neither.
 * @param {string} unpacked
 */
function writeLauncher(unpacked) {
  const path = join(unpacked, 'chromium-with-libraries');
  const script = [
    '#!/bin/sh',
    'here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own braces
    'export LD_LIBRARY_PATH="$here/al2023/lib:$here${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"',
    '[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"',
    'exec "$here/chromium" "$@"',
  ];
  writeFileSync(path, `${script.join('\n')}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** From the package registry: a Chromium for Linux that travels inside a package, kept in node_modules/.cache. */
async function installFromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const unpacked = join(CACHE, 'unpacked');
  const kept = [join(unpacked, 'chromium'), join(unpacked, 'chromium-with-libraries')];
  const found = await firstChromium(kept);
  if (found) return found;

  say(`No Chromium found; installing the package ${REGISTRY_PACKAGE}.`);
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const install = ['install', '--prefix', CACHE, '--no-save', '--no-audit', '--no-fund', REGISTRY_PACKAGE];
  const installed = await run(command, [...first, ...install], { show: true });
  if (installed.code !== 0) {
    say(`npm install did not work (${installed.problem}).`);
    return undefined;
  }
  // The package unpacks into the folder for temporary files, and its libraries only where it believes itself hosted.
  const entry = createRequire(join(CACHE, 'package.json')).resolve('@sparticuz/chromium');
  const ask = `import(${JSON.stringify(pathToFileURL(entry).href)})
    .then(async (module) => console.log(await (module.default.default ?? module.default).executablePath()))`;
  const env = { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const asked = await run(process.execPath, ['--input-type=module', '--eval', ask], { env });
  if (asked.code !== 0) {
    say(`The package ${REGISTRY_PACKAGE} could not be unpacked (${asked.problem}).`);
    return undefined;
  }
  const path = asked.stdout.trim();
  return firstChromium([path, writeLauncher(unpacked)]);
}

/**
 * The path of a Chromium that starts: CHROMIUM_PATH, then the system's, then Playwright's own download, else one that is
 * obtained now.
 * @returns {Promise<string>}
 * @throws {Error} one sentence that says what to do
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    const problem = await problemOf(named);
    if (problem) throw new Error(`CHROMIUM_PATH names ${named}, which ${problem}.`);
    return named;
  }
  const found =
    (await firstChromium(systemPaths())) ??
    (await firstChromium(await playwrightPaths())) ??
    (await installFromDebian()) ??
    (await installFromRegistry());
  if (found) return found;
  throw new Error(
    'No Chromium was found, and none could be obtained: install Chromium or Chrome, or run "npx playwright install ' +
      'chromium", or set CHROMIUM_PATH to the program.',
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await findChromium()}\n`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
