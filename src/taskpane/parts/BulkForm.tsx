import { Button, Field, makeStyles, Radio, RadioGroup, Switch, type RadioGroupProps } from '@fluentui/react-components';
import { say, type WordId } from '../../core/kernel/pane-words';
import type { Status } from '../../core/language/row';
import type { BulkPlan } from '../state/bulk-actions';
import { askOf, type BulkWish } from '../state/bulk-wish';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';
import { RemarksField } from './RemarksField';

const REMARKS_LIMIT = 250;

const useStyles = makeStyles({
  pairs: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))' },
});

const rowWords = { selected: 'bulk-selected', shown: 'bulk-shown' } as const satisfies Record<string, WordId>;
const actionWords = {
  Accepted: 'bulk-accept',
  Rejected: 'bulk-reject',
  Pending: 'bulk-pending',
  'No Action': 'bulk-no-action',
} as const satisfies Record<Status, WordId>;
const itcWords = { leave: 'bulk-itc-leave', full: 'itc-full', none: 'itc-none' } as const satisfies Record<
  string,
  WordId
>;

interface Props {
  readonly wish: BulkWish;
  readonly onWish: (wish: BulkWish) => void;
  readonly onPlan: (plan: BulkPlan) => void;
}

export function BulkForm({ wish, onWish, onPlan }: Props) {
  const { state, act } = usePane();
  const styles = useStyles();
  const layout = useLayout();
  const waits = isBusy(state);
  const change = (part: Partial<BulkWish>): void => onWish({ ...wish, ...part });
  const preview = async (): Promise<void> => {
    const plan = await act.previewBulk(wish.status, askOf(wish), wish.which);
    if (plan !== undefined) onPlan(plan);
  };
  return (
    <div className={layout.stack}>
      <p className={layout.muted}>{say('bulk-about')}</p>
      <Field className={layout.field} label={say('bulk-rows')}>
        <Choice words={rowWords} value={wish.which} disabled={waits} onPick={(which) => change({ which })} />
      </Field>
      <Field className={layout.field} label={say('bulk-action')}>
        <Choice
          words={actionWords}
          value={wish.status}
          disabled={waits}
          className={styles.pairs}
          onPick={(status) => change({ status })}
        />
      </Field>
      {wish.status === 'Accepted' && (
        <Field
          className={layout.field}
          label={say('bulk-itc')}
          hint={`${say('bulk-itc-hint')}${wish.itc === 'none' ? ` ${say('bulk-itc-no-remarks')}` : ''}`}
        >
          <Choice words={itcWords} value={wish.itc} disabled={waits} onPick={(itc) => change({ itc })} />
        </Field>
      )}
      <RemarksField
        value={wish.remarks}
        limit={REMARKS_LIMIT}
        hint={say('bulk-remarks-hint')}
        disabled={waits}
        onType={(remarks) => change({ remarks })}
        onPick={(remarks) => change({ remarks })}
      />
      <Switch
        checked={wish.alsoDecided}
        disabled={waits}
        label={say('bulk-decided')}
        onChange={(_, { checked }) => change({ alsoDecided: checked })}
      />
      <Button appearance="primary" disabledFocusable={waits} onClick={() => void preview()}>
        {say('bulk-preview')}
      </Button>
    </div>
  );
}

interface ChoiceProps<T extends string> extends Pick<RadioGroupProps, 'disabled' | 'className'> {
  readonly words: Readonly<Record<T, WordId>>;
  readonly value: T;
  readonly onPick: (value: T) => void;
}

function Choice<T extends string>({ words, value, onPick, ...rest }: ChoiceProps<T>) {
  const names = Object.keys(words) as T[];
  return (
    <RadioGroup
      {...rest}
      value={value}
      onChange={(_, picked) => onPick(names.find((name) => name === picked.value) ?? value)}
    >
      {names.map((name) => (
        <Radio key={name} value={name} label={say(words[name])} />
      ))}
    </RadioGroup>
  );
}
