import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatCount } from '../../core/kernel/money';
import { say } from '../../core/kernel/pane-words';
import { statuses, type Status } from '../../core/language/row';
import type { PreFlight } from '../pane-desk';
import { actionWords } from '../state/phrases';
import { NARROW, useLayout } from './layout';

type SheetActions = PreFlight['sheets'][number];

const figure = {
  Accepted: (row: SheetActions) => row.accepted,
  Rejected: (row: SheetActions) => row.rejected,
  Pending: (row: SheetActions) => row.pending,
  'No Action': (row: SheetActions) => row.noAction,
} as const satisfies Record<Status, unknown>;

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', maxWidth: '100%' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    padding: `3px 0 3px ${tokens.spacingHorizontalXS}`,
    textAlign: 'right',
    fontWeight: 'inherit',
  },
  first: { textAlign: 'left', paddingLeft: 0, whiteSpace: 'nowrap' },
  headings: {
    color: tokens.colorNeutralForeground3,
    verticalAlign: 'bottom',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
  none: { color: tokens.colorNeutralForeground3 },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontWeight: tokens.fontWeightSemibold },
  long: { [NARROW]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  letter: { display: 'none', [NARROW]: { display: 'inline' } },
});

interface Props {
  readonly sheets: readonly SheetActions[];
  readonly labelledBy: string;
}

/** Records by sheet and action, with their sums. */
export function ActionTable({ sheets: all, labelledBy }: Props) {
  const sheets = all.filter((sheet) => statuses.some((status) => figure[status](sheet) > 0));
  const styles = useStyles();
  const layout = useLayout();
  const row = (name: string, of: (status: Status) => number) => (
    <>
      <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
        {name}
      </th>
      {statuses.map((status) => (
        <td key={status} className={mergeClasses(styles.cell, of(status) === 0 && styles.none)}>
          {of(status) === 0 ? '–' : formatCount(of(status))}
        </td>
      ))}
    </>
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr className={styles.headings}>
            <th scope="col" className={mergeClasses(styles.cell, styles.first)}>
              <span className={layout.hidden}>{say('sheet-heading')}</span>
            </th>
            {statuses.map((status) => (
              <th key={status} scope="col" className={styles.cell}>
                <span className={styles.long}>{say(actionWords[status].heading)}</span>
                <span className={styles.letter} aria-hidden>
                  {say(actionWords[status].letter)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.sheet}>{row(sheet.sheet, (status) => figure[status](sheet))}</tr>
          ))}
        </tbody>
        {sheets.length > 1 && (
          <tfoot>
            <tr className={styles.total}>
              {row(say('total-heading'), (status) => sheets.reduce((sum, sheet) => sum + figure[status](sheet), 0))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
