/** Every sentence of the workbench's grid. */
export const gridWords = {
  // The grid of the workbench: names for what shows a picture only, and what it tells of a cell
  'grid-toolbar': 'Tools of the sheets',
  'grid-undo': 'Undo',
  'grid-redo': 'Redo',
  'grid-sort-ascending': 'Sort A to Z',
  'grid-sort-descending': 'Sort Z to A',
  'grid-find': 'Find and replace',
  'grid-name-box': 'Name box: type an address to go there',
  'grid-cancel-entry': 'Take back what was typed',
  'grid-take-entry': 'Enter what was typed',
  'grid-formula-bar-size': 'Make the formula bar higher or lower',
  'grid-formula-bar': 'Formula bar',
  'grid-cells': 'Cells of the sheet',
  'grid-all-sheets': 'All sheets',
  'grid-tabs-back': 'Scroll the sheet tabs back',
  'grid-tabs-on': 'Scroll the sheet tabs on',
  'grid-zoom': 'Zoom: {percent}',
  'grid-zoom-in': 'Zoom in',
  'grid-zoom-out': 'Zoom out',
  'grid-menu': 'Menu',
  'grid-notices': 'Notices',
  'grid-column-width': 'Column width in pixels',
  'grid-filter': 'Filter',
  'grid-filter-search': 'Search the values',
  'grid-find-next': 'Next place',
  'grid-find-previous': 'Previous place',
  'grid-cell': '{place}, {heading}: {text}',
  'grid-cell-alone': '{place}: {text}',
  'grid-cell-blank': 'blank',
  'grid-cell-list': '{cell}, has a list',
  'grid-cells-selected': '{range} selected, {rows|# row|# rows}, {columns|# column|# columns}',
  'grid-sheet': 'Sheet {sheet}. {cell}',
  'grid-insert-column': 'Insert Column',

  // What the grid does not do, said when it is tried
  'grid-refused': 'Not done',
  'grid-refused-columns':
    'Columns are not inserted, moved or deleted on this page. Use the empty columns to the right, or insert the column in Excel and open the workbook here again.',
  'grid-refused-sheets':
    'Sheets are not added, renamed, moved or deleted on this page. Do it in Excel and open the workbook here again.',
  'grid-refused-rows':
    'These rows stay where they are: headings, rows above them and sheets with formulas keep their rows. Insert or delete rows among the records.',
  'grid-refused-sort':
    'Rows are sorted below the headings of a filter, and this sheet has none. Sort it in Excel, or give it a filter there and open the workbook here again.',
  'grid-refused-sort-formulas':
    'Rows with formulas are not sorted on this page: the formulas would still name the cells of their old rows. Sort them in Excel and open the workbook here again.',
  'grid-refused-drag': 'Cells are not dragged to another place on this page. Cut and paste them.',
  'grid-refused-merge':
    'Cells are not merged or separated on this page. Do it in Excel and open the workbook here again.',
  'grid-refused-name':
    'Names for cells are not given on this page. Type the address of a cell, such as G7, to go there.',
  'grid-formula-stays-text':
    'This formula stays text. On this page a formula has numbers, cells, + - * / ^ %, SUM, AVERAGE, MIN, MAX, COUNT, COUNTA, COUNTIF or ROUND; type any other in Excel and open the workbook here again.',
  'grid-refused-fill':
    'A formula is not filled into other cells on this page. Type it into each of them, or fill it in Excel and open the workbook here again.',
  'grid-refused-wait': 'A change is being written. Wait until it is done, then try again.',
} as const satisfies Record<string, string>;
