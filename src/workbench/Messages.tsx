import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { momentOf } from '../boundary/moment';
import { say } from '../core/kernel/pane-words';
import { Notice } from '../taskpane/parts/Notice';
import { WorkBar } from '../taskpane/parts/WorkBar';
import type { Bench } from './bench';

/** Below the bar: the work under way, what the last work came to, and work that another tab left behind. */
export function Messages({ bench }: { readonly bench: Bench }) {
  const { work, progress, message, kept } = useSyncExternalStore(bench.watch, bench.state);
  return (
    <>
      {work !== undefined && <WorkBar work={work} progress={progress} onStop={bench.stop} />}
      {message !== undefined && <Notice message={message} onDismiss={bench.dismiss} onUndo={undefined} />}
      {kept.map((one) => (
        <MessageBar key={one.id} intent="info">
          <MessageBarBody>{say('bench-kept', { name: one.name, at: spoken(one.at) })}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void bench.resume(one)}>{say('bench-resume')}</Button>
            <Button onClick={() => void bench.erase(one)}>{say('bench-erase')}</Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </>
  );
}

function spoken(at: number): string {
  const { today, time } = momentOf(new Date(at));
  return `${today} ${time}`;
}
