import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  shorthands,
  tokens,
} from '@fluentui/react-components';
import { say, type WordId } from '../../core/kernel/pane-words';
import { screens, type Screen } from '../state/pane-state';
import { NARROW } from './layout';

const names = {
  home: 'nav-home',
  record: 'nav-record',
  bulk: 'nav-bulk',
  settings: 'nav-settings',
} as const satisfies Record<Screen, WordId>;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    justifyContent: 'space-between',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    position: 'relative',
    minHeight: '36px',
    height: '100%',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    ...shorthands.borderStyle('none'),
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1Hover, backgroundColor: tokens.colorNeutralBackground1Hover },
    ...createCustomFocusIndicatorStyle({ outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' }),
    [NARROW]: {
      fontSize: tokens.fontSizeBase200,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: tokens.spacingHorizontalS,
      right: tokens.spacingHorizontalS,
      bottom: 0,
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
});

/** Screens, not tabs of one form: links to places in the pane, so that no key has a second meaning. */
export function ScreenTabs({ screen, onGo }: { readonly screen: Screen; readonly onGo: (screen: Screen) => void }) {
  const styles = useStyles();
  return (
    <nav aria-label={say('nav-label')}>
      <ul className={styles.list}>
        {screens.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={mergeClasses(styles.tab, name === screen && styles.chosen)}
              aria-current={name === screen ? 'page' : undefined}
              onClick={() => onGo(name)}
            >
              {say(names[name])}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
