/** An id that nothing has yet: 80 random bits. Also where a page without https has no `randomUUID`. */
export const freshKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
