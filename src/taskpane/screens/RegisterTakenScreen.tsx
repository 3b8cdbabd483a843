import { Button, mergeClasses } from '@fluentui/react-components';
import { say } from '../../core/kernel/pane-words';
import { useLayout } from '../parts/layout';
import { Mark } from '../parts/Mark';
import { RegisterTotals } from '../parts/RegisterTotals';
import { RowReasons } from '../parts/RowReasons';
import { ScreenFrame } from '../parts/ScreenFrame';
import type { RegisterTaken } from '../pane-register';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';

/** What was taken of a register, and what was not. */
export function RegisterTakenScreen({ taken: { name, sheets, sums } }: { readonly taken: RegisterTaken }) {
  const { state, act } = usePane();
  const layout = useLayout();
  return (
    <ScreenFrame title={say('register-done-title')} onBack={act.back}>
      <p className={mergeClasses(layout.text, layout.line)}>
        <Mark kind="passed" />
        <span className={layout.strong}>{say('register-done', { documents: sums.documents, name })}</span>
      </p>
      <ul className={layout.list}>
        {sheets.map(({ name: sheet, documents, counts }) => (
          <li key={sheet} className={layout.text}>
            {say('register-done-sheet', { sheet, documents, unreadable: counts.unreadable })}
          </li>
        ))}
      </ul>
      <RegisterTotals sums={sums} />
      {sheets.map(({ name: sheet, unreadable, counts }) => (
        <RowReasons
          key={sheet}
          title={say('register-done-unread', { sheet })}
          rows={unreadable}
          all={counts.unreadable}
          mark="error"
        />
      ))}
      <p className={layout.muted}>{say('register-done-held')}</p>
      <Button
        appearance="primary"
        className={layout.wide}
        disabledFocusable={isBusy(state)}
        onClick={() => void act.startMatching()}
      >
        {say('start-matching')}
      </Button>
      <Button className={layout.wide} disabledFocusable={isBusy(state)} onClick={() => void act.chooseRegister()}>
        {say('register-again')}
      </Button>
    </ScreenFrame>
  );
}
