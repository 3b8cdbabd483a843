import { Button, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { sayMatching } from '../../core/kernel/matching-words';
import type { MemoryCounts } from '../../core/reconcile/memory';
import type { DeliveredFile } from '../state/matching-actions';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';
import { FileButton } from './FileButton';
import { useLayout } from './layout';

/** What is remembered of a client, and its ways into another workbook. */
export function MemoryFile({ counts }: { readonly counts: MemoryCounts }) {
  const { state, act } = usePane();
  const layout = useLayout();
  const id = useId();
  const [delivered, setDelivered] = useState<DeliveredFile>();
  const { linked, parted, layouts } = counts;
  const look = { size: 'small', disabledFocusable: isBusy(state) } as const;
  return (
    <section className={layout.tight} aria-labelledby={id}>
      <h3 id={id} className={layout.heading}>
        {sayMatching('memory-title')}
      </h3>
      <p className={layout.muted}>{sayMatching('memory-about', { linked, parted, layouts })}</p>
      <div className={layout.row}>
        <Button {...look} onClick={() => void act.exportMemory().then(setDelivered)}>
          {sayMatching('memory-export')}
        </Button>
        <FileButton
          {...look}
          text={sayMatching('memory-import')}
          multiple={false}
          onFiles={([file]) => file !== undefined && void act.importMemory(file)}
        />
      </div>
      <p className={layout.text} role="status">
        {delivered?.text}
      </p>
      {delivered?.way === 'shown' && (
        <Textarea
          className={layout.entry}
          readOnly
          rows={6}
          value={delivered.file.text}
          aria-label={sayMatching('memory-text', { name: delivered.file.name })}
          onFocus={(event) => event.target.select()}
        />
      )}
    </section>
  );
}
