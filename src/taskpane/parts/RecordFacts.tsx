import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { say } from '../../core/kernel/pane-words';
import { inRupees } from '../../core/kernel/money';
import type { Card } from '../../core/tasks/card';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';
import { LongText } from './LongText';
import { Theirs } from './Theirs';

const useStyles = makeStyles({
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  label: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  sums: {
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
  },
  sum: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS, alignItems: 'baseline' },
  place: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, justifyContent: 'space-between' },
  filing: { flexShrink: 0 },
  big: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** Who, when and how much: what is needed to know the paper in hand. */
export function RecordSummary({ card }: { readonly card: Card }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div className={layout.near}>
      <div>
        <p className={mergeClasses(layout.muted, styles.place)}>
          <span>{say('record-place', { kind: card.kind, sheet: card.sheet, row: String(card.row + 1) })}</span>
          <Filing state={card.filing.state} />
        </p>
        <p className={mergeClasses(layout.text, layout.strong)}>
          <LongText text={card.supplierName} />
        </p>
        <p className={layout.muted}>
          {say('record-supplier', { gstin: card.supplierGstin })} ·{' '}
          <span className={layout.whole}>{say('record-dated', { date: card.date })}</span>
        </p>
      </div>
      <dl className={styles.sums}>
        <div className={styles.sum}>
          <dt className={layout.muted}>{say('record-taxable')}</dt>
          <dd className={styles.big}>{inRupees(card.taxable)}</dd>
        </div>
        <div className={styles.sum}>
          <dt className={layout.muted}>{say('record-tax')}</dt>
          <dd className={styles.big}>{inRupees(card.tax)}</dd>
        </div>
      </dl>
      {card.filing.state !== 'filed' && <p className={layout.muted}>{card.filing.text}</p>}
    </div>
  );
}

const filingLooks = {
  filed: { word: 'record-filed', color: 'success' },
  saved: { word: 'record-saved', color: 'warning' },
  unknown: { word: 'record-filing-unknown', color: 'informative' },
} as const;

function Filing({ state }: Pick<Card['filing'], 'state'>) {
  const styles = useStyles();
  const { word, color } = filingLooks[state];
  return (
    <Badge className={styles.filing} appearance="outline" color={color}>
      {say(word)}
    </Badge>
  );
}

/** What this record amends, with the way there. */
export function Original({ original: { text, place } }: { readonly original: NonNullable<Card['original']> }) {
  const { act } = usePane();
  const layout = useLayout();
  return (
    <section className={layout.tight}>
      <h3 className={layout.heading}>{say('record-original')}</h3>
      <p className={layout.text}>
        <LongText text={text} longest={120} />
      </p>
      {place !== undefined && (
        <div>
          <Button size="small" onClick={() => void act.goTo(place, null)}>
            {say('record-go-original', { sheet: place.sheet, row: String(place.row + 1) })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The other columns of the row: seldom needed, so folded away until they are. */
export function RecordFacts({ facts }: Pick<Card, 'facts'>) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <details className={layout.text}>
      <summary className={mergeClasses(layout.summary, layout.strong)} tabIndex={0}>
        {say('record-facts')}
      </summary>
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => [
          <dt key={label} className={styles.label}>
            {label}
          </dt>,
          <dd key={`${label}:`} className={styles.value}>
            <Theirs text={value} />
          </dd>,
        ])}
      </dl>
    </details>
  );
}
