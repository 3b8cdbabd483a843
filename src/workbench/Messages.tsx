import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { momentOf } from '../boundary/moment';
import { say } from '../core/kernel/pane-words';
import { Notice } from '../taskpane/parts/Notice';
import { WorkBar } from '../taskpane/parts/WorkBar';
import type { Bench } from './bench';
import { DiscardDialog } from './DiscardDialog';
import type { KeptWork } from './kept-work';

/** Below the bar: the work under way, what the last work came to, and work that another tab left behind. */
export function Messages({ bench }: { readonly bench: Bench }) {
  const { work, progress, message, kept } = useSyncExternalStore(bench.watch, bench.state);
  /** stays while its question closes, and is asked about while `isAsking` */
  const [asked, setAsked] = useState<KeptWork>();
  const [isAsking, setAsking] = useState(false);
  const ask = (one: KeptWork): void => {
    setAsked(one);
    setAsking(true);
  };
  const answer = (erase: boolean): void => {
    setAsking(false);
    if (erase && asked !== undefined) void bench.erase(asked);
  };
  return (
    <>
      {work !== undefined && <WorkBar work={work} progress={progress} onStop={bench.stop} />}
      {message !== undefined && <Notice message={message} onDismiss={bench.dismiss} onUndo={undefined} />}
      {kept.map((one) => (
        <MessageBar key={one.id} intent="info">
          <MessageBarBody>{say('bench-kept', { name: one.name, at: spoken(one.at) })}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void bench.resume(one)}>{say('bench-resume')}</Button>
            <Button onClick={() => ask(one)}>{say('bench-erase')}</Button>
          </MessageBarActions>
        </MessageBar>
      ))}
      <DiscardDialog
        open={isAsking}
        question={asked === undefined ? '' : say('bench-erase-ask', { name: asked.name, at: spoken(asked.at) })}
        yes={say('bench-erase-yes')}
        no={say('bench-erase-no')}
        onAnswer={answer}
      />
    </>
  );
}

function spoken(at: number): string {
  const { today, time } = momentOf(new Date(at));
  return `${today} ${time}`;
}
