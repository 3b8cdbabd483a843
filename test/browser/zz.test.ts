import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { atWorkbench } from '../support/browser/workbench';
it('x', async () => {
  const browser = await launchChromium();
  await atWorkbench(browser, async ({ bench }) => {
    await bench.trySample();
    await bench.paste('B2B', 'SEZ-78', 'Status', 'Rejectd');
    await eventually(async () =>
      expect(await bench.cell('B2B', 'SEZ-78', 'Sheet validation errors')).toMatch(/Error/),
    );
    console.log(await bench.copied('B2B', 'R10:X10'));
    await bench.select('B2B', await bench.addressOf('B2B', 'SEZ-77', 'Status'));
    await bench.page.screenshot({ path: '/tmp/wt-t-x/n0.png' });
    await bench.page.keyboard.press('ArrowDown');
    await bench.page.waitForTimeout(800);
    await bench.page.screenshot({ path: '/tmp/wt-t-x/n1.png' });
    console.log(await bench.page.locator('body > *').evaluateAll((l) => l.map((e) => e.outerHTML.slice(0, 300))));
    await bench.select('B2B', 'A6');
    await bench.page.screenshot({ path: '/tmp/wt-t-x/n2.png' });
    await bench.openWorkbook({ name: 'x.xlsx', content: 'abc' });
    await bench.page.waitForTimeout(1500);
    await bench.page.screenshot({ path: '/tmp/wt-t-x/n3.png' });
  });
  await browser.close();
});
