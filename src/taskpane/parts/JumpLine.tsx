import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  shorthands,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { beginOf } from '../state/use-folded';
import { useLayout } from './layout';
import { Theirs } from './Theirs';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '32px',
    padding: `6px ${tokens.spacingHorizontalS}`,
    textAlign: 'left',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    ...shorthands.borderStyle('none'),
    borderRadius: tokens.borderRadiusMedium,
  },
  body: { minWidth: 0, overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column' },
  jumps: {
    cursor: 'pointer',
    ':hover': { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Hover}` },
    ...createCustomFocusIndicatorStyle({ outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' }),
  },
  where: { color: tokens.colorNeutralForeground3 },
  jumpWhere: { color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
});

interface Props {
  readonly mark?: ReactNode;
  readonly where: string;
  /** number of the document */
  readonly document: string;
  readonly message: string;
  /** what we say of it, on a line of its own */
  readonly meaning?: string;
  readonly onJump: (() => void) | undefined;
}

/** One line of a list that leads to its cell, where there is one. */
export function JumpLine({ mark, where, document, message, meaning = '', onJump }: Props) {
  const styles = useStyles();
  const layout = useLayout();
  const short = beginOf(document);
  const content = (
    <>
      {mark}
      <span className={styles.body}>
        <span>
          <span className={onJump === undefined ? styles.where : styles.jumpWhere}>{where}</span>
          {document !== '' && (
            <span className={layout.strong} title={short === document ? undefined : document}>
              {' '}
              <Theirs text={short} />
            </span>
          )}
        </span>
        <span>
          <Theirs text={short === document ? message : message.replaceAll(document, short)} />
        </span>
        {meaning !== '' && <span>{meaning}</span>}
      </span>
    </>
  );
  if (onJump === undefined) return <div className={styles.line}>{content}</div>;
  return (
    <button type="button" className={mergeClasses(styles.line, styles.jumps)} onClick={onJump}>
      {content}
    </button>
  );
}
