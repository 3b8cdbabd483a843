import { makeStyles, mergeClasses, shorthands, ToggleButton, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { useId, useState } from 'react';
import { say } from '../../core/kernel/pane-words';
import { actionCodes } from '../../core/language/answer';
import type { Status } from '../../core/language/row';
import type { Card } from '../../core/tasks/card';
import { actionWords } from '../state/phrases';
import { NARROW, useLayout } from './layout';

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
  button: {
    minWidth: 0,
    whiteSpace: 'normal',
    minHeight: '36px',
    [NARROW]: { fontSize: tokens.fontSizeBase200, paddingLeft: '4px', paddingRight: '4px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    ...shorthands.borderColor(tokens.colorBrandStroke1),
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
  },
  means: { minHeight: '32px' },
});

interface Props {
  readonly actions: Card['actions'];
  readonly chosen: Status;
  readonly waits: boolean;
  readonly onChoose: (status: Status) => void;
}

/** The four actions; below them what the one pointed at, or else the chosen one, means for this record. */
export function ActionButtons({ actions, chosen, waits, onChoose }: Props) {
  const styles = useStyles();
  const layout = useLayout();
  const id = useId();
  const [pointed, setPointed] = useState<Status>();
  const shown = pointed ?? chosen;
  return (
    <div className={layout.near}>
      <div className={styles.grid} role="group" aria-label={say('record-action')}>
        {actions.map(({ status, means, blocked }) => (
          <ToggleButton
            key={status}
            className={mergeClasses(styles.button, status === chosen && styles.chosen)}
            checked={status === chosen}
            {...(status === chosen && { icon: <CheckmarkCircle20Filled /> })}
            disabledFocusable={waits || blocked !== undefined}
            aria-keyshortcuts={actionCodes[status]}
            aria-describedby={`${id}${actionCodes[status]}`}
            onClick={() => onChoose(status)}
            onMouseEnter={() => setPointed(status)}
            onMouseLeave={() => setPointed(undefined)}
            onFocus={() => setPointed(status)}
            onBlur={() => setPointed(undefined)}
          >
            {say(actionWords[status].button)}
            <span id={`${id}${actionCodes[status]}`} hidden>
              {blocked ?? means}
            </span>
          </ToggleButton>
        ))}
      </div>
      <p className={mergeClasses(layout.small, styles.means)}>
        <span className={layout.strong}>{say(actionWords[shown].heading)}: </span>
        {actions.find(({ status }) => status === shown)?.means}
      </p>
      {actions.map(
        ({ status, blocked }) =>
          blocked !== undefined && (
            <p key={status} className={layout.muted}>
              {blocked}
            </p>
          ),
      )}
    </div>
  );
}
