import { useId } from 'react';
import { say } from '../../core/kernel/pane-words';
import { meaningOf } from '../../core/language/portal-message';
import { JumpLine } from '../parts/JumpLine';
import { useLayout } from '../parts/layout';
import { Mark } from '../parts/Mark';
import { MoreButton } from '../parts/MoreButton';
import { ScreenFrame } from '../parts/ScreenFrame';
import { Steps } from '../parts/Steps';
import type { ErrorsOutcome } from '../pane-desk';
import { errorsText } from '../state/phrases';
import { useMore } from '../state/use-more';
import { usePane } from '../state/use-pane';

/** The portal's messages: where they stand, and how to go on. */
export function ErrorsScreen({ outcome: { report, places } }: { readonly outcome: ErrorsOutcome }) {
  const { act } = usePane();
  const layout = useLayout();
  const [placedId, unplacedId] = [useId(), useId()];
  const placed = useMore(places);
  const unplaced = useMore(report.unplaced);
  const none = report.placed === 0 && report.unplaced.length === 0;
  const unexplained =
    places.some(({ meaning }) => meaning === '') || report.unplaced.some(({ message }) => meaningOf(message) === '');
  return (
    <ScreenFrame title={say('errors-title')} onBack={act.back}>
      <p className={layout.text}>{none ? say('errors-none') : errorsText(report)}</p>
      {unexplained && <p className={layout.muted}>{say('errors-unexplained')}</p>}
      {places.length > 0 && (
        <section className={layout.tight} aria-labelledby={placedId}>
          <h3 id={placedId} className={layout.heading}>
            {say('errors-placed')}
          </h3>
          <ul className={layout.lines}>
            {placed.shown.map(({ sheet, row, number, message, meaning }) => (
              <li key={`${sheet} ${String(row)}`}>
                <JumpLine
                  mark={<Mark kind="error" />}
                  where={say('errors-line', { sheet, row: String(row + 1) })}
                  document={number}
                  message={message}
                  meaning={meaning}
                  onJump={() => void act.goTo({ sheet, row }, null)}
                />
              </li>
            ))}
          </ul>
          <MoreButton next={placed.next} shown={placed.shown.length} all={places.length} onMore={placed.more} />
        </section>
      )}
      {report.unplaced.length > 0 && (
        <section className={layout.tight} aria-labelledby={unplacedId}>
          <h3 id={unplacedId} className={layout.heading}>
            {say('errors-unplaced')}
          </h3>
          <p className={layout.muted}>{say('errors-unplaced-hint')}</p>
          <ul className={layout.lines}>
            {unplaced.shown.map(({ section, gstin, number, message }, index) => (
              <li key={index}>
                <JumpLine
                  mark={<Mark kind="look" />}
                  where={[section, gstin].filter((part) => part !== '').join(', ')}
                  document={number}
                  message={message}
                  meaning={meaningOf(message)}
                  onJump={undefined}
                />
              </li>
            ))}
          </ul>
          <MoreButton
            next={unplaced.next}
            shown={unplaced.shown.length}
            all={report.unplaced.length}
            onMore={unplaced.more}
          />
        </section>
      )}
      {!none && (
        <Steps title={say('errors-next')} steps={[say('errors-next-1'), say('errors-next-2'), say('errors-next-3')]} />
      )}
    </ScreenFrame>
  );
}
