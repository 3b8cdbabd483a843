import { Select } from '@fluentui/react-components';
import { say, type WordId } from '../../core/kernel/pane-words';
import { useLayout } from './layout';

const presets = [
  'remark-gstin',
  'remark-books',
  'remark-duplicate',
  'remark-value',
  'remark-goods',
  'remark-amend',
] as const satisfies readonly WordId[];

/** Remarks that practices write most; choosing one fills the field, where it can be changed. */
export function PresetRemarks({
  disabled,
  onPick,
}: {
  readonly disabled: boolean;
  readonly onPick: (text: string) => void;
}) {
  const layout = useLayout();
  return (
    <Select
      size="small"
      select={{ className: layout.option }}
      value=""
      disabled={disabled}
      aria-label={say('remarks-preset')}
      onChange={(_, { value }) => value !== '' && onPick(value)}
    >
      <option value="">{say('remarks-choose')}</option>
      {presets.map((word) => (
        <option key={word}>{say(word)}</option>
      ))}
    </Select>
  );
}
