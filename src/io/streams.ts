/** What inflates here; undefined where the browser can't: it has no such stream, or none for this format. */
export function inflater(): DecompressionStream | undefined {
  try {
    return new DecompressionStream('deflate-raw');
  } catch {
    return undefined;
  }
}

/** Sends bytes through a stream, `slice` of them at a time; `take` is given what comes out, and stops it by throwing. */
export async function sendThrough(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  slice: number,
  take: (bytes: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const feed = async () => {
    for (let at = 0; at < bytes.length; at += slice) await writer.write(bytes.subarray(at, at + slice));
    await writer.close();
  };
  const fed = feed();
  // A stream that breaks tells its reader, who listens; here it would only be told twice.
  for (const promise of [fed, writer.closed, reader.closed]) promise.catch(() => {});
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) take(next.value);
    await fed;
  } catch (error) {
    await Promise.allSettled([reader.cancel(), writer.abort()]);
    throw error;
  }
}
