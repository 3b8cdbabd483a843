import { say } from '../../core/kernel/pane-words';
import type { Finding } from '../../core/kernel/finding';
import { usePane } from '../state/use-pane';
import { JumpLine } from './JumpLine';
import { useLayout } from './layout';
import { Mark } from './Mark';

interface Props {
  readonly findings: readonly Finding[];
  /** false where the document is plain from what stands around */
  readonly named?: boolean;
}

export function FindingList({ findings, named = true }: Props) {
  const { act } = usePane();
  const layout = useLayout();
  return (
    <ul className={layout.lines}>
      {findings.map((finding, index) => {
        const { row, sheet, column } = finding;
        return (
          <li key={index}>
            <JumpLine
              mark={<Mark kind={finding.severity} />}
              where={whereText(finding)}
              document={named ? finding.document.number : ''}
              message={finding.message}
              onJump={row === null ? undefined : () => void act.goTo({ sheet, row: row - 1 }, column)}
            />
          </li>
        );
      })}
    </ul>
  );
}

function whereText({ row, column }: Finding): string {
  if (row === null) return say('place-none');
  return column === null
    ? say('place-row', { row: String(row) })
    : say('place-row-column', { row: String(row), column });
}
