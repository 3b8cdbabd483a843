import { say } from '../core/kernel/pane-words';
import { listenToRibbon } from '../commands/commands';
import { createExcelWorkbook } from '../hosts/excel/excel-workbook';
import { copyText, deliver } from './deliver';
import { startDesk } from './desk/start-desk';
import { mountPane } from './mount';
import { watchOfficeTheme } from './office-theme';
import type { PaneCommand, PaneHost } from './pane-host';

/** The pane in Excel. This is the only file of the pane that knows which host it is in. */
void Office.onReady(() => {
  const root = document.getElementById('root');
  if (root === null) return;
  const workbook = createExcelWorkbook(
    {
      excel: Excel,
      has: (set) => Office.context.requirements.isSetSupported('ExcelApi', set),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    () => warn(say('events-missing')),
  );
  const { warn, ...desk } = startDesk(workbook);
  const { platform, requirements, ui } = Office.context;
  const ways = {
    canDownload: platform !== Office.PlatformType.Mac && platform !== Office.PlatformType.iOS,
    ...(requirements.isSetSupported('OpenBrowserWindowApi', '1.1')
      ? { openBrowser: (address: string) => ui.openBrowserWindow(address) }
      : {}),
  };
  const commands = new Set<(command: PaneCommand) => void>();
  listenToRibbon((command) => {
    for (const listener of commands) listener(command);
  });
  const host: PaneHost = {
    ...desk,
    workbook,
    deliver: (file) => deliver(file, ways),
    copy: copyText,
    watchTheme: watchOfficeTheme,
    watchCommands: (listener) => {
      commands.add(listener);
      return () => {
        commands.delete(listener);
      };
    },
  };
  mountPane(root, host);
});
