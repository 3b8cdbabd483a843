import '@univerjs/design/lib/index.css';
import '@univerjs/ui/lib/index.css';
import '@univerjs/docs-ui/lib/index.css';
import '@univerjs/sheets-ui/lib/index.css';
import '@univerjs/sheets-filter-ui/lib/index.css';
import '@univerjs/sheets-formula-ui/lib/index.css';
import '@univerjs/find-replace/lib/index.css';
import './chrome.css';
import { LocaleType, LogLevel, ThemeService, Univer, mergeLocales } from '@univerjs/core';
import designWords from '@univerjs/design/locale/en-US';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsUiWords from '@univerjs/docs-ui/locale/en-US';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverFindReplacePlugin } from '@univerjs/find-replace';
import findWords from '@univerjs/find-replace/locale/en-US';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import sheetsWords from '@univerjs/sheets/locale/en-US';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import filterWords from '@univerjs/sheets-filter/locale/en-US';
import { UniverSheetsFilterUIPlugin } from '@univerjs/sheets-filter-ui';
import filterUiWords from '@univerjs/sheets-filter-ui/locale/en-US';
import { UniverSheetsFindReplacePlugin } from '@univerjs/sheets-find-replace';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import formulaWords from '@univerjs/sheets-formula/locale/en-US';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import formulaUiWords from '@univerjs/sheets-formula-ui/locale/en-US';
import { UniverSheetsSortPlugin } from '@univerjs/sheets-sort';
import { IStatusBarService, UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import sheetsUiWords from '@univerjs/sheets-ui/locale/en-US';
import { IMenuManagerService, UniverUIPlugin } from '@univerjs/ui';
import uiWords from '@univerjs/ui/locale/en-US';
import { ShortMenus } from './short-menus';
import { ShortStatistics } from './short-statistics';

/**
 * The editor of cells needs what this plugin brings, not what it does: it would look through all cells of a sheet for
 * formulas at each edit.
 */
class IdleFormulas extends UniverSheetsFormulaPlugin {
  override onReady(): void {
    // nothing
  }

  override onRendered(): void {
    // nothing
  }
}

/** From light to dark, as the pane has it: what is selected and what is to be pressed is green in Excel, not blue. */
const EXCEL_GREEN = {
  50: '#E8F5EE',
  100: '#CAEAD8',
  200: '#A0D8B9',
  300: '#85D0A8',
  400: '#37A660',
  500: '#218D51',
  600: '#107C41',
  700: '#0F703B',
  800: '#0C5A2F',
  900: '#094021',
};

/** As light as the headings of columns and rows; in dark colours the grid turns it dark. */
const SCROLL_TRACK = '#F2F4F6';

/**
 * Univer with what this product needs of it. Formulas are not calculated by its engine (see calculate.ts), and formats,
 * images, comments and validation are left out: they would be lost in the file, or are ours.
 */
export function startUniver(container: HTMLElement, dark: boolean): Univer {
  const univer = new Univer({
    darkMode: dark,
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        designWords,
        uiWords,
        docsUiWords,
        sheetsWords,
        sheetsUiWords,
        filterWords,
        filterUiWords,
        findWords,
        formulaWords,
        formulaUiWords,
      ),
    },
    logLevel: LogLevel.ERROR,
  });
  const themes = univer.__getInjector().get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary: EXCEL_GREEN });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverUIPlugin, {
    container,
    ribbonType: 'simple',
    override: [[IMenuManagerService, { useClass: ShortMenus }]],
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: { addSheetButtonConfig: { show: false }, menus: false, statisticBar: true, zoomSlider: true },
    override: [[IStatusBarService, { useClass: ShortStatistics }]],
    // Cells end at the scroll bars: what shines through them looks as if it could be read.
    scrollConfig: { trackBackgroundColor: SCROLL_TRACK, trackBorderColor: SCROLL_TRACK },
    clipboardConfig: { hidePasteOptions: true },
    disableForceStringAlert: true,
    disableForceStringMark: true,
    maxAutoHeightCount: 0,
  });
  // It too would look through all cells when a workbook is shown.
  univer.registerPlugin(IdleFormulas, { initialFormulaComputing: CalculationMode.NO_CALCULATION });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverFindReplacePlugin);
  univer.registerPlugin(UniverSheetsFindReplacePlugin);
  return univer;
}
