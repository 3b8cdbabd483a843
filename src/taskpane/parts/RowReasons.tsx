import { useId } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { RowReason } from '../../core/reconcile/register/reading';
import { useMore } from '../state/use-more';
import { JumpLine } from './JumpLine';
import { useLayout } from './layout';
import { Mark } from './Mark';
import { MoreButton } from './MoreButton';

interface Props {
  readonly title: string;
  readonly rows: readonly RowReason[];
  /** how many there are, of which `rows` are the first */
  readonly all: number;
  readonly mark: 'error' | 'warning';
}

/** Rows of a register with the reason for which each was not read, or should be looked at. */
export function RowReasons({ title, rows, all, mark }: Props) {
  const layout = useLayout();
  const id = useId();
  const { shown, next, more } = useMore(rows);
  if (rows.length === 0) return null;
  return (
    <section className={layout.tight} aria-labelledby={id}>
      <h3 id={id} className={layout.heading}>
        {title}
      </h3>
      <ul className={layout.lines}>
        {shown.map(({ row, reason }, index) => (
          <li key={index}>
            <JumpLine
              mark={<Mark kind={mark} />}
              where={say('register-reason', { row: String(row) })}
              document=""
              message={reason}
              onJump={undefined}
            />
          </li>
        ))}
      </ul>
      <MoreButton next={next} shown={shown.length} all={all} onMore={more} />
    </section>
  );
}
