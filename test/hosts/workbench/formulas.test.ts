import type { Cell } from '../../../src/core/kernel/cell';
import { NO_RESULT } from '../../../src/core/kernel/cell';
import { createEvaluation } from '../../../src/hosts/workbench/evaluate';
import { inCapitals, parseFormula } from '../../../src/hosts/workbench/formula';
import { keepSheet, type SheetCells } from '../../../src/hosts/workbench/sheet-cells';

const sheet = (name: string, cells: Cell[][]): SheetCells =>
  keepSheet({
    ...{ name, cells, visibility: 'visible', hasGridLines: true, formulas: new Map(), columns: [] },
    ...{ cellLooks: new Map(), rowHeights: new Map(), hiddenRows: new Set(), merges: [] },
    ...{ dataRow: 0, lists: [], highlights: [] },
  });

const own = sheet('Own', [
  [1, 'text', 0.1, '12'],
  [2, '', 0.2, '12,000'],
  [-3.5, true, '', NO_RESULT],
  ['accepted', '#N/A', 'Accepted', '01-04-2026'],
]);
const other = sheet("A's list", [[7]]);
const evaluation = createEvaluation((name) => [own, other].find((each) => each.name === name));

async function resultOf(text: string): Promise<Cell | undefined> {
  const expression = parseFormula(inCapitals(text));
  return expression === undefined ? 'not understood' : evaluation.of(expression, own);
}

describe('a formula', () => {
  it.each<[string, Cell]>([
    // as Excel has it
    ['1+2*3^2', 19],
    ['-2^2', 4],
    ['2^-1', 0.5],
    ['(1+2)*3', 9],
    ['200*18%', 36],
    ['+A1-A2', -1],
    ['C1+C2', 0.3],
    ['SUM(A1:A4)', -0.5],
    ['SUM(A1:C2,5,A1*2)', 10.3],
    ['sum($a$1:a$2)', 3],
    ['SUM(A2:A1)', 3],
    ['COUNT(A1:D4)', 5],
    ['COUNTA(B1:B4)', 3],
    ['COUNTIF(A1:C4,"ACCEPTED")', 2],
    ['AVERAGE(A1:A2)', 1.5],
    ['MIN(A1:C4)', '#N/A'],
    ['MIN(A1:A4)', -3.5],
    ['MAX(A1:A4,2)', 'not understood'],
    ['MAX(C3:C4)', 0],
    ['ROUND(2.5,0)', 3],
    ['ROUND(-2.5,0)', -3],
    ['ROUND(1.005,2)', 1.01],
    ['ROUND(1234.5,-2)', 1200],
    ['ROUND(1.5,400)', 1.5],
    ['ROUND(1.5,-400)', 0],
    ['ROUND(10^20,299)', 1e20],
    ['SUM(9*10^307,9*10^307,9*10^307)', '#NUM!'],
    ["'A''s list'!A1*2", 14],
    ['B3+1', 2],
    ['D1+1', 13],
    ['B2', 0],
    ['B1', 'text'],
    ['B2+1', 1],
    ['B1+1', '#VALUE!'],
    ['B4+1', '#N/A'],
    ['1/0', '#DIV/0!'],
    ['AVERAGE(B1:B2)', '#DIV/0!'],
    ['10^400', '#NUM!'],
  ])('%s comes to %j', async (text, result) => expect(await resultOf(text)).toBe(result));

  it.each(['D2+1', 'D3', 'D3+1', 'SUM(D1:D3)', 'D4-1', "'Gone'!A1"])('%s only Excel can tell', async (text) =>
    expect(await resultOf(text)).toBeUndefined(),
  );

  it.each([
    ...['', 'A1+', '1+*2', 'A1 A2', 'A1:A2', 'VLOOKUP(A1,B:C,2)', 'IF(A1>1,1,2)', 'A0', 'XFE1', 'A1048577'],
    ...['SUM(A1', 'SUM()', 'SUM(A1,)', 'COUNTIF(A1:A2,">1")', '"text"', 'LOG10(2)', 'hello world', "cmd|' /c calc'!A1"],
  ])('%s is not understood', async (text) => expect(await resultOf(text)).toBe('not understood'));
});
