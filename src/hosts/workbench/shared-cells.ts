import { ICommandService, type ICellData, type Injector, type Worksheet } from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { madeOnce } from '../../core/kernel/shared-texts';
import type { Cell } from '../../core/kernel/cell';
import { dataOf } from './univer-cells';

/**
 * Cells of a column that have the same value are one object: of a long sheet most are, and a million objects fewer take a
 * third less of memory. They are frozen, for Univer writes into the cells that it has: without `ownWhatIsWritten` it throws.
 */
export function sharedCells(): (column: number, cell: Cell) => ICellData {
  return madeOnce((cell: Cell) => dataOf(cell), Object.freeze);
}

/** Before cells are written they get objects of their own. */
export function ownWhatIsWritten(
  injector: Injector,
  matrixOf: (id: string) => ReturnType<Worksheet['getCellMatrix']> | undefined,
): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const matrix = matrixOf(subUnitId);
    for (const row in cellValue)
      for (const column in cellValue[Number(row)]) {
        const [at, across] = [Number(row), Number(column)];
        const cell = matrix?.getValue(at, across);
        if (Object.isFrozen(cell) && cell) matrix?.setValue(at, across, { ...cell });
      }
  });
}
