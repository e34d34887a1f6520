import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** Project files by their path from the root, with `/`. */
type Files = Readonly<Record<string, string>>;

/** Below each area, the areas that it may import. Whatever is not named stays out, and an area knows itself. */
const BELOW_ENGINES = ['document', 'chance', 'maths', 'units', 'model', 'rpc'];
const BELOW_STATE = [
  'analysis',
  'evidence',
  'engine',
  'excel',
  'formula',
  'io',
  'modelFile',
  'catalog',
  'templates',
  'i18n',
  ...BELOW_ENGINES,
];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  rpc: [],
  maths: [],
  chance: ['maths', 'model'],
  units: ['model'],
  document: ['model'],
  modelFile: ['document', 'chance', 'units', 'model'],
  engine: BELOW_ENGINES,
  io: ['modelFile', ...BELOW_ENGINES],
  evidence: BELOW_ENGINES,
  analysis: ['engine', 'evidence', 'i18n', ...BELOW_ENGINES],
  formula: ['engine', ...BELOW_ENGINES],
  excel: ['engine', 'io', 'i18n', ...BELOW_ENGINES],
  i18n: ['units', 'model'],
  models: ['model'],
  catalog: ['models', 'seeds', 'evidence', 'io', 'model'],
  templates: ['models', 'modelFile', 'model'],
  state: BELOW_STATE,
  view: ['state', ...BELOW_STATE],
  App: ['view', 'state', ...BELOW_STATE],
  main: ['App', 'view', 'state', ...BELOW_STATE],
};

