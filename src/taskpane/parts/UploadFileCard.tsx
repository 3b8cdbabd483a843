import { Button, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { PreFlight } from '../pane-desk';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';

// So small that a file name fits on one line of the usual pane.
const useStyles = makeStyles({ save: { fontSize: tokens.fontSizeBase200, minHeight: '44px' } });

interface Props {
  readonly file: PreFlight['files'][number];
  /** number of the pre-flight that it comes from */
  readonly preFlight: number;
  /** nothing may be saved before the rejections are confirmed */
  readonly locked: boolean;
  readonly primary: boolean;
  readonly onSaved: () => void;
}

/** One file to upload: what it holds, and the ways to get it. */
export function UploadFileCard({ file, preFlight, locked, primary, onSaved }: Props) {
  const { state, act } = usePane();
  const styles = useStyles();
  const layout = useLayout();
  const [told, setTold] = useState('');
  const [saved, setSaved] = useState(false);
  const [open, setOpen] = useState(false);
  const { name, text, actions } = file;
  const waits = locked || isBusy(state);

  const save = async (): Promise<void> => {
    const delivery = await act.deliver({ name, text }, preFlight);
    if (delivery === undefined) return;
    setTold(delivery.text);
    setSaved(true);
    setOpen(delivery.way === 'shown');
    onSaved();
  };
  const copy = async (): Promise<void> => {
    const done = await act.copy({ name, text }, preFlight);
    if (done === undefined) return;
    setTold(done ? say('copied', { name }) : say('not-copied'));
    setOpen(!done);
  };
  return (
    <div className={layout.tight}>
      <p className={mergeClasses(layout.muted, layout.figures)}>
        {say('file-holds', {
          records: file.records,
          accepted: actions.A,
          rejected: actions.R,
          pending: actions.P,
          none: actions.N,
        })}
      </p>
      <Button
        appearance={primary ? 'primary' : 'secondary'}
        className={mergeClasses(layout.wide, layout.wrapping, styles.save)}
        disabledFocusable={waits}
        onClick={() => void save()}
      >
        {say(saved ? 'save-again' : 'save', { name })}
      </Button>
      <Button
        appearance="subtle"
        size="small"
        className={mergeClasses(layout.wide, layout.wrapping)}
        icon={<Copy16Regular />}
        disabledFocusable={waits}
        aria-label={say('copy-of', { name })}
        onClick={() => void copy()}
      >
        {say('copy')}
      </Button>
      <p className={layout.text} role="status">
        {told}
      </p>
      {open && (
        <Textarea
          className={layout.entry}
          readOnly
          rows={6}
          value={text}
          aria-label={say('file-text', { name })}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}
