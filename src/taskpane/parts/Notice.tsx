import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { say } from '../../core/kernel/pane-words';
import type { Message } from '../state/pane-state';

const useStyles = makeStyles({
  body: { overflowWrap: 'anywhere', whiteSpace: 'normal', lineHeight: tokens.lineHeightBase300, minWidth: 0 },
});

interface Props {
  readonly message: Message;
  readonly onDismiss: () => void;
  readonly onUndo: (() => void) | undefined;
}

/** What the last step came to, where that needs no screen of its own. */
export function Notice({ message, onDismiss, onUndo }: Props) {
  const styles = useStyles();
  return (
    <div role={message.intent === 'success' || message.intent === 'info' ? 'status' : 'alert'}>
      <MessageBar intent={message.intent} layout="multiline" politeness="polite">
        <MessageBarBody className={styles.body}>
          {onUndo === undefined ? message.text : `${message.text} ${say('undo-here')}`}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={say('dismiss')}
              onClick={onDismiss}
            />
          }
        >
          {onUndo !== undefined && <Button onClick={onUndo}>{say('undo')}</Button>}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
