// A client of the WebDriver protocol: commands by HTTP.

/**
 * @typedef {(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<any>} Command
 */

/** ms after which a command is given up: a busy machine takes seconds for one. */
const PATIENCE = 30_000;

/** The browser answers no more: now and then WebKit's own driver gets stuck where it opens a window. */
export class Stuck extends Error {}

/** @param {string} base @returns {Command} */
export const commands = (base) => async (method, path, body) => {
  const response = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(PATIENCE),
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  }).catch((error) => {
    throw error.name === 'TimeoutError' ? new Stuck(`${method} ${path} was not answered`) : error;
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
};
