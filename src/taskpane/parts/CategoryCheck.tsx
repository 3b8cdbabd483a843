import { mergeClasses } from '@fluentui/react-components';
import { sayMatching } from '../../core/kernel/matching-words';
import { inRupees } from '../../core/kernel/money';
import { safeCategories, type Category } from '../../core/reconcile/category';
import type { AppliedAnswer, AppliedSum } from '../../core/tasks/apply-suggestions';
import type { MatchingPreview } from '../pane-matching';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';
import { Mark } from './Mark';
import { PreviewCheck } from './PreviewCheck';

const itcWords = { full: 'itc-full', partial: 'itc-partial', nil: 'itc-nil' } as const;

/** What the comparison suggests, before it is written. */
export function CategoryCheck({
  preview,
  onLeave,
}: {
  readonly preview: MatchingPreview;
  readonly onLeave: () => void;
}) {
  const { act } = usePane();
  const layout = useLayout();
  const { categories, answers, records } = preview;
  const sumOf = (isCounted: (answer: AppliedAnswer) => boolean): Sum =>
    answers
      .filter(({ answer }) => isCounted(answer))
      .reduce(
        (sum, one) => ({
          records: sum.records + one.records,
          taxable: sum.taxable + one.taxable,
          tax: sum.tax + one.tax,
        }),
        { records: 0, taxable: 0, tax: 0 },
      );
  const accepted = sumOf((answer) => answer !== 'Pending');
  const waiting = sumOf((answer) => answer === 'Pending');
  const itc = (['full', 'partial', 'nil'] as const).flatMap((answer) => {
    const sum = sumOf((one) => one === answer);
    return sum.records === 0 ? [] : [{ answer, sum }];
  });
  const strong = mergeClasses(layout.text, layout.strong);
  return (
    <>
      <p className={layout.muted}>{sayMatching('of-category', { category: categories.join(', ') })}</p>
      {!categories.every(isSafe) && records > 0 && (
        <p className={mergeClasses(layout.panel, layout.text)}>
          <span className={layout.line}>
            <Mark kind="look" />
            <span>{sayMatching('look-first')}</span>
          </span>
        </p>
      )}
      <PreviewCheck preview={preview} onApply={() => act.applyMatching(preview)} onLeave={onLeave}>
        {records === 0 && <p className={strong}>{sayMatching('would-nothing')}</p>}
        {accepted.records > 0 && <p className={strong}>{sayMatching('would-accept', inWords(accepted))}</p>}
        {waiting.records > 0 && <p className={strong}>{sayMatching('would-wait', inWords(waiting))}</p>}
        {records > 0 && <p className={layout.muted}>{sayMatching('notes-taken-off')}</p>}
        {itc.length > 0 && (
          <section className={layout.tight}>
            <h3 className={layout.heading}>{sayMatching('itc-answers')}</h3>
            <ul className={layout.list}>
              {itc.map(({ answer, sum }) => (
                <li key={answer} className={layout.text}>
                  {sayMatching(itcWords[answer], inWords(sum))}
                </li>
              ))}
            </ul>
          </section>
        )}
      </PreviewCheck>
    </>
  );
}

type Sum = Omit<AppliedSum, 'answer'>;

function inWords({ records, taxable, tax }: Sum) {
  return { records, taxable: inRupees(taxable), tax: inRupees(tax) };
}

function isSafe(category: Category): boolean {
  return safeCategories.some((name) => name === category);
}
