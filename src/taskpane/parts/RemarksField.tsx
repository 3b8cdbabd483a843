import { Field, Textarea } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { say } from '../../core/kernel/pane-words';
import { tidyRemarks } from '../../core/language/answer';
import { useLayout } from './layout';
import { PresetRemarks } from './PresetRemarks';

interface Props {
  readonly value: string;
  readonly limit: number;
  readonly hint: ReactNode;
  readonly disabled: boolean;
  readonly onType: (text: string) => void;
  /** a ready remark was taken: nothing more needs to be typed */
  readonly onPick: (text: string) => void;
  readonly onLeave?: () => void;
}

export function RemarksField({ value, limit, hint, disabled, onType, onPick, onLeave }: Props) {
  const layout = useLayout();
  const used = tidyRemarks(value).length;
  const over = used - limit;
  return (
    <div className={layout.tight}>
      <Field
        className={layout.field}
        label={say('remarks')}
        hint={
          <>
            {hint} {say('remarks-count', { used, limit })}
          </>
        }
        {...(over > 0 && {
          validationState: 'error' as const,
          validationMessage: say('remarks-too-long', { over, limit }),
        })}
      >
        <Textarea
          className={layout.entry}
          rows={2}
          resize="vertical"
          value={value}
          disabled={disabled}
          onChange={(_, { value: typed }) => onType(typed)}
          {...(onLeave && { onBlur: onLeave })}
        />
      </Field>
      <PresetRemarks disabled={disabled} onPick={onPick} />
    </div>
  );
}
