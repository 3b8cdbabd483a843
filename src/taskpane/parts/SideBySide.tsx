import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { sayMatching } from '../../core/kernel/matching-words';
import type { ComparedField, RecordMatch } from '../../core/tasks/record-match';
import { useLayout } from './layout';
import { Mark } from './Mark';
import { Theirs } from './Theirs';

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: { padding: '0 4px 2px 0', textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere' },
  label: {
    padding: '3px 0 0',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  differs: {
    display: 'inline-flex',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  value: { margin: 0 },
});

/** A record and its partner in two columns; each field under its name, so that both fit into a narrow pane. */
export function SideBySide({ match }: { readonly match: RecordMatch }) {
  const styles = useStyles();
  const layout = useLayout();
  const { fields, documents, extras } = match;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.cell}>
              {sideText('ims', documents.ims)}
            </th>
            <th scope="col" className={styles.cell}>
              {sideText('books', documents.books)}
            </th>
          </tr>
        </thead>
        {fields.map((field) => (
          <Field key={field.label} field={field} />
        ))}
      </table>
      {extras
        .filter(({ facts }) => facts.length > 0)
        .map(({ document, facts }) => (
          <details key={document} className={layout.text}>
            <summary className={mergeClasses(layout.summary, layout.strong)} tabIndex={0}>
              {sayMatching('books-extras', { document })}
            </summary>
            <dl className={styles.facts}>
              {facts.map(({ label, text }) => [
                <dt key={label} className={layout.muted}>
                  <Theirs text={label} />
                </dt>,
                <dd key={`${label}:`} className={styles.value}>
                  <Theirs text={text} />
                </dd>,
              ])}
            </dl>
          </details>
        ))}
    </>
  );
}

function Field({ field: { label, ims, books, differs } }: { readonly field: ComparedField }) {
  const styles = useStyles();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2} className={styles.label}>
          <span className={styles.line}>
            <span>{label}</span>
            {differs !== '' && (
              <span className={styles.differs}>
                <Mark kind="warning" />
                {differs}
              </span>
            )}
          </span>
        </th>
      </tr>
      <tr>
        {[ims, books].map((text, side) => (
          <td key={side} className={styles.cell}>
            {text === '' ? sayMatching('untold') : <Theirs text={text} />}
          </td>
        ))}
      </tr>
    </tbody>
  );
}

function sideText(side: 'ims' | 'books', count: number): string {
  return count > 1 ? sayMatching(`side-${side}-several`, { count }) : sayMatching(`side-${side}`);
}
