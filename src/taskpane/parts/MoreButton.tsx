import { Button } from '@fluentui/react-components';
import { say } from '../../core/kernel/pane-words';
import { useLayout } from './layout';

interface Props {
  readonly next: number;
  readonly shown: number;
  readonly all: number;
  readonly onMore: () => void;
}

export function MoreButton({ next, shown, all, onMore }: Props) {
  const layout = useLayout();
  if (next === 0) return null;
  return (
    <div className={layout.row}>
      <Button size="small" onClick={onMore}>
        {say('show-more', { count: next })}
      </Button>
      <span className={layout.muted}>{say('shown-of', { shown, all })}</span>
    </div>
  );
}
