// A client of WebDriver BiDi: commands and their answers by a WebSocket.
import { COMMAND_PATIENCE, Stuck } from './stuck.mjs';

/**
 * @typedef {object} Bidi
 * @property {(method: string, params?: object) => Promise<any>} send
 * @property {() => void} close
 */

/** @param {string} address @returns {Promise<Bidi>} */
export async function connect(address) {
  if (!('WebSocket' in globalThis))
    throw new Error('Node has no WebSocket here: start it with --experimental-websocket');
  const socket = new WebSocket(address);
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let count = 0;
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`${address} can't be reached`)));
  });
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message } = JSON.parse(data);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(`${error}: ${message}`));
    else asked?.resolve(result);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Stuck('the browser has ended'));
    waiting.clear();
  });
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        count++;
        const limit = setTimeout(() => reject(new Stuck(`${method} was not answered`)), COMMAND_PATIENCE);
        const end = (/** @type {() => void} */ settle) => {
          clearTimeout(limit);
          settle();
        };
        waiting.set(count, {
          resolve: (result) => end(() => resolve(result)),
          reject: (error) =>
            end(() => reject(error instanceof Stuck ? error : new Error(`${method}: ${error.message}`))),
        });
        socket.send(JSON.stringify({ id: count, method, params }));
      }),
    close: () => socket.close(),
  };
}
