import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { RegisterChange, RegisterLook } from '../../core/reconcile/register/opened-register';
import { useLayout } from '../parts/layout';
import { RegisterColumns } from '../parts/RegisterColumns';
import { RegisterHeadings } from '../parts/RegisterHeadings';
import { RegisterMeaning } from '../parts/RegisterMeaning';
import { RegisterPreview } from '../parts/RegisterPreview';
import { RegisterSheets } from '../parts/RegisterSheets';
import { RegisterTotals } from '../parts/RegisterTotals';
import { RowReasons } from '../parts/RowReasons';
import { ScreenFrame } from '../parts/ScreenFrame';
import { Theirs } from '../parts/Theirs';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';

/** How a register is read, to be corrected before it is taken. */
export function RegisterScreen({ look }: { readonly look: RegisterLook }) {
  const { state, act } = usePane();
  const layout = useLayout();
  const [pending, setPending] = useState(0);
  const { shown, sums, canBeTaken } = look;
  const { guesses } = shown;
  const change = (wish: RegisterChange): void => {
    setPending((count) => count + 1);
    void act.changeRegister(wish).finally(() => setPending((count) => count - 1));
  };
  const isReading = pending > 0;
  return (
    <ScreenFrame title={say('register-title')} onBack={() => void act.chooseRegister()}>
      <div className={layout.tight}>
        <p className={layout.text}>
          <Theirs text={say('register-of', { name: look.name })} />
        </p>
        {shown.recalled && <p className={layout.text}>{say('register-recalled')}</p>}
        {guesses > 0 && (
          <p className={layout.text}>{say('register-guesses', { guesses, mark: say('register-guessed') })}</p>
        )}
        {Object.keys(shown.layout.corrections).length > 0 && (
          <span>
            <Button
              size="small"
              onClick={({ currentTarget }) => {
                // The button goes with the corrections; the focus must not fall back to the top of the pane.
                currentTarget.closest('[data-part="screen"]')?.querySelector('h2')?.focus({ preventScroll: true });
                change({ anew: true });
              }}
            >
              {say('register-anew')}
            </Button>
          </span>
        )}
      </div>
      {look.sheets.length > 1 && <RegisterSheets look={look} onChange={change} />}
      <RegisterHeadings shown={shown} onCorrect={(correct) => change({ correct })} />
      <RegisterColumns layout={shown.layout} onCorrect={(correct) => change({ correct })} />
      <RegisterMeaning layout={shown.layout} onCorrect={(correct) => change({ correct })} />
      <RegisterTotals sums={sums} counts={shown.counts} />
      <RegisterPreview shown={shown} />
      <RowReasons
        title={say('register-unreadable', { rows: shown.counts.unreadable })}
        rows={shown.unreadable}
        all={shown.counts.unreadable}
        mark="error"
      />
      <RowReasons
        title={say('register-doubts', { rows: shown.counts.doubts })}
        rows={shown.doubts}
        all={shown.counts.doubts}
        mark="warning"
      />
      {!canBeTaken && !isReading && <p className={layout.text}>{say('register-cannot')}</p>}
      {isReading && <p className={layout.muted}>{say('register-updating')}</p>}
      <Button
        appearance="primary"
        className={layout.wide}
        disabledFocusable={!canBeTaken || isReading || isBusy(state)}
        onClick={() => void act.takeRegister()}
      >
        {say('register-import')}
      </Button>
    </ScreenFrame>
  );
}
