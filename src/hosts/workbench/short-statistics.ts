import { StatusBarService } from '@univerjs/sheets-ui';

const SHOWN: ReadonlySet<string> = new Set(['SUM', 'COUNTA']);

/** Of selected cells the sum and the count: one line, beside which the tabs of the sheets keep their room. */
export class ShortStatistics extends StatusBarService {
  override getFunctions(): ReturnType<StatusBarService['getFunctions']> {
    return super.getFunctions().filter(({ func }) => SHOWN.has(String(func)));
  }
}
