import type { Plugin } from 'vite';

/** What the page may load: its own files only, no inline script or style, no evaluated text. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const TAG = /<([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s"'=/>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const unescapeQuotes = (value: string): string => value.replace(/&(?:#39|#x27|apos);/gi, "'").replace(/&quot;/gi, '"');

const readTags = (html: string): Tag[] =>
  [...html.replace(/<!--[\s\S]*?-->/g, '').matchAll(TAG)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [
        key.toLowerCase(),
        unescapeQuotes(value.replace(/^["']|["']$/g, '')),
      ]),
    ),
  }));

function tagProblem({ name, attributes }: Tag): string | undefined {
  if (name === 'style') return 'an inline <style>';
  if (name === 'base') return 'a <base>';
  if (name === 'script' && !attributes.get('src')) return 'an inline <script>';
  for (const [key, value] of attributes) {
    if (key === 'style') return `a style attribute on <${name}>`;
    if (key.startsWith('on')) return `an ${key} attribute on <${name}>`;
    if ((key === 'src' || key === 'href') && /^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(value))
      return `<${name}> names ${value}, which is outside the page's own files`;
  }
  return undefined;
}

/** What in a built page breaks the policy, or keeps it from coming first; empty where nothing does. */
export function policyProblems(html: string): string[] {
  const tags = readTags(html);
  const first = tags[tags.findIndex((tag) => tag.name === 'head') + 1];
  const isFirst =
    first?.attributes.get('http-equiv') === 'Content-Security-Policy' && first.attributes.get('content') === POLICY;
  const problems = tags.map(tagProblem).filter((problem) => problem !== undefined);
  return isFirst ? problems : ['the security policy is not the first thing in <head>', ...problems];
}

/**
 * Puts the security policy first in the head of each built page, and fails the build where a page would break it.
 * The development server injects styles, so the policy holds in the build only.
 */
export function policy(): Plugin {
  return {
    name: 'foresheet:policy',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const problems = Object.values(bundle).flatMap((file) =>
          file.type === 'asset' && file.fileName.endsWith('.html')
            ? policyProblems(String(file.source)).map((problem) => `${file.fileName}: ${problem}`)
            : [],
        );
        if (problems.length > 0) this.error(problems.join('\n'));
      },
    },
  };
}
