import { describe, expect, it } from 'vitest';
import { linkIn, pagePath } from '../../../src/state/page/page.ts';

const LINK = '#1.p.AQFgAwEDAAQBBAMdAA8aBgANLSUAC8KsBAIAAwAEAAED.XL4f5';
const HOST = 'https://example.org';
const found = (address: string) => linkIn(new URL(HOST + address));
const path = (address: string) => pagePath(new URL(HOST + address));

describe('the link in an address', () => {
  it('is the same whatever stands around it, so that one that is open is not opened again', () => {
    for (const address of [
      `/app/${LINK}`,
      `/app/${LINK}，请查收`,
      `/app/${LINK}&fbclid=IwAR0?utm_source=chat#top`,
      `/app/?utm_source=chat&utm_medium=im${LINK}`,
      `/app/#%20${LINK.slice(1)}%22%3E`,
      `/app/#（${LINK.slice(1, 9)}%0D%0A${LINK.slice(9)}）`,
    ])
      expect(found(address)).toBe(LINK);
  });

  it('is found where a program has encoded its #, in the query or the path', () => {
    for (const address of [
      `/app/?utm_source=chat%23${LINK.slice(1)}&fbclid=IwAR0`,
      `/app/?%2523${LINK.slice(1)}%E3%80%82`,
      `/app/%23${LINK.slice(1)}?utm_source=chat`,
      `/app/index.html%23${LINK.slice(1)}#`,
    ])
      expect(found(address)).toBe(LINK);
  });

  it('is none where an address speaks of something else', () => {
    for (const address of ['/', '/app/#methods/logistic', '/app/#', '/%231%20plans/app/', '/?title=%231&x=2#results'])
      expect(found(address)).toBeUndefined();
  });

  it('that is cut is one all the same, so that it is told', () => {
    expect(found(`/app/${LINK.slice(0, 20)}…`)).toBe(LINK.slice(0, 20));
    expect(found('/app/#2.something')).toBe('#2.something');
  });
});

describe('the address of the page', () => {
  it('goes on without what trackers added to it, so that the next link tells of nobody', () => {
    const added = [
      'utm_source=chat&utm_medium=im&UTM_Campaign=x',
      'fbclid=IwAR0&gclid=1&msclkid=2&ttclid=3&yclid=4',
      'amp;utm_source=chat&amp;amp;fbclid=x',
      'from=singlemessage&isappinstalled=0',
      'spm=a2c.1&mc_eid=3&mc_cid=4&_hsenc=5&igsh=6',
    ];
    for (const query of added) {
      expect(path(`/app/?${query}${LINK}`)).toBe('/app/');
      expect(path(`/app/?page=2&${query}&lang=zh%20CN`)).toBe('/app/?page=2&lang=zh%20CN');
    }
  });

  it('keeps what its host may need', () => {
    for (const address of [
      '/',
      '/a%20b/index.html',
      '/view?file=app/index.html&v=%2B1?x',
      '/?from=archive&fields=scm1',
    ])
      expect(path(address)).toBe(address);
  });

  it('has no link in it, wherever one stood', () => {
    expect(path(`/app/?v=1&utm_source=chat%23${LINK.slice(1)}&fbclid=IwAR0`)).toBe('/app/?v=1');
    expect(path(`/app/%23${LINK.slice(1)}?utm_source=chat`)).toBe('/app/');
  });
});
