import {
  CommandType,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
  ICommandService,
  type Injector,
  type IWorkbookData,
  type Workbook as UniverWorkbook,
} from '@univerjs/core';
import { SheetsFindReplaceController } from '@univerjs/sheets-find-replace';
import type { BookView, SheetView } from '../../core/book-view';
import type { WordId } from '../../core/kernel/pane-words';
import type { SheetEdit, WorkbookEvent } from '../../core/workbook';
import { addBackKeys } from './back-keys';
import { calculateFormulas } from './calculate';
import { nameChrome } from './chrome-names';
import { useClipboard } from './clipboard';
import { drawCells } from './draw-cells';
import { drawChangedRows } from './draw-changed-rows';
import { drawnSheet, type DrawnSheet } from './drawn-sheet';
import { tellEvents } from './events';
import { addFilterKeys } from './filter-keys';
import { followTouched } from './follow-touched';
import { ownWhatIsWritten } from './shared-cells';
import { scrollToLists } from './first-scroll';
import { withRoom } from './frozen-columns';
import { hiddenRowsIn } from './hidden-rows';
import { addKeys } from './keys';
import { createLists } from './lists';
import { openMenusByKey } from './menu-keys';
import { createOurs, type Ours } from './ours';
import { createPauses } from './pauses';
import { showReasons, type ReasonOf } from './reasons';
import { revealSelected } from './reveal';
import { tellNotice } from './refusals';
import { createSteps } from './steps';
import { keepSheet, type KeptSheet, type SheetCells } from './sheet-cells';
import { showSheet } from './select-cells';
import { keepTabs } from './sheet-tabs';
import { addMenus } from './short-menus';
import { sheetId, snapshotOf } from './snapshot';
import { offerSorting } from './sort-rows';
import { stopAtEdges } from './stop-at-edges';
import { loadFonts } from './styles';
import { startUniver } from './start-univer';
import { tellCells } from './told-cells';
import { guardTyping } from './typing';

/** A workbook on the screen: Univer with the sheets that can be seen, and the very hidden ones beside it. */
export interface OpenBook {
  readonly looks: BookView['looks'];
  readonly injector: Injector;
  readonly workbook: UniverWorkbook;
  readonly ours: Ours;
  /** in the order of the tabs, very hidden ones too */
  readonly sheets: readonly SheetCells[];
  readonly drawn: readonly DrawnSheet[];
  readonly kept: readonly KeptSheet[];
  sheet(name: string): SheetCells | undefined;
  /** Lets go of the user's steps of undo where we wrote into columns that they are about: they would half undo ours. */
  forgetSteps(written: readonly SheetEdit[]): void;
  /** resolves when all formulas show the values of now */
  settled(): Promise<void>;
  /** how often rows were inserted, deleted or sorted so far */
  reshapes(): number;
  close(): Promise<void>;
}

interface OpenOptions {
  readonly dark: boolean;
  readonly reasonOf: ReasonOf;
  readonly isOurs: IsOurs;
  readonly tell: (event: WorkbookEvent) => void;
  readonly changed: () => void;
}

/** Whether a sheet, among these, is one of the product's and not the user's own. */
export type IsOurs = (sheet: string, sheets: readonly string[]) => boolean;

/** Univer takes its last things down a moment after it was disposed; before that its place must not be emptied. */
const LAST_THINGS = 50;

