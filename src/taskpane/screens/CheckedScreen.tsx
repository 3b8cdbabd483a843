import { mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { Finding } from '../../core/kernel/finding';
import { FindingList } from '../parts/FindingList';
import { useLayout } from '../parts/layout';
import { Mark } from '../parts/Mark';
import { MoreButton } from '../parts/MoreButton';
import { ScreenFrame } from '../parts/ScreenFrame';
import type { Checked } from '../pane-desk';
import { checkedText } from '../state/phrases';
import { useMore } from '../state/use-more';
import { usePane } from '../state/use-pane';

/** What Validate found, each line a way to its cell. */
export function CheckedScreen({ checked }: { readonly checked: Checked }) {
  const { act } = usePane();
  const layout = useLayout();
  const ordered = useMemo(() => bySheet(checked), [checked]);
  const { shown, next, more } = useMore(ordered);
  const { sheet, errors, warnings, sheets, noFile } = checked;
  const found = errors + warnings;
  return (
    <ScreenFrame title={say(sheet === undefined ? 'check-all-title' : 'check-title')} onBack={act.back}>
      {noFile !== undefined && (
        <p className={mergeClasses(layout.panel, layout.text)}>
          <span className={layout.line}>
            <Mark kind="failed" />
            <span>{say('check-no-file', { why: noFile })}</span>
          </span>
        </p>
      )}
      {found === 0 ? (
        <p className={mergeClasses(layout.panel, layout.text)}>
          <span className={layout.line}>
            <Mark kind="passed" />
            <span>{cleanText(checked)}</span>
          </span>
        </p>
      ) : (
        <>
          <p className={mergeClasses(layout.text, layout.strong)}>{checkedText(sheet, errors, warnings)}</p>
          <p className={layout.muted}>{say('check-hint')}</p>
          {found > checked.findings.length && (
            <p className={layout.muted}>{say('check-capped', { shown: checked.findings.length })}</p>
          )}
          {groups(shown).map((group) => {
            const counts = sheets.find((counted) => counted.sheet === group.sheet);
            return (
              <section key={group.sheet} className={layout.tight} aria-label={group.sheet}>
                {(sheet === undefined || group.sheet !== sheet) && (
                  <h3 className={layout.heading}>
                    {counts === undefined ? group.sheet : checkedText(group.sheet, counts.errors, counts.warnings)}
                  </h3>
                )}
                <FindingList findings={group.findings} />
              </section>
            );
          })}
          <MoreButton next={next} shown={shown.length} all={ordered.length} onMore={more} />
        </>
      )}
    </ScreenFrame>
  );
}

function cleanText({ sheet, noFile }: Checked): string {
  if (sheet !== undefined) return say('check-clean-sheet', { sheet });
  return say(noFile === undefined ? 'check-clean' : 'check-clean-records');
}

/** The findings sheet after sheet in the order of the tabs; within a sheet as they came, errors first. */
function bySheet({ findings, sheets }: Checked): readonly Finding[] {
  const place = new Map(sheets.map(({ sheet }, index) => [sheet, index]));
  const at = (finding: Finding): number => place.get(finding.sheet) ?? sheets.length;
  return [...findings].sort((a, b) => at(a) - at(b));
}

function groups(findings: readonly Finding[]): { readonly sheet: string; readonly findings: Finding[] }[] {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = found.get(finding.sheet);
    if (group === undefined) found.set(finding.sheet, [finding]);
    else group.push(finding);
  }
  return [...found].map(([sheet, members]) => ({ sheet, findings: members }));
}
