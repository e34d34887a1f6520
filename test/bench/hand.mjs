// What a hand does again and again: types another number into the same cell, drags a slider.
/** Notes each task that keeps the main thread longer than a ping takes to come back. */
export const watchThread = () => {
  window.longest = 0;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push(entry.duration);
  }).observe({ entryTypes: ['longtask'] });
};

const EDITS = 40;

export async function openBench(browser, url, formulas, scenarios = 1) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${url}?formulas=${formulas}&scenarios=${scenarios}`);
  await page.waitForFunction(
    () => /2025/.test(document.querySelector('[role="status"]')?.textContent ?? ''),
    undefined,
    { timeout: 60_000 },
  );
  await page.waitForLoadState('networkidle');
  return page;
}

/** From Enter to the changed text of the watched cell, and to the frame that shows it. */
export async function measureKeystrokes(page, input, watched) {
  const box = page.getByRole('textbox', { name: 'Name box' });
  await box.fill(watched);
  await box.press('Enter');
  const address = await box.inputValue();
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0);
  await box.fill(input);
  await box.press('Enter');
  const home = await box.inputValue();
  await page.evaluate(
    ([selector]) => {
      window.samples = [];
      let start = 0;
      document.addEventListener(
        'keydown',
        (event) => {
          if (event.key === 'Enter') start = event.timeStamp;
        },
        true,
      );
      const status = document.querySelector(selector) ?? document.querySelector('[role="status"]');
      new MutationObserver(() => {
        if (start === 0) return;
        const changed = performance.now() - start;
        const begun = start;
        start = 0;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            window.samples.push([changed, performance.now() - begun]);
            window.sampled();
          };
          port2.postMessage(0);
        });
      }).observe(status, { subtree: true, childList: true, characterData: true });
    },
    [`[role="grid"] [aria-rowindex="${row}"] > [aria-colindex="${column}"]`],
  );
  for (let i = 0; i < EDITS + 5; i++) {
    await page.keyboard.type(`${(10 + (i % 20) + i / 100).toFixed(2)}%`);
    // Waits by a promise: polling would take part in what is measured. A hand leaves 80 ms between two keys; without
    // that the frames of the digits would stand in the way of the one of Enter.
    await page.evaluate(() => {
      window.sample = new Promise((done) => {
        window.sampled = done;
      });
      return new Promise((done) => setTimeout(done, 80));
    });
    await page.keyboard.press('Enter');
    await page.evaluate(() => window.sample);
    await page.keyboard.press('ArrowUp');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
  }
  if ((await box.inputValue()) !== home) throw new Error('the cursor went astray');
  const samples = (await page.evaluate(() => window.samples)).slice(5);
  return { changed: samples.map(([c]) => c), painted: samples.map(([, p]) => p) };
}

export async function measureDrag(page) {
  const slider = page.getByRole('slider', { name: 'Trend growth' });
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  await page.evaluate(watchThread);
  await page.mouse.move(box.x + 8, y);
  await page.mouse.down();
  await page.evaluate(() => {
    window.frames = [];
    const tick = (now) => {
      window.frames.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    window.answers = 0;
    window.inputs = 0;
    document.addEventListener('input', () => window.inputs++, true);
    window.watching = new MutationObserver(() => window.answers++);
    window.watching.observe(document.querySelector('[role="status"]'), {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const begun = Date.now();
  for (let i = 0; Date.now() - begun < 5000; i++) {
    const share = 0.5 - 0.5 * Math.cos(i / 40);
    await page.mouse.move(box.x + 8 + share * (box.width - 16), y);
  }
  const { frames, longest, longTasks, answers, inputs } = await page.evaluate(() => ({
    answers: window.answers,
    inputs: window.inputs,
    frames: window.frames,
    longest: window.longest,
    longTasks: window.longTasks,
  }));
  await page.mouse.up();
  const seconds = (frames.at(-1) - frames[0]) / 1000;
  return {
    answers: answers / seconds,
    inputs: inputs / seconds,
    rate: (1000 * (frames.length - 1)) / (frames.at(-1) - frames[0]),
    longest,
    longTasks,
  };
}
