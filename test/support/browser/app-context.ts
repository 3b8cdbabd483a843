import type { PaneOptions } from './pane';
import { EXCEL } from './static-files';

/** What Excel of Microsoft 365 supports, as far as the library in use knows it. */
const REQUIREMENTS = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  RibbonApi: '1.2',
  RichApiRuntime: '1.6',
  DelayForCellEdit: '1.1',
  DialogApi: '1.2',
};

/** What the desktop has besides. */
const DESKTOP_REQUIREMENTS = { ...REQUIREMENTS, OpenBrowserWindowApi: '1.1' };

/** What Excel tells the library of itself, of the document and of the add-in; in this form Excel on the web does. */
export function appContext({
  excel = 'web',
  readOnly = false,
  settings = [],
  locale = 'en-IN',
  ...options
}: PaneOptions) {
  const { requirements = excel === 'web' ? REQUIREMENTS : DESKTOP_REQUIREMENTS } = options;
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
    _initialDisplayMode: TASK_PANE_SHOWN,
    _correlationId: 'ims-offline-1',
  };
}

/** The same facts for Excel for Mac, each at its number. */
export function macContext(options: PaneOptions): readonly unknown[] {
  const { settings = [] } = options;
  const facts = appContext(options);
  const context: unknown[] = Array.from({ length: 24 }, () => null);
  const put = (from: number, ...values: readonly unknown[]): void => {
    context.splice(from, values.length, ...values);
  };
  put(0, [settings.map(([key]) => key), settings.map(([, value]) => value)], facts._id, DESKTOP_APP, 16, 0);
  put(7, options.readOnly === true ? 1 : 0, facts._appUILocale, facts._dataLocale);
  put(11, facts._docUrl, DOCUMENT_OPENED, TASK_PANE, facts._eToken);
  put(16, facts._correlationId, facts._appInstanceId);
  put(20, facts._requirementMatrix, '', facts._hostFullVersion, TASK_PANE_SHOWN);
  return context;
}

/** The same facts for Excel for Windows, each under its own name. */
export function windowsContext(options: PaneOptions): Record<string, unknown> {
  const facts = appContext(options);
  return {
    GetAppType: DESKTOP_APP,
    GetSolutionRef: facts._id,
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 0,
    GetAppUILocale: facts._appUILocale,
    GetAppDataLocale: facts._dataLocale,
    GetDocUrl: facts._docUrl,
    GetAppCapabilities: options.readOnly === true ? 1 : 0,
    GetActivationMode: DOCUMENT_OPENED,
    GetControlIntegrationLevel: TASK_PANE,
    GetSolutionToken: facts._eToken,
    GetCorrelationId: facts._correlationId,
    GetInstanceId: facts._appInstanceId,
    GetSupportedMatrix: facts._requirementMatrix,
    GetHostFullVersion: facts._hostFullVersion,
    GetInitialDisplayMode: TASK_PANE_SHOWN,
    GetOfficeThemeInfo: JSON.stringify(options.officeTheme === 'dark' ? DARK_OFFICE : LIGHT_OFFICE),
  };
}

/** Excel on a desktop, as the library counts programs. */
const DESKTOP_APP = 1;
const DOCUMENT_OPENED = 2;
const TASK_PANE = 1;
const TASK_PANE_SHOWN = 2;

/** Colours of Office's themes as numbers, blue in the highest byte. */
const LIGHT_OFFICE = themeOf(0xf0f0f0, 0x242424);
const DARK_OFFICE = themeOf(0x292929, 0xf0f0f0);

function themeOf(ground: number, text: number): Record<string, number> {
  return {
    ...{ bodyBackgroundColor: ground, bodyForegroundColor: text },
    ...{ controlBackgroundColor: ground, controlForegroundColor: text },
  };
}