/** Each outside library with its doors: the places from which alone it may be imported. */
const DOORS: readonly (readonly [library: RegExp, doors: RegExp])[] = [
  [/^(solid-js|@kobalte)(\/|$)/, /^src\/(state\/|view\/|App\.tsx$|main\.tsx$)/],
  [/^hyperformula(\/|$)/, /^src\/engine\//],
  [/^numfmt(\/|$)/, /^src\/engine\/functions\/numberFormats\.ts$/],
  [/^papaparse(\/|$)/, /^src\/io\/csv\.ts$/],
  [/^idb(\/|$)/, /^src\/io\/storage\.ts$/],
  [/^chart\.js(\/|$)/, /^src\/view\/chart\//],
  [/^valibot(\/|$)/, /^src\/(document|modelFile|evidence|io|state)\//],
  [/^yaml(\/|$)/, /^src\/modelFile\/yaml\.ts$/],
];

/** Ways to turn text into code or markup, which the security policy or good sense forbids. */
const FORBIDDEN_MEMBERS = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc']);

/** Members of a test function that leave a test out or leave the others out, or that sleep. */
const FORBIDDEN_IN_TESTS = new Set(['only', 'skip', 'skipIf', 'runIf', 'todo', 'fixme', 'waitForTimeout']);
const TEST_FUNCTIONS = new Set(['it', 'test', 'describe', 'suite', 'bench']);

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Reach {
  readonly specifier: string;
  /** A type leaves no trace in the built code; a worker is a program of its own. */
  readonly kind: 'type' | 'value' | 'worker';
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function* nodesOf(value: unknown): Generator<SyntaxNode> {
  if (isNode(value)) yield value;
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* nodesOf(part);
}

const parse = (path: string, text: string): SyntaxNode[] => {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path} can't be read: ${error.message}`);
  return [...nodesOf(program)];
};

/** The text of a literal or of a template without gaps. */
function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
}

/** `a.b`, `a['b']`, `a?.b`: the name of the member. */
const memberOf = (node: SyntaxNode): string | undefined =>
  node.type === 'MemberExpression'
    ? node.computed
      ? literal(node.property)
      : (node.property as { name?: string }).name
    : undefined;

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? (node.name as string) : undefined;

/** `test` of `test`, `test.describe` and `test.describe.parallel`. */
const rootOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'MemberExpression' ? rootOf(node.object) : nameOf(node);

/** `import.meta` */
const isImportMeta = (node: unknown): boolean => isNode(node) && node.type === 'MetaProperty';

/** `import { type T } from` keeps its import in the built code; only `import type` leaves none. */
const isTypeOnly = (node: SyntaxNode): boolean => node.importKind === 'type' || node.exportKind === 'type';

/** What a file reaches for, by whatever way, and the ways that would hide it. */
function reachesOf(nodes: readonly SyntaxNode[]): { reaches: Reach[]; hidden: string[] } {
  const reaches: Reach[] = [];
  const hidden: string[] = [];
  const add = (source: unknown, kind: Reach['kind'], what: string) => {
    const specifier = literal(source);
    if (specifier === undefined) hidden.push(`${what} names no file that can be read here`);
    else reaches.push({ specifier, kind });
  };
  for (const node of nodes) {
    const args = (node.arguments ?? []) as readonly unknown[];
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
        if (node.source) add(node.source, isTypeOnly(node) ? 'type' : 'value', 'an import');
        break;
      case 'ImportExpression':
        add(node.source, 'value', 'a dynamic import');
        break;
      case 'TSImportType':
        add(node.source, 'type', 'an imported type');
        break;
      case 'TSExternalModuleReference':
        hidden.push('"import … = require()" is not a module import');
        break;
      case 'NewExpression':
        if (nameOf(node.callee) === 'URL' && isNode(args[1]) && isImportMeta(args[1].object))
          add(args[0], 'worker', 'new URL(…, import.meta.url)');
        break;
      case 'CallExpression': {
        if (nameOf(node.callee) === 'require') hidden.push('require() is not a module import');
        const callee = node.callee as SyntaxNode;
        const isGlob = isNode(callee) && isImportMeta(callee.object) && memberOf(callee)?.startsWith('glob');
        if (!isGlob) break;
        const list =
          isNode(args[0]) && args[0].type === 'ArrayExpression' ? (args[0].elements as unknown[]) : [args[0]];
        // What is left out is not reached.
        const isLeftOut = (one: unknown) => isNode(one) && `${one.value}`.startsWith('!');
        for (const pattern of list) if (!isLeftOut(pattern)) add(pattern, 'value', 'import.meta.glob');
        break;
      }
    }
  }
  return { reaches, hidden };
}

const areaOf = (path: string): string | undefined =>
  /^src\/([^/.]+)\//.exec(path)?.[1] ??
  /^src\/(App|main|catalog|templates)\.tsx?$/.exec(path)?.[1] ??
  /^(models|seeds)\//.exec(path)?.[1];

/** The path that a relative specifier names, seen from a file; `?rows` and globs fall away. */
const pathFrom = (file: string, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '').replace(/[^/]*\*.*$/, '')));

function importProblem(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    const target = pathFrom(file, specifier);
    const from = areaOf(file);
    const to = areaOf(target);
    if (from === undefined || to === undefined) return `imports ${target}, which is no part of the house`;
    return from === to || MAY_IMPORT[from]?.includes(to) ? undefined : `${from} may not import ${to} (${specifier})`;
  }
  const door = DOORS.find(([library]) => library.test(specifier));
  if (!door) return `imports ${specifier}, which has no door`;
  return door[1].test(file) ? undefined : `imports ${specifier} outside its door`;
}

function codeProblem(node: SyntaxNode): string | undefined {
  const member = memberOf(node) ?? (node.type === 'JSXAttribute' ? (node.name as { name?: string }).name : undefined);
  if (member && FORBIDDEN_MEMBERS.has(member)) return `uses ${member}`;
  if (nameOf(node) === 'eval') return 'uses eval';
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const callee = node.callee as SyntaxNode;
  const called = nameOf(callee) ?? memberOf(callee);
  if (called === 'Function') return 'uses Function';
  if (rootOf(callee) === 'document' && called?.startsWith('write')) return 'uses document.write';
  const [first] = node.arguments as readonly unknown[];
  const isText = literal(first) !== undefined || (isNode(first) && first.type === 'TemplateLiteral');
  if ((called === 'setTimeout' || called === 'setInterval') && isText) return `hands text to ${called}`;
  return undefined;
}

