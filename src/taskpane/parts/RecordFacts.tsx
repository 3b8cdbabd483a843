import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { Card } from '../../core/tasks/card';
import { inRupees } from '../state/phrases';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';

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
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
  },
  sum: { display: 'flex', flexDirection: 'column' },
  big: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** Who, when and how much: what is needed to know the paper in hand. */
export function RecordSummary({ card }: { readonly card: Card }) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div className={layout.near}>
      <div>
        <p className={layout.muted}>
          {say('record-place', { kind: card.kind, sheet: card.sheet, row: String(card.row + 1) })}
        </p>
        <p className={mergeClasses(layout.text, layout.strong)}>{card.supplierName}</p>
        <p className={layout.muted}>
          {say('record-supplier', { gstin: card.supplierGstin })} · {say('record-dated', { date: card.date })}
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
      <Filing filing={card.filing} />
    </div>
  );
}

const filingLooks = {
  filed: { word: 'record-filed', color: 'success' },
  saved: { word: 'record-saved', color: 'warning' },
  unknown: { word: 'record-filing-unknown', color: 'informative' },
} as const;

function Filing({ filing: { state, text } }: Pick<Card, 'filing'>) {
  const layout = useLayout();
  const { word, color } = filingLooks[state];
  return (
    <p className={mergeClasses(layout.muted, layout.row)}>
      <Badge appearance="outline" color={color}>
        {say(word)}
      </Badge>
      <span>{text}</span>
    </p>
  );
}

/** What this record amends, with the way there. */
export function Original({ original: { text, place } }: { readonly original: NonNullable<Card['original']> }) {
  const { act } = usePane();
  const layout = useLayout();
  return (
    <section className={layout.tight}>
      <h3 className={layout.heading}>{say('record-original')}</h3>
      <p className={layout.text}>{text}</p>
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

export function RecordFacts({ facts }: Pick<Card, 'facts'>) {
  const styles = useStyles();
  const layout = useLayout();
  const id = useId();
  return (
    <section className={layout.tight} aria-labelledby={id}>
      <h3 id={id} className={layout.heading}>
        {say('record-facts')}
      </h3>
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => [
          <dt key={label} className={styles.label}>
            {label}
          </dt>,
          <dd key={`${label}:`} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
    </section>
  );
}
