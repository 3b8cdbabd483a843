import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { sayMatching } from '../../core/kernel/matching-words';
import { say } from '../../core/kernel/pane-words';
import { safeCategories, type Category } from '../../core/reconcile/category';
import type { MatchingLook, MatchingPreview } from '../pane-matching';
import { CategoryCard } from '../parts/CategoryCard';
import { CategoryCheck } from '../parts/CategoryCheck';
import { useLayout } from '../parts/layout';
import { Mark } from '../parts/Mark';
import { MemoryFile } from '../parts/MemoryFile';
import { ScreenFrame } from '../parts/ScreenFrame';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';

/** What the comparison with the books came to, category by category. */
export function ReconcileScreen({ look }: { readonly look: MatchingLook }) {
  const { act } = usePane();
  useRenewal();
  const [plan, setPlan] = useState<MatchingPreview>();
  if (plan !== undefined) {
    const leave = (): void => setPlan(undefined);
    return (
      <ScreenFrame key="check" title={say('bulk-check-title')} onBack={leave}>
        <CategoryCheck preview={plan} onLeave={leave} />
      </ScreenFrame>
    );
  }
  const preview = async (categories: readonly Category[]): Promise<void> =>
    setPlan(await act.previewMatching(categories));
  return (
    <ScreenFrame key="cards" title={sayMatching('title')} onBack={act.back}>
      <Compared look={look} />
      <Safe look={look} onPreview={() => void preview(safeCategories)} />
      <Cards look={look} onPreview={(category) => void preview([category])} />
      <MemoryFile counts={look.remembered} />
    </ScreenFrame>
  );
}

/** Whatever the desk tells of the workbook, the cards follow. */
function useRenewal(): void {
  const { state, act } = usePane();
  const { overview } = state;
  const last = useRef(overview);
  useEffect(() => {
    if (last.current === overview) return;
    last.current = overview;
    void act.renewMatching();
  }, [act, overview]);
}

/** With what the records were compared, and whether the sheets say the same. */
function Compared({ look: { register, shown, outdated } }: { readonly look: MatchingLook }) {
  const { state, act } = usePane();
  const layout = useLayout();
  const { file, sheet, readAt: at, documents } = register;
  return (
    <>
      <div className={layout.tight}>
        <p className={layout.muted}>{sayMatching('register', { file, sheet, at, documents })}</p>
        {shown !== '' && <p className={layout.muted}>{sayMatching('shown', { shown })}</p>}
      </div>
      {outdated && (
        <div className={layout.panel} role="status">
          <p className={mergeClasses(layout.text, layout.line)}>
            <Mark kind="look" />
            <span>{sayMatching(shown === '' ? 'not-written' : 'outdated')}</span>
          </p>
          <Button appearance="primary" disabledFocusable={isBusy(state)} onClick={() => void act.startMatching()}>
            {say('start-matching')}
          </Button>
        </div>
      )}
    </>
  );
}

interface PartProps<Preview> {
  readonly look: MatchingLook;
  readonly onPreview: Preview;
}

function Safe({ look: { cards, outdated }, onPreview }: PartProps<() => void>) {
  const { state } = usePane();
  const layout = useLayout();
  const open = cards.reduce(
    (sum, card) => (safeCategories.some((name) => name === card.category) ? sum + card.open.Accepted : sum),
    0,
  );
  return (
    <section className={layout.tight}>
      {open > 0 && (
        <Button
          appearance={outdated ? 'secondary' : 'primary'}
          className={mergeClasses(layout.wide, layout.wrapping)}
          disabledFocusable={isBusy(state)}
          onClick={onPreview}
        >
          {sayMatching('accept-safe', { records: open })}
        </Button>
      )}
      <p className={layout.muted}>{sayMatching(open > 0 ? 'safe-about' : 'safe-none')}</p>
    </section>
  );
}

function Cards({ look: { cards }, onPreview }: PartProps<(category: Category) => void>) {
  const { state, act } = usePane();
  const layout = useLayout();
  const id = useId();
  const isEmpty = ({ records, documents }: MatchingLook['cards'][number]): boolean => records + documents === 0;
  const none = cards.filter(isEmpty).map(({ category }) => category);
  return (
    <section className={layout.near} aria-labelledby={id}>
      <h3 id={id} className={layout.heading}>
        {sayMatching('cards')}
      </h3>
      {cards
        .filter((card) => !isEmpty(card))
        .map((card) => (
          <CategoryCard key={card.category} card={card} onPreview={() => onPreview(card.category)} />
        ))}
      <Button disabledFocusable={isBusy(state)} onClick={() => void act.showAllRows()}>
        {sayMatching('show-all-rows')}
      </Button>
      {none.length > 0 && <p className={layout.muted}>{sayMatching('none', { categories: none.join(', ') })}</p>}
    </section>
  );
}