export async function openBook(container: HTMLElement, whole: BookView, options: OpenOptions): Promise<OpenBook> {
  const view = withRoom(whole, container.clientWidth);
  // What the functions below name of the view stays in memory, so that is not the view itself with its cells.
  const { active, looks } = view;
  const visible = view.sheets.flatMap((sheet, index) =>
    sheet.visibility === 'very-hidden' ? [] : [[sheetId(index), sheet] as const],
  );
  await loadFonts();
  const snapshot = await snapshotOf(view, visible);
  const pauses = createPauses();
  await pauses.take();
  const place = document.createElement('div');
  place.style.height = '100%';
  place.className = 'ims-grid';
  container.replaceChildren(place);
  const univer = startUniver(place, options.dark);
  const injector = univer.__getInjector();
  await pauses.take();
  const workbook = univer.createUnit<IWorkbookData, UniverWorkbook>(UniverInstanceType.UNIVER_SHEET, snapshot);
  const ours = createOurs();
  const names = view.sheets.map(({ name }) => name);
  const sheets = view.sheets.map((sheet, index) => {
    const worksheet = workbook.getSheetBySheetId(sheetId(index));
    const takesFormulas = !hasRules(sheet) && !options.isOurs(sheet.name, names);
    return worksheet ? drawnSheet(sheet, worksheet, injector, ours, takesFormulas) : keepSheet(sheet);
  });
  const drawn = sheets.filter((sheet) => 'worksheet' in sheet);
  const kept = sheets.filter((sheet) => 'cells' in sheet);
  const byId = new Map(drawn.map((sheet) => [sheet.id, sheet]));
  const byName = new Map<string, SheetCells>(sheets.map((sheet) => [sheet.name, sheet]));
  ownWhatIsWritten(injector, (id) => byId.get(id)?.worksheet.getCellMatrix());
  followTouched(injector, (id) => byId.get(id)?.touched);
  const calculation = calculateFormulas(injector, drawn, (name) => byName.get(name));
  const steps = createSteps(injector);
  let reshapes = 0;
  const sheetOf = (id: string): DrawnSheet | undefined => byId.get(id);
  const lists = createLists(injector, workbook, sheetOf, container);
  drawCells(injector, looks, drawn, (sheet, row, column) => lists.open(sheet, row, column));
  const tell = (id: WordId): void => tellNotice(injector, id);
  const isThere = (name: string): boolean => byName.has(name);
  guardTyping(injector, looks, sheetOf, isThere, ours, (list) => lists.refuse(list), tell);
  useClipboard(injector, workbook, sheetOf, (sheet) => hiddenRowsIn(injector, sheet));
  offerSorting(injector, workbook, sheetOf, tell);
  addMenus(injector, tell);
  addKeys(injector, workbook, sheetOf);
  addBackKeys(injector, workbook);
  stopAtEdges(injector, workbook);
  addFilterKeys(injector, workbook, sheetOf);
  const access = [
    nameChrome(),
    tellCells(injector, workbook, sheetOf, container),
    openMenusByKey(injector, workbook),
    keepTabs(injector, place, tell),
  ];
  revealSelected(injector, workbook);
  const reasons = showReasons(injector, workbook, sheetOf, options.reasonOf);
  tellEvents(injector, sheetOf, ours, (event) => {
    if (event.kind === 'reshaped') reshapes += 1;
    if (event.kind === 'edited') steps.edited(event);
    options.tell(event);
  });
  const front = drawn.find(({ name }) => name === active) ?? drawn.find((sheet) => sheet.view.visibility === 'visible');
  if (front !== undefined) {
    await ours.run(() => showSheet(injector, front.id));
  }
  await drawnOnce(injector);
  drawChangedRows(injector, workbook, sheetOf);
  scrollToLists(injector, drawn, workbook.getActiveSheet().getSheetId(), container.clientWidth);
  await calculation.first();
  // Univer lets Find search the sheets only some seconds after they are shown; its first keys would fall into a cell.
  injector.get(SheetsFindReplaceController);
  injector.get(ICommandService).onCommandExecuted(({ type, id }) => {
    // The editor of cells is a document of its own, which changes with every cell that is selected.
    if (type === CommandType.MUTATION && id.startsWith('sheet.mutation.')) options.changed();
  });
  return {
    looks,
    injector,
    workbook,
    ours,
    sheets,
    drawn,
    kept,
    sheet: (name) => byName.get(name),
    forgetSteps: (written) => steps.written(written),
    settled: () => calculation.settled(),
    reshapes: () => reshapes,
    close: async () => {
      calculation.close();
      lists.close();
      reasons.close();
      for (const part of access) part.close();
      // What Univer put off until after a key, as scrolling to a selection, still needs it.
      await new Promise((resolve) => setTimeout(resolve));
      univer.dispose();
      await new Promise((resolve) => setTimeout(resolve, LAST_THINGS));
      place.remove();
    },
  };
}

/** Lists and highlights are read only where they are those of the product. */
function hasRules({ lists, highlights }: SheetView): boolean {
  return lists.length > 0 || highlights.length > 0;
}

async function drawnOnce(injector: Injector): Promise<void> {
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
