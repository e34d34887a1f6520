import { expect, test } from './foresheet.ts';

test('a part of the page that can’t be loaded is told each time it is asked for, and the sheet goes on', async ({
  app,
  page,
}) => {
  await page.route(/\/(Compare|FindBar)-[^/]*\.js$/, (route) => route.abort());
  const notice = app.notice('A part of the page could not be loaded');
  const expectTold = async () => {
    await expect(notice).toBeVisible();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toBeHidden();
  };
  for (let i = 0; i < 2; i++) {
    await app.button('Compare').click();
    await expectTold();
    await expect(app.button('Compare')).toHaveAttribute('aria-pressed', 'false');
  }
  await app.button('Find').click();
  await expectTold();
  await app.enter('gd_growth', '26%');
  await expect(app.answer).toContainText('at 26.0 % a year');
  expect(app.complaints.splice(0).join()).toContain('ERR_FAILED');
});
