import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ShieldCheckmark16Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { isGstin } from '../../core/kernel/gstin';
import { say } from '../../core/kernel/pane-words';
import type { Overview } from '../../core/tasks/overview';
import { useFolded } from '../state/use-folded';
import { FoldButton } from './FoldButton';
import { useLayout } from './layout';
import { Theirs } from './Theirs';

const useStyles = makeStyles({
  header: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  periods: { fontWeight: tokens.fontWeightRegular },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  promise: { display: 'inline-flex', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  shield: { color: tokens.colorBrandForeground1, flexShrink: 0 },
});

/** Whose records these are, of which months, as of when. */
export function PaneHeader({ overview }: { readonly overview: Overview | undefined }) {
  const styles = useStyles();
  const layout = useLayout();
  const ours = overview?.isOurs === true;
  const name = useFolded(overview?.name ?? '');
  return (
    <header className={styles.header}>
      {ours ? (
        <h1 className={styles.title}>
          <span className={layout.hidden}>{say('pane-title-of', { gstin: '' })}</span>
          {gstinText(overview.gstin)}
          {overview.name !== '' && (
            <>
              {' · '}
              <span title={name.fold && overview.name}>
                <Theirs text={name.shown} />
              </span>
            </>
          )}
          {overview.periods !== '' && (
            <span className={styles.periods}>
              {' · '}
              <span className={layout.whole}>{overview.periods}</span>
            </span>
          )}
        </h1>
      ) : (
        <h1 className={styles.title}>{say('pane-title')}</h1>
      )}
      {name.fold !== undefined && <FoldButton fold={name.fold} />}
      <p className={mergeClasses(layout.muted, styles.facts)}>
        {ours && overview.importedAt !== '' && <span>{say('pane-imported', { at: overview.importedAt })}</span>}
        <span className={styles.promise}>
          <ShieldCheckmark16Regular className={styles.shield} />
          {say('pane-nothing-leaves')}
        </span>
      </p>
    </header>
  );
}

function gstinText(gstin: string): string {
  if (gstin === '') return say('pane-gstin-unknown');
  return isGstin(gstin) ? gstin : say('pane-gstin-wrong', { gstin });
}
