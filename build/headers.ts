import type { Plugin } from 'vite';
import { POLICY } from './policy.ts';

/** The file that Netlify, Cloudflare Pages and others read, and do not serve. */
export const HEADERS_FILE = '_headers';

/**
 * What a host sends with every file. The policy in the page's own head binds the page alone: a worker takes the policy of
 * its script's response. None of it says `frame-ancestors`, which would work in a header only: other pages may embed this one.
 */
export const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** Names in `assets/` change with what they hold; all else is asked for again. */
export const CACHED = 'public, max-age=31536000, immutable';
export const ASKED_AGAIN = 'no-cache';

/** Headers by path, as a headers file states them. */
export function headersFile(): string {
  const rules: [path: string, headers: Readonly<Record<string, string>>][] = [
    ['/*', HEADERS],
    ['/assets/*', { 'Cache-Control': CACHED }],
    ...['/', '/index.html', '/sw.js'].map((path): [string, Record<string, string>] => [
      path,
      { 'Cache-Control': ASKED_AGAIN },
    ]),
  ];
  return rules
    .map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/** Puts the headers file beside the page. */
export function headers(): Plugin {
  return {
    name: 'foresheet:headers',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: HEADERS_FILE, source: headersFile() });
    },
  };
}