/** Files that end up on the main thread: from main.tsx on, by every import but those of types and of workers. */
function mainThread(files: Files, reaches: ReadonlyMap<string, readonly Reach[]>): Map<string, string> {
  const from = new Map<string, string>([['src/main.tsx', '']]);
  for (const file of from.keys()) {
    for (const { specifier, kind } of reaches.get(file) ?? []) {
      if (kind !== 'value' || !specifier.startsWith('.')) continue;
      const target = pathFrom(file, specifier);
      const found = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((path) => path in files);
      if (found && !from.has(found)) from.set(found, file);
    }
  }
  return from;
}

/** Knots of files that import each other in a circle, by value or by type, each knot as its files in order. */
function circles(reaches: ReadonlyMap<string, readonly Reach[]>): string[][] {
  const targets = (file: string) =>
    (reaches.get(file) ?? [])
      .filter(({ specifier, kind }) => kind !== 'worker' && specifier.startsWith('.'))
      .map(({ specifier }) => pathFrom(file, specifier));
  // Tarjan's strongly connected components: of a knot, the file first come upon has the lowest index.
  const index = new Map<string, number>();
  const open: string[] = [];
  const knots: string[][] = [];
  const visit = (file: string): number => {
    const own = index.size;
    let low = own;
    index.set(file, own);
    open.push(file);
    for (const target of targets(file)) {
      if (!index.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, index.get(target) ?? low);
    }
    if (low === own) knots.push(open.splice(open.indexOf(file)));
    return low;
  };
  for (const file of reaches.keys()) if (!index.has(file)) visit(file);
  return knots.filter((knot) => knot.length > 1 || targets(knot[0] ?? '').includes(knot[0] ?? '')).map((k) => k.sort());
}

/** Every broken wall of the house, as `file: what`; empty where all of them stand. */
function brokenWalls(files: Files): string[] {
  const problems: string[] = [];
  const allReaches = new Map<string, readonly Reach[]>();
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.d.ts')) continue;
    const nodes = parse(path, text);
    const { reaches, hidden } = reachesOf(nodes);
    allReaches.set(path, reaches);
    const found = [
      ...reaches.map((reach) => importProblem(path, reach.specifier)),
      ...hidden,
      ...nodes.map(codeProblem),
    ];
    if (MAY_IMPORT[areaOf(path) ?? ''] === undefined) found.push('has no place in the house');
    for (const problem of new Set(found)) if (problem) problems.push(`${path}: ${problem}`);
  }
  for (const [path, importer] of mainThread(files, allReaches)) {
    const engine = allReaches.get(path)?.some((r) => r.kind === 'value' && r.specifier.startsWith('hyperformula'));
    if (engine) problems.push(`${path}: brings hyperformula to the main thread (through ${importer})`);
  }
  for (const knot of circles(allReaches)) problems.push(`${knot.join(', ')}: import each other in a circle`);
  return problems;
}

/** Every test that is left out, leaves the others out, or sleeps. */
function idleTests(files: Files): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const found = parse(path, text).map((node) => {
      const member = memberOf(node);
      if (!member || !FORBIDDEN_IN_TESTS.has(member)) return undefined;
      const isOfTest = TEST_FUNCTIONS.has(rootOf(node.object) ?? '') || member === 'waitForTimeout';
      return isOfTest ? `${path}: uses ${member}` : undefined;
    });
    return [...new Set(found)].filter((problem) => problem !== undefined);
  });
}

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const readFiles = (folder: string): Files =>
  Object.fromEntries(
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|mjs|js)$/.test(name))
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .sort()
      .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
  );

/** The documents that tell where things are. */
const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md'],
  ...['src/README.md', 'src/state/README.md', 'src/view/README.md'],
];

/** What a build or an installation makes. */
const MADE = /^(dist|node_modules)\//;
const ENDINGS = /\.(tsx?|mjs|js|css|csv|json|md|html|svg)$/;

