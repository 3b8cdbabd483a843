import { Button } from '@fluentui/react-components';
import { say } from '../../core/kernel/pane-words';
import type { Folded } from '../state/use-folded';

/** Shows all of a text that is too long for the pane, or its beginning again. */
export function FoldButton({ fold }: { readonly fold: NonNullable<Folded['fold']> }) {
  return (
    <span>
      <Button size="small" appearance="subtle" aria-expanded={fold.open} onClick={fold.toggle}>
        {say(fold.open ? 'fold' : 'unfold')}
      </Button>
    </span>
  );
}
