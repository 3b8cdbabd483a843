import { Badge } from '@fluentui/react-components';
import { say } from '../../core/kernel/pane-words';
import type { Choice } from '../../core/reconcile/register/layout';
import { useLayout } from './layout';

interface Props {
  readonly choice: Choice<unknown> | undefined;
  /** the user chose it himself */
  readonly said?: boolean;
}

/** That something was guessed, and what speaks for it; what the user said, he is told too. */
export function Guessed({ choice, said = false }: Props) {
  const layout = useLayout();
  if (choice === undefined || !(choice.guessed || said)) return null;
  return (
    <span className={layout.muted}>
      {choice.guessed && (
        <>
          <Badge appearance="outline" color="warning" size="small">
            {say('register-guessed')}
          </Badge>{' '}
        </>
      )}
      <bdi>{choice.why}</bdi>
    </span>
  );
}
