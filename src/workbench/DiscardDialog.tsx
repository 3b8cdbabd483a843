import { Button, Dialog, DialogActions, DialogBody, DialogSurface, DialogTitle } from '@fluentui/react-components';

interface Props {
  readonly open: boolean;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (discard: boolean) => void;
}

/** Asks before something is lost; Escape keeps it. */
export function DiscardDialog({ open, question, yes, no, onAnswer }: Props) {
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onAnswer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{question}</DialogTitle>
          <DialogActions>
            <Button appearance="primary" onClick={() => onAnswer(false)}>
              {no}
            </Button>
            <Button onClick={() => onAnswer(true)}>{yes}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
