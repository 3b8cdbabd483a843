import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { sayGuide } from '../../core/kernel/match-words';
import { sayMatching } from '../../core/kernel/matching-words';
import { inRupees } from '../../core/kernel/money';
import { suggestions } from '../../core/reconcile/suggest';
import type { MatchCard } from '../../core/tasks/match-cards';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';

const useStyles = makeStyles({
  figures: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** A category: how much it is, what to do with it, and the ways to its records. */
export function CategoryCard({ card, onPreview }: { readonly card: MatchCard; readonly onPreview: () => void }) {
  const { state, act } = usePane();
  const styles = useStyles();
  const layout = useLayout();
  const id = useId();
  const { category, records, documents, tax, open } = card;
  const still = suggestions.reduce((sum, suggestion) => sum + open[suggestion], 0);
  const suggested = suggestions
    .filter((suggestion) => open[suggestion] > 0)
    .map((suggestion) => sayMatching(`open-${suggestion}`, { records: open[suggestion] }));
  const waits = isBusy(state);
  return (
    <section className={layout.panel} aria-labelledby={id}>
      <h4 id={id} className={layout.heading}>
        {category}
      </h4>
      <p className={mergeClasses(layout.small, layout.figures, styles.figures)}>
        {records > 0 && <span>{sayMatching('card-records', { records })}</span>}
        {documents > 0 && <span>{sayMatching('card-documents', { documents })}</span>}
        <span className={layout.strong}>{sayMatching('card-tax', { tax: inRupees(tax) })}</span>
      </p>
      <p className={layout.small}>{sayGuide(category)}</p>
      {records > 0 && (
        <p className={layout.muted}>
          {still === 0
            ? sayMatching('card-decided')
            : sayMatching('card-open', { open: still, suggested: suggested.join(', ') })}
        </p>
      )}
      <div className={layout.row}>
        <Button
          size="small"
          disabledFocusable={waits}
          aria-label={sayMatching('show-in-sheet-of', { category })}
          onClick={() => void act.showCategory(category)}
        >
          {sayMatching('show-in-sheet')}
        </Button>
        {still > open.look && (
          <Button
            size="small"
            disabledFocusable={waits}
            aria-label={sayMatching('apply-of', { category })}
            onClick={onPreview}
          >
            {sayMatching('apply')}
          </Button>
        )}
      </div>
    </section>
  );
}
