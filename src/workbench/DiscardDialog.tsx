import { Button, Dialog, DialogActions, DialogBody, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { say } from '../core/kernel/pane-words';

interface Props {
  readonly open: boolean;
  readonly name: string;
  readonly onAnswer: (discard: boolean) => void;
}

/** Asks before changes that are not saved are lost; Escape keeps them. */
export function DiscardDialog({ open, name, onAnswer }: Props) {
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onAnswer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('bench-discard', { name })}</DialogTitle>
          <DialogActions>
            <Button appearance="primary" onClick={() => onAnswer(false)}>
              {say('bench-discard-no')}
            </Button>
            <Button onClick={() => onAnswer(true)}>{say('bench-discard-yes')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
