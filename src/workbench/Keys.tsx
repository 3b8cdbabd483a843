import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Keyboard20Regular } from '@fluentui/react-icons/svg/keyboard';
import { say, type WordId } from '../core/kernel/pane-words';

const useStyles = makeStyles({
  part: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  keys: { fontFamily: tokens.fontFamilyBase, fontWeight: tokens.fontWeightSemibold },
  what: { margin: 0 },
});

/** Which keys do what, by where they do it. Keys that do the same stand in one line. */
const keysOf: readonly (readonly [part: WordId, keys: readonly (readonly [keys: string, what: WordId])[]])[] = [
  [
    'keys-part-page',
    [
      ['F6', 'keys-next-part'],
      ['Shift+F6', 'keys-last-part'],
      ['Ctrl+S', 'keys-save'],
      ['Ctrl+F1', 'keys-fold'],
    ],
  ],
  [
    'keys-part-cells',
    [
      ['Alt+↓', 'keys-list'],
      ['F2', 'keys-edit'],
      ['Ctrl+← ↑ → ↓', 'keys-move'],
      ['Home', 'keys-row-start'],
      ['Ctrl+Home', 'keys-top'],
      ['Ctrl+End', 'keys-last'],
      ['Page Down, Page Up', 'keys-page'],
      ['Ctrl+Alt+Page Down, Page Up', 'keys-sheet'],
      ['Shift+Space', 'keys-row'],
      ['Shift+F10', 'keys-menu'],
      ['Ctrl+F', 'keys-find'],
      ['Ctrl+Z, Ctrl+Y', 'keys-undo'],
      ['Ctrl+C, Ctrl+X, Ctrl+V', 'keys-copy'],
      ['Ctrl+Shift+L', 'keys-filter'],
    ],
  ],
  [
    'keys-part-entry',
    [
      ['Enter, Tab', 'keys-enter'],
      ['Alt+Enter', 'keys-line'],
      ['Esc', 'keys-escape'],
    ],
  ],
  ['keys-part-record', [['A, R, P, N', 'keys-accept']]],
];

/** A button, and the keys that it lists. */
export function Keys() {
  const styles = useStyles();
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<Keyboard20Regular />}>
          {say('keys-button')}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('keys-title')}</DialogTitle>
          <DialogContent tabIndex={0}>
            {keysOf.map(([part, keys]) => (
              <section key={part}>
                <h3 className={styles.part}>{say(part)}</h3>
                <dl className={styles.list}>
                  {keys.map(([names, what]) => [
                    <dt key={names} className={styles.keys}>
                      {onThisComputer(names)}
                    </dt>,
                    <dd key={what} className={styles.what}>
                      {say(what)}
                    </dd>,
                  ])}
                </dl>
              </section>
            ))}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary">{say('keys-close')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** A Mac has ⌘ where other computers have Ctrl. */
export function onThisComputer(keys: string): string {
  return navigator.userAgent.includes('Mac') ? keys.replaceAll('Ctrl', '⌘') : keys;
}
