import { download } from './download.ts';

/** The part of the File System Access API that is used, where a browser has it. */
interface SavePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly {
      readonly description: string;
      readonly accept: Readonly<Record<string, readonly string[]>>;
    }[];
  }) => Promise<FileSystemFileHandle>;
}

/**
 * Hands a text over as a file: to a place that the person chooses where the browser lets them, else as a download.
 * @returns false where they chose none
 * @throws Error where the file could not be written
 */
export async function saveFile(text: string, name: string, ending: string, type: string): Promise<boolean> {
  const { showSaveFilePicker } = globalThis as SavePicker;
  if (!showSaveFilePicker) {
    download(text, name, type);
    return true;
  }
  let handle: FileSystemFileHandle;
  try {
    const types = [{ description: 'Foresheet', accept: { [type]: [ending] } }];
    handle = await showSaveFilePicker({ suggestedName: name, types });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    // A page within another one may not ask: a download always works.
    download(text, name, type);
    return true;
  }
  const file = await handle.createWritable();
  await file.write(text);
  await file.close();
  return true;
}
