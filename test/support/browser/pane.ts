import type { Browser, Frame, Page } from 'playwright-core';
import { ADDIN, EXCEL, answerRequests } from './static-files';
import { excelWindow, type AnswerRequest, type ExcelWindow } from './window-protocol';

export interface PaneOptions {
  readonly answer: AnswerRequest;
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
  /** requirement sets and their versions, as `isSetSupported` answers */
  readonly requirements?: Readonly<Record<string, string>>;
  readonly readOnly?: boolean;
  /** settings that the document holds */
  readonly settings?: readonly (readonly [string, string])[];
  readonly locale?: string;
  /** the built add-in */
  readonly folder?: string;
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
  close(): Promise<void>;
}

/** What Excel of Microsoft 365 supports, as far as the library in use knows it. */
const REQUIREMENTS = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  RibbonApi: '1.2',
  RichApiRuntime: '1.6',
  DelayForCellEdit: '1.1',
  DialogApi: '1.2',
};

/** Opens the add-in as Excel on the web does: in a frame of another site, with Microsoft's own library. */
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
  const violations: string[] = [];
  const errors: string[] = [];
  await context.exposeBinding('noteViolation', (_source, text: string) => violations.push(text));
  await context.addInitScript(reportViolations);
  const refusedRequests = await answerRequests(context, excelPage(locale), options.folder ?? 'dist/addin');

  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
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
  return {
    page,
    frame,
    refusedRequests,
    violations,
    errors,
    unknownCalls: excel.unknownCalls,
    pushEvent: (entry) => excel.pushEvent(entry),
    runCommand: (name) => excel.runCommand(name),
    close: () => context.close(),
  };
}

function appContext({ requirements = REQUIREMENTS, readOnly = false, settings = [], locale = 'en-IN' }: PaneOptions) {
  return {
    _id: 'ims-offline',
    _appName: 16, // Excel on the web
    _appVersion: '16.00',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: `${EXCEL}/book.xlsx`,
    _clientMode: readOnly ? 0 : 1,
    _settings: settings,
    // What the library expects of a licence; were it not XML, the browser's own error page would break the policy.
    _eToken: encodeURIComponent('<t aid="ims-offline" cid="tester"/>'),
    _reason: 'documentOpened',
    _appMinorVersion: 0,
    _osfControlType: 1,
    _appInstanceId: 'ims-offline-1',
    _requirementMatrix: JSON.stringify(requirements),
    _hostFullVersion: '16.0.15407.10000',
    _addinName: 'IMS Offline',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 1,
    _correlationId: 'ims-offline-1',
  };
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

/** Runs in every window. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => {
    const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
    noteViolation([violatedDirective, blockedURI, sourceFile, sample].join(' '));
  });
}
