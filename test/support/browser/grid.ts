import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { BookHead, BookView, ShownBlock } from '../../../src/core/book-view';
import {
  hostFaultOf,
  type ChangedRows,
  type ReadMoment,
  type SheetEdit,
  type Workbook,
  type WorkbookEvent,
} from '../../../src/core/workbook';
import type { Refusal } from '../../../src/core/kernel/result';
import { pack, unpack } from './carried';

const PAGE = 'https://grid.test';
/** The policy that the page of the product has; styles are written into the page by the grid itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src data: blob: 'self'",
  "font-src data: 'self'",
  "worker-src 'self' blob:",
].join('; ');

const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Grid</title>
<link rel="stylesheet" href="/grid.css"><style>html, body { height: 100%; margin: 0; font-family: sans-serif } #grid { height: 100% }</style>
<div id="grid"></div><script src="/grid.js"></script></html>`;

/** The page's script and styles, made once for all tests of a file. */
export interface GridFiles {
  readonly script: string;
  readonly styles: string;
}

/** Makes the page's files of this entry, `test/support/browser/grid-page.ts` by itself. */
export async function buildGridFiles(entry = join(__dirname, 'grid-page.ts')): Promise<GridFiles> {
  const { outputFiles } = await build({
    entryPoints: { grid: entry },
    outdir: '/',
    write: false,
    // One file: what Univer loads later comes with the rest.
    bundle: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'silent',
  });
  const [script, styles] = ['.js', '.css'].map((end) => outputFiles.find(({ path }) => path.endsWith(end))?.text);
  if (script === undefined || styles === undefined) throw new Error('The page of the grid has no script or no styles.');
  return { script, styles };
}

/** What the page hands over to be saved; rows that nobody touched are null. */
export interface HandedOver {
  readonly names: readonly string[];
  readonly blocks: readonly ShownBlock[];
  readonly head: BookHead;
}

export interface GridPage {
  readonly page: Page;
  /** requests to anywhere else, and what the policy stopped; errors that nobody caught */
  readonly faults: string[];
  readonly workbook: Workbook & {
    show(view: BookView): Promise<void>;
    viewNow(): Promise<BookView>;
    handedOver(): Promise<HandedOver>;
    moment(): Promise<number>;
    changesSince(sheet: string, before: ReadMoment): Promise<ChangedRows | undefined>;
    /** stops at the progress call of this number */
    changeUntil(edits: readonly SheetEdit[], stopAt: number): Promise<void>;
    /** what was told since this was asked last */
    events(): Promise<WorkbookEvent[]>;
  };
  close(): Promise<void>;
}

/** The page with these files, as the product's page is: no connection, and its policy. */
export async function openGridPage(
  browser: Browser,
  files: GridFiles,
  { width = 1200, height = 700 }: { width?: number; height?: number } = {},
): Promise<Pick<GridPage, 'page' | 'faults' | 'close'>> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const faults: string[] = [];
  await context.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    const headers = { 'Content-Security-Policy': POLICY };
    if (path === '/') return route.fulfill({ contentType: 'text/html', headers, body: HTML });
    if (path === '/grid.js') return route.fulfill({ contentType: 'text/javascript', body: files.script });
    if (path === '/grid.css') return route.fulfill({ contentType: 'text/css', body: files.styles });
    faults.push(`request ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${PAGE}/`);
  return { page, faults, close: () => context.close() };
}

export async function openGrid(
  browser: Browser,
  files: GridFiles,
  size: { width?: number; height?: number } = {},
): Promise<GridPage> {
  const opened = await openGridPage(browser, files, size);
  const { page } = opened;
  const call = async <T>(method: string, ...args: unknown[]): Promise<T> => {
    const packed = await page.evaluate(
      ([name, text]) =>
        (window as unknown as { callGrid: (n: string, t: string) => Promise<string> }).callGrid(name, text),
      [method, pack(args)] as const,
    );
    const { answer, thrown } = unpack<{ answer: T; thrown?: { message: string; refusal?: Refusal } }>(packed);
    if (thrown === undefined) return answer;
    throw thrown.refusal === undefined ? new Error(thrown.message) : hostFaultOf(thrown.refusal);
  };
  return {
    ...opened,
    workbook: {
      rowLimit: 1_048_576,
      sheetNames: (asks) => call('sheetNames', asks),
      prepare: (sheets, _progress, along = []) => call('prepare', sheets, along),
      read: (sheet, span) => call('read', sheet, span),
      readRaw: (sheet) => call('readRaw', sheet),
      change: (edits) => call('change', edits),
      changeUntil: (edits, stopAt) => call('change', edits, stopAt),
      showOnly: (sheet, row, column, texts) => call('showOnly', sheet, row, column, texts),
      goTo: (sheet, row, column) => call('goTo', sheet, row, column),
      view: (asks) => call('view', asks),
      listen: () => () => undefined,
      dispose: () => call('dispose'),
      show: (view) => call('show', view),
      viewNow: () => call('viewNow'),
      handedOver: () => call('handedOver'),
      moment: () => call('moment'),
      changesSince: (sheet, before) => call('changesSince', sheet, before),
      events: () => call('events'),
    },
  };
}
