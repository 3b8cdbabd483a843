import { createRoot } from 'react-dom/client';
import { isSheetOfOurs } from '../core/tasks/missing-sheet';
import { createGridWorkbook } from '../hosts/workbench/grid-workbook';
import { createBench } from './bench';
import { createFiles } from './files';
import { createKeeper } from './kept-work';
import { reasonOfCell } from './reason-of-cell';
import { watchSystemTheme } from './system-theme';
import { Workbench } from './Workbench';

const root = document.getElementById('root');
const place = document.createElement('div');
place.style.height = '100%';
if (root !== null) {
  const grid = createGridWorkbook(place, { reasonOf: reasonOfCell, isOurs: isSheetOfOurs });
  watchSystemTheme((theme) => grid.dark(theme === 'dark'));
  const bench = createBench(grid, createFiles(), createKeeper());
  createRoot(root).render(<Workbench bench={bench} grid={place} />);
  void bench.start();
}
