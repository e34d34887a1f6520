import { bytesOf, choose, handedOver, noteTexts } from './handOut.ts';
import { expect, test } from './together.ts';

/** Width and height as the file itself states them. */
function sizeOf(png: Uint8Array<ArrayBuffer>): { width: number; height: number } {
  const view = new DataView(png.buffer);
  expect(view.getUint32(0)).toBe(0x89504e47);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

test('a picture of the chart says by itself what it answers, whence, as known when, and where', async ({
  app,
  page,
}) => {
  await app.tab('All levers on').click();
  await expect(app.answer).toContainText('All levers on');
  const texts = await noteTexts(page);
  const download = await handedOver(page, 'Export PNG');
  expect(download.suggestedFilename()).toBe('Guangdong AI hub - Industry scale.png');
  const { width, height } = sizeOf(await bytesOf(download));
  expect(width).toBe(2400);
  expect(height).toBeGreaterThan(1600);
  const said = await texts();
  // Lines are broken where the picture breaks them.
  for (const words of (await app.answer.innerText()).split(/\s+/)) expect(said).toContain(words);
  for (const words of [
    'Known as of November 2023',
    'Definition: core industry.',
    'Global Times',
    'Decoupling',
    'Lever: Computing power 4.0 instead of 0.0 points',
    'Target 300, 2025',
    // Of a chart of more than one line each is named.
    'Lines of the chart, in “All levers on”',
    'Path that the targets require',
    'Industry scale: 260.3 in 2025',
    page.url(),
  ])
    expect(said).toContain(words);
});

test('a picture speaks Chinese, and counts in 亿元', async ({ app, page }) => {
  await app.button('中文').click();
  const texts = await noteTexts(page);
  await handedOver(page, '导出PNG');
  const said = await texts();
  expect(said).toContain('数据截至2023年11月');
  expect(said).toContain('2025年2,299亿元');
  expect(said).toContain('政策：算力供给取4.0个百分点（原为0.0个百分点）');
  expect(said).not.toContain('10亿元');
});

test('the picture is copied as an image', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(page, 'Copy picture');
  await expect(page.getByRole('alert')).toContainText('The picture is in the clipboard.');
  const width = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const image = await createImageBitmap((await item?.getType('image/png')) as Blob);
    return image.width;
  });
  expect(width).toBe(2400);
  await expect(app.answer).toContainText('230 bn yuan');
  await context.clearPermissions();
});

test('a picture that may not be copied is told, with another way', async ({ app, page }) => {
  await page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'write', {
      configurable: true,
      value: () => Promise.reject(new DOMException('', 'NotAllowedError')),
    });
  });
  await choose(page, 'Copy picture');
  await expect(page.getByRole('alert')).toContainText('or export it as a PNG');
  await expect(app.answer).toContainText('230 bn yuan');
  // The page is lent on with its clipboard.
  expect(await page.evaluate(() => Reflect.deleteProperty(navigator.clipboard, 'write'))).toBe(true);
});
