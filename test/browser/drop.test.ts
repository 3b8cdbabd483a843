import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { story, storyInWorkbook, type Work } from '../support/browser/work-in-pane';

/** Files that are dropped on the pane instead of being chosen. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

interface Dropped {
  readonly name: string;
  readonly content: string | Uint8Array;
}

const fixture = (path: string): Dropped => ({
  name: basename(path),
  content: readFileSync(join(__dirname, '../../fixtures', path)),
});
const sample = fixture('downloads/download.json');
const invitation = 'Drop the portal’s JSON files here to open them';

describe('a file dropped on the pane', () => {
  it('is opened where it is the portal’s download, and a later one is merged', () =>
    story(browser, async (work) => {
      const files = await carry(work, [sample]);
      await work.pane.frame.dispatchEvent('main', 'dragover', files);
      await work.reads(invitation);
      await work.pane.frame.dispatchEvent('main', 'drop', files);
      await work.on('IMS JSON opened');
      await work.reads('22 records on 8 sheets.');
      expect(await work.text(invitation).count()).toBe(0);
      expect(work.sheets.cell('B2B', 'SEZ-77', 'Status')).toBe('No Action');

      await drop(work, [fixture('journeys/second-month/later.json')]);
      await work.on('Merged with your work');
    }));

  it('is asked about where it has none of the records, and nothing is merged until the user says so', () =>
    storyInWorkbook(browser, async (work) => {
      const before = work.sheets.cell('B2B', 'SEZ-77', 'Changes since last import');
      await drop(work, [{ name: 'other.json', content: JSON.stringify({ imsDetails: { b2b: [] } }) }]);
      await work.on('Is this the right file?');
      expect(work.sheets.cell('B2B', 'SEZ-77', 'Changes since last import')).toBe(before);
      await work.press('Mark them as withdrawn and merge');
      await work.on('Merged with your work');
      expect(work.sheets.cell('B2B', 'SEZ-77', 'Changes since last import')).toMatch(/^Withdrawn/);
    }));

  it('is put on its rows where it is the portal’s error file', () =>
    storyInWorkbook(browser, async (work) => {
      await drop(work, [fixture('errors/errors.json')]);
      await work.on('Open Downloaded Error File');
      await work.reads('9 messages are on their rows.');
    }));

  it('stays unopened when it is carried on', () =>
    story(browser, async (work) => {
      const files = await carry(work, [sample]);
      await work.pane.frame.dispatchEvent('main', 'dragover', files);
      await work.reads(invitation);
      await work.pane.frame.dispatchEvent('html', 'dragleave', files);
      await work.text(invitation).waitFor({ state: 'detached' });
      expect(work.host.book.sheetNames()).toEqual(['Sheet1']);
    }));

  it.each([
    ['a text', 'notes.txt', 'Call the supplier on Monday'],
    ['a picture', 'photo.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('says that it is no JSON, and changes nothing, where it is %s', (_, name, content) =>
    storyInWorkbook(browser, async (work) => {
      const before = work.sheets.everything();
      for (const files of [[{ name, content }], [sample, { name, content }]]) {
        await drop(work, files);
        expect(await work.alert()).toBe(
          `${name}: this is no JSON file. Choose the JSON that was downloaded from the portal.`,
        );
        expect(work.sheets.everything()).toEqual(before);
        await work.on('Home');
        await work.press('Close this message');
      }
    }),
  );

  it('is nothing where text is dragged, and no file', () =>
    storyInWorkbook(browser, async (work) => {
      const before = work.sheets.everything();
      const dataTransfer = await work.pane.frame.evaluateHandle(() => {
        const carried = new DataTransfer();
        carried.setData('text/plain', 'Accepted');
        return carried;
      });
      await work.pane.frame.dispatchEvent('main', 'dragover', { dataTransfer });
      await work.pane.frame.dispatchEvent('main', 'drop', { dataTransfer });
      await work.settled();
      expect(await work.text(invitation).count()).toBe(0);
      expect(await work.pane.frame.getByRole('alert').count()).toBe(0);
      expect(work.sheets.everything()).toEqual(before);
    }));
});

async function drop(work: Work, files: readonly Dropped[]): Promise<void> {
  await work.pane.frame.dispatchEvent('main', 'drop', await carry(work, files));
}

/** What the pointer holds while the files are dragged. */
async function carry({ pane }: Work, files: readonly Dropped[]) {
  const inBase64 = files.map(({ name, content }) => [name, Buffer.from(content).toString('base64')] as const);
  const dataTransfer = await pane.frame.evaluateHandle((dropped) => {
    const carried = new DataTransfer();
    for (const [name, packed] of dropped) {
      carried.items.add(new File([Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))], name));
    }
    return carried;
  }, inBase64);
  return { dataTransfer };
}
