import { lettersOf } from '../../io/link/letters.ts';

/** The parts of an address that this page may be found under. */
type Address = Pick<Location, 'hash' | 'pathname' | 'search'>;

/** A `#` that a program has encoded, so that the link behind it came to stand in the path or the query. */
const ENCODED_LINK = /%(?:25)*23(?=\d+\.\w\.)/;

/** What shops, mailings and networks add to an address to know who opens it. */
const TRACKER =
  /^(amp;)*(utm_\w+|\w*clk?id|gbraid|wbraid|igshid|igsh|mc_[ce]id|mkt_tok|_hs\w+|spm|scm|nsukey|isappinstalled|wxshare_count|from=(single|group)message|from=timeline)\b/i;

/** The link that an address holds, `#1.…`, without what chat and mail have done to it; undefined where it holds none. */
export function linkIn({ hash, pathname, search }: Address): string | undefined {
  const found = [hash, ...(pathname + search).split(ENCODED_LINK).slice(1)].map(lettersOf);
  const letters = found.find((one) => /^\d+\./.test(one));
  return letters && `#${letters}`;
}

/** Path and query of this page, without a link in them and without what trackers have added. */
export function pagePath({ pathname, search }: Address = location): string {
  const [page = ''] = (pathname + search).split(ENCODED_LINK);
  const [path, ...rest] = page.split('?');
  const query = rest
    .join('?')
    .split('&')
    .filter((part) => part !== '' && !TRACKER.test(part));
  return query.length > 0 ? `${path}?${query.join('&')}` : `${path}`;
}
