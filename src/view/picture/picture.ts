import { fileName } from '../../io/download.ts';
import type { App } from '../../state/app.ts';
import { addressFor } from '../../state/sharing/address.ts';
import { type ChartTheme, readTheme } from '../chart/theme.ts';
import { pictureContent } from './content.ts';
import { paintPicture } from './paint.ts';

/** Characters of an address that a picture has room for: four lines. */
const MOST_ADDRESS = 600;

/** The theme in light, whatever the page's: pictures go into papers and slides. */
export function lightTheme(): ChartTheme {
  const probe = document.createElement('div');
  probe.className = 'on-paper';
  probe.hidden = true;
  document.body.append(probe);
  const theme = readTheme(probe);
  probe.remove();
  return theme;
}

/** A picture of the chart as PNG, with the name of its file. @throws Error where it can't be drawn */
export async function chartPicture(app: App): Promise<{ readonly name: string; readonly png: Blob }> {
  // What is on the screen now, before anything is waited for.
  const [content, lang] = [pictureContent(app), app.lang()];
  const address = await addressFor(app, MOST_ADDRESS);
  const canvas = paintPicture(content, lightTheme(), lang, address);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new Error('the picture has no size that the browser could draw');
  return { name: `${fileName(`${content.model} - ${content.line}`)}.png`, png };
}
