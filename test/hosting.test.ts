import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASKED_AGAIN, CACHED, HEADERS, headersFile } from '../build/headers.ts';
import { POLICY } from '../build/policy.ts';
import config from '../vite.config.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The settings for a host, as they stand in the page for hosts. */
const settingsFor = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(read('docs/hosting.md'))?.[1] ?? '';

/** The headers of each path of a headers file. */
function rulesOf(file: string): Record<string, Record<string, string>> {
  const blocks = file.trim().split('\n\n');
  return Object.fromEntries(
    blocks.map((block) => {
      const [path = '', ...lines] = block.split('\n');
      return [path, Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/s, 2)))];
    }),
  );
}

describe('a host', () => {
  it('is told the policy of the page by the build, so that the workers have it too', () => {
    expect(HEADERS['Content-Security-Policy']).toBe(POLICY);
    expect(rulesOf(headersFile())).toEqual({
      '/*': HEADERS,
      '/assets/*': { 'Cache-Control': CACHED },
      '/': { 'Cache-Control': ASKED_AGAIN },
      '/index.html': { 'Cache-Control': ASKED_AGAIN },
      '/sw.js': { 'Cache-Control': ASKED_AGAIN },
    });
  });

  it('of a line per header reads it whole', () => {
    // Cloudflare Pages ignores longer lines.
    for (const line of headersFile().split('\n')) expect(line.length).toBeLessThan(2_000);
  });

  it('on one’s own machine sends the same', () => {
    expect(config.preview?.headers).toEqual(HEADERS);
  });

  it('that is set up by the page for hosts sends the same', () => {
    expect(settingsFor('text')).toBe(headersFile());
    for (const language of ['nginx', 'apache', 'caddyfile']) {
      const settings = settingsFor(language);
      for (const [name, value] of Object.entries(HEADERS)) expect(settings).toContain(`${name} "${value}"`);
      for (const value of [CACHED, ASKED_AGAIN]) expect(settings).toContain(`"${value}"`);
    }
  });
});

describe('the oldest browsers', () => {
  it('are the same where they are told, and in what is built for them', () => {
    const oldest = ['Chrome 120', 'Edge 120', 'Firefox 125', 'Safari 17'];
    const [english = '', chinese = ''] = read('index.html').split('<p lang="zh-CN">');
    for (const name of oldest) for (const text of [read('README.md'), english, chinese]) expect(text).toContain(name);
    const built = oldest.map((name) => name.toLowerCase().replace(' ', ''));
    expect(config.build?.target).toEqual([...built, 'ios17']);
  });
});
