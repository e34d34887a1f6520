// A client of the WebDriver protocol: commands by HTTP.
import { COMMAND_PATIENCE, Stuck } from './stuck.mjs';

/**
 * @typedef {(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<any>} Command
 */

/** @param {string} base @returns {Command} */
export const commands = (base) => async (method, path, body) => {
  const response = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(COMMAND_PATIENCE),
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  }).catch((error) => {
    throw error.name === 'TimeoutError' ? new Stuck(`${method} ${path} was not answered`) : error;
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
};
