import type { Browser, Frame, Page } from 'playwright-core';
import { appContext, macContext, windowsContext } from './app-context';
import { desktopWindow, macBridge, windowsBridge, type Desktop, type DesktopWindow } from './desktop-window';
import { ADDIN, EXCEL, answerRequests } from './static-files';
import { excelWindow, type AnswerRequest, type ExcelWindow } from './window-protocol';

export interface PaneOptions {
  readonly answer: AnswerRequest;
  /** the Excel around the pane, and with it the build of Microsoft's library; Excel on the web unless said */
  readonly excel?: 'web' | Desktop;
  /** false: neither the page's own way nor the old one copies, as web views often have it */
  readonly clipboard?: boolean;
  /** of the pane, in CSS pixels; Excel's pane is 350 wide at first, and never less than 300 */
  readonly width?: number;
  readonly height?: number;
  /** pixels of the screen to one of CSS */
  readonly scale?: number;
  /**
   * Excel on the web hands no theme to this library (`Office.context.officeTheme` is undefined there);
   * a page sees the colours of the system.
   */
  readonly theme?: 'light' | 'dark' | 'high-contrast';
  /** that of Excel for Windows, which need not be the system's */
  readonly officeTheme?: 'light' | 'dark';
  /** requirement sets and their versions, as `isSetSupported` answers */
  readonly requirements?: Readonly<Record<string, string>>;
  readonly readOnly?: boolean;
  /** settings that the document holds */
  readonly settings?: readonly (readonly [string, string])[];
  readonly locale?: string;
  /** the built add-in */
  readonly folder?: string;
  /** a network in which nobody answers for Microsoft */
  readonly closed?: boolean;
}

export interface Pane extends Pick<ExcelWindow, 'pushEvent' | 'runCommand' | 'unknownCalls'> {
  /** Excel's window, which the pane fills */
  readonly page: Page;
  readonly frame: Frame;
  /** requests to anywhere but the add-in and Microsoft's library */
  readonly refusedRequests: readonly string[];
  /** what the Content-Security-Policy stopped */
  readonly violations: readonly string[];
  /** errors that nobody caught, and errors on the console */
  readonly errors: readonly string[];
  /** what Microsoft's library wanted to send to Microsoft, and the policy stopped: on a desktop it tries */
  readonly stoppedTelemetry: readonly string[];
  /** what the pane asked Excel to open in the user's browser */
  readonly openedAddresses: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens the add-in with Microsoft's own library: in a frame of another site, as Excel on the web does, or in a window of
 * its own, as Excel on a desktop does.
 */
export async function openPane(browser: Browser, options: PaneOptions): Promise<Pane> {
  const { width = 350, height = 800, theme = 'light', locale = 'en-IN' } = options;
  // The library keeps its start in the session storage: a context of its own for each pane.
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: theme === 'light' ? 'light' : 'dark',
    forcedColors: theme === 'high-contrast' ? 'active' : 'none',
    locale,
    timezoneId: 'Asia/Kolkata',
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const [violations, errors, stoppedTelemetry]: [string[], string[], string[]] = [[], [], []];
  const note = (text: string, list: string[]): void => {
    (text.includes(TELEMETRY) ? stoppedTelemetry : list).push(text);
  };
  await context.exposeBinding('noteViolation', (_source, text: string) => note(text, violations));
  await context.addInitScript(reportViolations);
  const refusedRequests = await answerRequests(context, excelPage(locale), options);
  if (options.clipboard === false) await context.addInitScript(closeClipboard);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text(), errors);
  });
  const { excel, frame } = await (options.excel === undefined || options.excel === 'web'
    ? openOnWeb(page, options)
    : openOnDesktop(page, options.excel, options));
  return {
    page,
    frame,
    refusedRequests,
    violations,
    errors,
    stoppedTelemetry,
    openedAddresses: 'openedAddresses' in excel ? excel.openedAddresses : [],
    unknownCalls: excel.unknownCalls,
    pushEvent: (entry) => excel.pushEvent(entry),
    runCommand: (name) => excel.runCommand(name),
    close: () => context.close(),
  };
}

/** Where the library sends its telemetry if it may; no such request has left where `refusedRequests` is empty. */
const TELEMETRY = 'https://browser.pipe.aria.microsoft.com/';

interface Opened {
  readonly excel: ExcelWindow | DesktopWindow;
  readonly frame: Frame;
}

async function openOnWeb(page: Page, options: PaneOptions): Promise<Opened> {
  const excel = excelWindow(
    (text) => void page.evaluate(sendToPane, text).catch(() => undefined),
    EXCEL,
    appContext(options),
    options.answer,
  );
  await page.exposeFunction('toExcel', (text: string) => excel.receive(text));
  await page.goto(EXCEL);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('Excel has no frame for the pane.');
  return { excel, frame };
}

async function openOnDesktop(page: Page, desktop: Desktop, options: PaneOptions): Promise<Opened> {
  const { locale = 'en-IN' } = options;
  const excel = desktopWindow(
    (name, id, payload) => void page.evaluate(callInPane, [name, id, payload] as const).catch(() => undefined),
    macContext(options),
    options.answer,
  );
  await page.exposeFunction('toExcel', (text: string) => excel.receive(text));
  if (desktop === 'mac') await page.addInitScript(macBridge);
  else await page.addInitScript(windowsBridge, windowsContext(options));
  const host = desktop === 'mac' ? 'Excel$Mac$16.00' : 'Excel$Win32$16.01';
  await page.goto(`${ADDIN}/taskpane.html?_host_Info=${host}$${locale}$telemetry$$$1`);
  return { excel, frame: page.mainFrame() };
}

/** Excel's window: a frame that holds the add-in, and a script that carries messages to and fro. */
function excelPage(locale: string): string {
  const start = JSON.stringify({
    baseFrameName: 'ims',
    // The last item says that pane and ribbon share one runtime.
    hostInfo: `Excel|Web|16.00|${locale}|telemetry|||1`,
    xdmInfo: `conversation|ims-offline|${EXCEL}`,
    serializerVersion: '1',
    flights: '[]',
  });
  return `<!doctype html><html lang="en"><title>Book - Excel</title>
<style>html, body { height: 100%; margin: 0; overflow: hidden } iframe { border: 0; width: 100%; height: 100% }</style>
<script>addEventListener('message', (event) => { if (event.origin === '${ADDIN}') toExcel(event.data) })</script>
<iframe title="IMS Offline" src="${ADDIN}/taskpane.html" name='${start}'
  sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-downloads"></iframe></html>`;
}

/** Runs in Excel's window. */
function sendToPane(text: string): void {
  window.frames[0]?.postMessage(text, 'https://addin.test');
}

/** Runs in the pane: calls a function of the library by its name. */
function callInPane([name, id, payload]: readonly [string, string, unknown]): void {
  let found: unknown = window;
  for (const part of name.split('.')) found = (found as Record<string, unknown>)[part];
  (found as (id: string, payload: unknown) => void)(id, payload);
}

/** Runs in the pane: a web view that lets nobody copy. */
function closeClipboard(): void {
  navigator.clipboard.writeText = () => Promise.reject(new DOMException('closed', 'NotAllowedError'));
  Object.assign(document, { execCommand: () => false });
}

/** Runs in every window. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => {
    const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
    noteViolation([violatedDirective, blockedURI, sourceFile, sample].join(' '));
  });
}
