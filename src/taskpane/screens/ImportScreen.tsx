import { Button, mergeClasses, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { Fragment, useId } from 'react';
import { say } from '../../core/kernel/pane-words';
import { note as sentence } from '../../core/kernel/sentences';
import { inRupees } from '../../core/kernel/money';
import type { ImportReport, SheetCounts } from '../../core/tasks/import-new';
import type { SheetOverview } from '../../core/tasks/overview';
import { useLayout } from '../parts/layout';
import { MoreButton } from '../parts/MoreButton';
import { ScreenFrame } from '../parts/ScreenFrame';
import type { ImportOutcome } from '../pane-desk';
import { standing } from '../state/phrases';
import { useMore } from '../state/use-more';
import { usePane } from '../state/use-pane';

/** What a download brought, and where it left earlier work. */
export function ImportScreen({ outcome: { report, merged } }: { readonly outcome: ImportOutcome }) {
  const { act, state } = usePane();
  const layout = useLayout();
  const id = useId();
  const all = Object.entries(report.sheets);
  const filled = all.filter(([, counts]) => counts.records + counts.withdrawn > 0);
  const withdrawn = sumOf(filled.map(([, counts]) => counts.withdrawn));
  const empty = all.filter((entry) => !filled.includes(entry)).map(([sheet]) => sheet);
  const notHandled = Object.entries(report.notHandled);
  return (
    <ScreenFrame title={say(merged ? 'merge-title' : 'import-title')} onBack={act.back}>
      <p className={layout.text}>
        <span className={layout.strong}>{sumText(filled)}</span>
        {withdrawn > 0 && <> {say('merge-sum-withdrawn', { count: withdrawn })}</>}
        {merged && filled.some(([, { unchanged }]) => unchanged > 0) && <> {say('merge-sum')}</>}
      </p>
      {report.gstin === '' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={layout.wrapping}>{say('import-gstin')}</MessageBarBody>
        </MessageBar>
      )}
      <section className={layout.tight} aria-labelledby={id}>
        <h3 id={id} className={layout.heading}>
          {say('import-by-sheet')}
        </h3>
        <ul className={layout.list}>
          {filled.map(([sheet, counts]) => (
            <li key={sheet}>
              <span className={layout.strong}>{sheet}</span>
              {standing(counts) > 0 && ` ${say('count-records', { records: standing(counts) })}`}
              {merged && <Changes counts={counts} />}
              {standing(counts) > 0 && <Content sheet={sheet} sheets={state.overview?.sheets ?? []} />}
            </li>
          ))}
        </ul>
        {empty.length > 0 && <p className={layout.muted}>{say('import-empty-sheets', { sheets: empty.join(', ') })}</p>}
      </section>
      {notHandled.length > 0 && (
        <section className={layout.tight}>
          <h3 className={layout.heading}>{say('import-not-handled')}</h3>
          {notHandled.map(([section, count]) => (
            <p key={section} className={layout.text}>
              {say('import-not-handled-line', { section, records: count })}
            </p>
          ))}
        </section>
      )}
      <Warnings report={report} />
      <Button appearance="primary" className={layout.wide} onClick={() => act.go('record')}>
        {say('import-next')}
      </Button>
    </ScreenFrame>
  );
}

function Warnings({ report: { warnings } }: { readonly report: ImportReport }) {
  const layout = useLayout();
  // Said above already, with the place to type it.
  const others = warnings.filter((warning) => warning !== sentence('recipient-unknown'));
  const { shown, next, more } = useMore(others);
  if (others.length === 0) return null;
  return (
    <details open className={layout.text}>
      <summary className={layout.summary} tabIndex={0}>
        {say('import-warnings', { count: others.length })}
      </summary>
      <ul className={layout.steps}>
        {shown.map((warning, index) => (
          <li key={index}>{warning}</li>
        ))}
      </ul>
      <MoreButton next={next} shown={shown.length} all={others.length} onMore={more} />
    </details>
  );
}

function sumText(filled: readonly (readonly [string, SheetCounts])[]): string {
  const still = filled.map(([, counts]) => standing(counts)).filter((records) => records > 0);
  return say('import-sum', { records: sumOf(still), sheets: still.length });
}

/** What is on the sheets of a record type now. */
function Content({ sheet: name, sheets }: { readonly sheet: string; readonly sheets: readonly SheetOverview[] }) {
  const layout = useLayout();
  const own = sheets.filter(({ sheet }) => sheet === name || sheet.startsWith(`${name} (`));
  const sum = (of: (sheet: SheetOverview) => number): number => own.reduce((all, sheet) => all + of(sheet), 0);
  const actioned = sum(({ records, noAction }) => records - noAction);
  const blocked = sum(({ pendingBlocked }) => pendingBlocked);
  const parts = [
    say('import-amounts', { taxable: inRupees(sum(({ taxable }) => taxable)), tax: inRupees(sum(({ tax }) => tax)) }),
    actioned > 0 && say('import-actioned', { records: actioned }),
    blocked > 0 && say('import-blocked', { records: blocked }),
  ].filter((text) => text !== false);
  return <p className={mergeClasses(layout.muted, layout.figures)}>{parts.join(' · ')}</p>;
}

/** `41 new · 3 changed by the supplier`: what did not happen is left out. */
function Changes({ counts }: { readonly counts: SheetCounts }) {
  const layout = useLayout();
  const changes = [
    counts.new > 0 && say('count-new', { count: counts.new }),
    counts.changed > 0 && say('count-changed', { count: counts.changed }),
    counts.withdrawn > 0 && say('count-withdrawn', { count: counts.withdrawn }),
    counts.unchanged > 0 && say('count-unchanged', { count: counts.unchanged }),
  ].filter((text) => text !== false);
  return (
    <p className={mergeClasses(layout.muted, layout.figures)}>
      {changes.map((text, index) => (
        <Fragment key={text}>
          {index > 0 && ' · '}
          <span className={layout.whole}>{text}</span>
        </Fragment>
      ))}
    </p>
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
