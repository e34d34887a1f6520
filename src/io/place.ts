/**
 * A name for what the browser keeps by its origin: database, cache, lock, channel. Two deployments on one origin differ
 * in their folder, so it is part of the name; at the root the name stands alone.
 */
export function placeName(name: string, address: string | undefined = globalThis.location?.href): string {
  const folder = address === undefined ? '/' : new URL('.', address).pathname;
  return folder === '/' ? name : `${name} ${folder}`;
}
