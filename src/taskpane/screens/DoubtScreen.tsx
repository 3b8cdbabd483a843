import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { say } from '../../core/kernel/pane-words';
import { useLayout } from '../parts/layout';
import { ScreenFrame } from '../parts/ScreenFrame';
import { Theirs } from '../parts/Theirs';
import type { Doubt } from '../state/pane-state';
import { refusalText } from '../state/phrases';
import { usePane } from '../state/use-pane';

/** Asks before a download that looks like the wrong one is merged. */
export function DoubtScreen({ doubt }: { readonly doubt: Doubt }) {
  const { act } = usePane();
  const layout = useLayout();
  return (
    <ScreenFrame title={say('doubt-title')} onBack={act.back}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={layout.wrapping}>
          <Theirs text={refusalText(doubt.refusal)} />
        </MessageBarBody>
      </MessageBar>
      <p className={layout.text}>{say('doubt-nothing-yet')}</p>
      <Button appearance="primary" className={layout.wide} onClick={act.back}>
        {say('cancel')}
      </Button>
      <Button className={layout.wide} onClick={() => void act.importAllTheSame(doubt)}>
        {say('doubt-all-the-same')}
      </Button>
    </ScreenFrame>
  );
}