/** The paths of a text: in backquotes, with a folder or an ending of our files; and those that its links lead to. */
function pathsIn(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, '');
  const quoted = [...prose.matchAll(/`([\w./-]+)`/g)].map(([, path = '']) => path);
  const linked = [...prose.matchAll(/\]\(([\w./-]+)\)/g)].map(([, path = '']) => path);
  return [...quoted.filter((path) => /^[a-z.][^/]*\//i.test(path) || ENDINGS.test(path)), ...linked];
}

/** Paths of a document that are not there: from itself, from the root and from `src/`, where `Grid.tsx` may be anywhere. */
function lostPaths(document: string, text: string, names: ReadonlySet<string>): string[] {
  const from = [dirname(document), '.', 'src'];
  return pathsIn(text).filter((path) => {
    const isThere = from.some((folder) => existsSync(join(ROOT, folder, path)));
    return !isThere && !MADE.test(path) && (path.includes('/') || !names.has(path));
  });
}

describe('the house', () => {
  it('has all its walls', () => {
    const files = { ...readFiles('src'), ...readFiles('models') };
    expect(Object.keys(files)).toContain('src/model/model.ts');
    expect(brokenWalls(files)).toEqual([]);
  });

  it.each(['src', 'src/state', 'src/view'])('has a line in the README of %s for each of its rooms', (folder) => {
    const rooms = readdirSync(join(ROOT, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const told = readFileSync(join(ROOT, folder, 'README.md'), 'utf8');
    expect(rooms.length).toBeGreaterThan(5);
    expect(rooms.map(({ name }) => name).filter((name) => !told.includes(`| \`${name}/\` `))).toEqual([]);
  });

  it.each(DOCUMENTS)('has what %s names', (document) => {
    const names = new Set(Object.keys(readFiles('src')).map((path) => posix.basename(path)));
    expect(lostPaths(document, readFileSync(join(ROOT, document), 'utf8'), names)).toEqual([]);
  });

  it('has tests that all run, and none that sleeps', () => {
    const files = readFiles('test');
    expect(Object.keys(files)).toContain('test/house.test.ts');
    expect(idleTests(files)).toEqual([]);
  });
});

describe('the check of the walls', () => {
  const broken = (path: string, text: string) => brokenWalls({ [path]: text });

  it.each([
    ['src/view/Panel.tsx', "import { store } from '../state/workspace.ts';"],
    [
      'src/view/Panel.tsx',
      "import './panel.css'; import { For } from 'solid-js'; import { Tabs } from '@kobalte/core';",
    ],
    ['src/view/chart/plot.ts', "const { Chart } = await import('chart.js');"],
    ['src/state/workspace.ts', "import type { Port } from '../engine/port.ts'; import { t } from '../i18n/index.ts';"],
    ['src/engine/client.ts', "new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });"],
    ['src/engine/worker.ts', "import { HyperFormula } from 'hyperformula/es';"],
    [
      'src/analysis/goalSeek.ts',
      "import type { Port } from '../engine/port.ts'; import { t } from '../i18n/index.ts';",
    ],
    ['src/io/csv.ts', "import Papa from 'papaparse';"],
    ['src/io/storage.ts', "import { createStore } from 'idb';"],
    [
      'src/catalog.ts',
      "import table from '../seeds/figures.csv?checked'; import.meta.glob(['../models/*.ts', '!../models/a.ts']);",
    ],
    ['models/guangdong.ts', "import type { Model } from '../src/model/model.ts'; export * from './shared/fading.ts';"],
  ])('lets %s do this: %s', (path, text) => {
    expect(broken(path, text)).toEqual([]);
  });

  it.each([
    ['src/model/line.ts', "import { Document } from '../document/document.ts';", 'model may not import document'],
    ['src/document/change.ts', "import type { Port } from '../engine/port.ts';", 'document may not import engine'],
    ['src/engine/port.ts', "import type { Row } from '../io/csv.ts';", 'engine may not import io'],
    ['src/io/links.ts', "export { build } from '../engine/port.ts';", 'io may not import engine'],
    ['src/io/links.ts', "export * from '../engine/port.ts';", 'io may not import engine'],
    ['src/io/links.ts', "type Port = import('../engine/port.ts').Port;", 'io may not import engine'],
    ['src/io/links.ts', "await import('../engine/port.ts');", 'io may not import engine'],
    ['src/io/links.ts', 'await import(`../engine/port.ts`);', 'io may not import engine'],
    ['src/io/links.ts', "import.meta.glob(['./a/*.ts', '../engine/*.ts']);", 'io may not import engine'],
    ['src/io/links.ts', "new Worker(new URL('../engine/worker.ts', import.meta.url));", 'io may not import engine'],
    ['src/state/workspace.ts', "import '../view/Panel.tsx';", 'state may not import view'],
    ['src/evidence/seeds.ts', "import { catalog } from '../catalog.ts';", 'evidence may not import catalog'],
    ['src/engine/port.ts', "import { t } from '../i18n/index.ts';", 'engine may not import i18n'],
    ['src/i18n/format.ts', "import { store } from '../state/workspace.ts';", 'i18n may not import state'],
    ['src/catalog.ts', "import { store } from './state/workspace.ts';", 'catalog may not import state'],
    ['src/view/Panel.tsx', "import { china } from '../../models/china.ts';", 'view may not import models'],
    ['src/view/Panel.tsx', "import { small } from '../../test/fixtures/small.ts';", 'is no part of the house'],
    ['models/china.ts', "import { catalog } from '../src/catalog.ts';", 'models may not import catalog'],
    ['src/document/history.ts', "import { createSignal } from 'solid-js';", 'solid-js outside its door'],
    ['src/i18n/index.ts', "import { createStore } from 'solid-js/store';", 'solid-js/store outside its door'],
    ['src/io/links.ts', "import { x } from '@kobalte/core';", '@kobalte/core outside its door'],
    ['src/view/grid/Grid.tsx', "import { HyperFormula } from 'hyperformula';", 'hyperformula outside its door'],
    ['src/io/xlsx.ts', "import Papa from 'papaparse';", 'papaparse outside its door'],
    ['src/view/Panel.tsx', "import { Chart } from 'chart.js';", 'chart.js outside its door'],
    ['src/state/keeping/keeper.ts', "import { get } from 'idb';", 'idb outside its door'],
    ['src/io/xlsx.ts', "import lodash from 'lodash';", 'lodash, which has no door'],
    ['src/io/xlsx.ts', "import { readFile } from 'node:fs';", 'node:fs, which has no door'],
    ['src/io/xlsx.ts', 'await import(name);', 'a dynamic import names no file'],
    ['src/io/xlsx.ts', 'await import(`./${' + 'name}.ts`);', 'a dynamic import names no file'],
    ['src/io/xlsx.ts', "const x = require('./csv.ts');", 'require() is not a module import'],
    ['src/helpers/x.ts', 'export const x = 1;', 'has no place in the house'],
    ['src/x.ts', 'export const x = 1;', 'has no place in the house'],
    ['src/view/Panel.tsx', 'export const x = <p innerHTML={y} />;', 'uses innerHTML'],
    ['src/view/Panel.tsx', "element.innerHTML = '';", 'uses innerHTML'],
    ['src/view/Panel.tsx', "element['outerHTML'] = '';", 'uses outerHTML'],
    ['src/view/Panel.tsx', "element?.insertAdjacentHTML('beforeend', x);", 'uses insertAdjacentHTML'],
    ['src/view/Panel.tsx', "document.write('x');", 'uses document.write'],
    ['src/engine/port.ts', 'eval(text);', 'uses eval'],
    ['src/engine/port.ts', '(0, eval)(text);', 'uses eval'],
    ['src/engine/port.ts', 'globalThis.eval(text);', 'uses eval'],
    ['src/engine/port.ts', "new Function('return 1');", 'uses Function'],
    ['src/engine/port.ts', "setTimeout('alert(1)', 1);", 'hands text to setTimeout'],
  ])('stops %s from doing this: %s', (path, text, problem) => {
    expect(broken(path, text)).toEqual([expect.stringContaining(problem)]);
  });

  it('keeps hyperformula off the main thread, by whatever way it would come', () => {
    const files = {
      'src/main.tsx': "import { App } from './App.tsx';",
      'src/App.tsx': "import { engine } from './engine/client.ts';",
      'src/engine/client.ts': "new Worker(new URL('./worker.ts', import.meta.url));",
      'src/engine/worker.ts': "import './hyperformula.ts';",
      'src/engine/hyperformula.ts': "import { HyperFormula } from 'hyperformula';",
    };
    expect(brokenWalls(files)).toEqual([]);
    const [problem, ...others] = brokenWalls({
      ...files,
      'src/engine/client.ts': "await import('./hyperformula.ts');",
    });
    expect(problem).toContain('brings hyperformula to the main thread (through src/engine/client.ts)');
    expect(others).toEqual([]);
  });

  it('has no circles, be it of types, through other files, or of a file with itself', () => {
    const circle = (files: Files) => brokenWalls(files).filter((problem) => problem.endsWith('in a circle'));
    const [a, b, c] = ['src/model/a.ts', 'src/model/b.ts', 'src/model/c.ts'] as const;
    const chain = { [a]: "import { b } from './b.ts';", [b]: "import { c } from './c.ts';" };
    expect(circle({ ...chain, [c]: 'export const c = 1;' })).toEqual([]);
    for (const back of ["import type { A } from './a.ts';", "export * from './a.ts';", "await import('./a.ts');"])
      expect(circle({ ...chain, [c]: back })).toEqual([`${a}, ${b}, ${c}: import each other in a circle`]);
    expect(circle({ [c]: "import { c } from './c.ts';" })).toEqual([`${c}: import each other in a circle`]);
    // Two circles are told apart; a worker is a program of its own.
    const two = { [a]: "import './b.ts';", [b]: "import './a.ts'; import './c.ts';", [c]: "import './c.ts';" };
    expect(circle(two)).toHaveLength(2);
    expect(circle({ [a]: "new Worker(new URL('./b.ts', import.meta.url));", [b]: "import './a.ts';" })).toEqual([]);
  });

  it('tells of a file that it cannot read', () => {
    expect(() => broken('src/model/line.ts', 'const = ;')).toThrow("src/model/line.ts can't be read");
  });
});

describe('the check of the tests', () => {
  const idle = (text: string) => idleTests({ 'test/a.test.ts': text });

  it.each([
    ["it.only('x', () => {});", 'only'],
    ["describe.skip('x', () => {});", 'skip'],
    ["test.describe.only('x', () => {});", 'only'],
    ["it['skip']('x', () => {});", 'skip'],
    ["it.skipIf(true)('x', () => {});", 'skipIf'],
    ["it.todo('x');", 'todo'],
    ["test.fixme('x', () => {});", 'fixme'],
    ['await page.waitForTimeout(100);', 'waitForTimeout'],
  ])('stops %s', (text, member) => {
    expect(idle(text)).toEqual([`test/a.test.ts: uses ${member}`]);
  });

  it.each(["it.each([1])('x', () => {});", "const text = 'it.only';", 'rows.skip(1);'])('lets be %s', (text) => {
    expect(idle(text)).toEqual([]);
  });
});

describe('the check of the documents', () => {
  const names = new Set(['Grid.tsx']);
  const lost = (text: string, document = 'docs/architecture.md') => lostPaths(document, text, names);

  it('finds files and folders from the root, from `src/` and from the document', () => {
    expect(lost('`src/App.tsx`, `state/document/`, `Grid.tsx`, `package.json`, [hosting](hosting.md)')).toEqual([]);
    expect(lost('`document/`, `app.ts`', 'src/state/README.md')).toEqual([]);
  });

  it('leaves be what is no path, what a build makes, and what is to be typed', () => {
    expect(lost('`value`, `=Base!C5`, `models/<id>.ts`, `dist/`, `npm run bench`\n```\nno/such.ts\n```\n')).toEqual([]);
  });

  it.each(['`state/nowhere.ts`', '`src/nowhere/`', '`Nowhere.tsx`', '[a document](../nowhere.md)'])(
    'stops %s',
    (text) => {
      expect(lost(text)).toEqual([/[\w./-]*nowhere[\w./-]*/i.exec(text)?.[0]]);
    },
  );
});
