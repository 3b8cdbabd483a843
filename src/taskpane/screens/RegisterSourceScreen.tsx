import { Button, Field, Select } from '@fluentui/react-components';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { useId, useState } from 'react';
import { say } from '../../core/kernel/pane-words';
import { FileButton } from '../parts/FileButton';
import { useLayout } from '../parts/layout';
import { ScreenFrame } from '../parts/ScreenFrame';
import type { RegisterSources } from '../pane-register';
import { isBusy } from '../state/pane-state';
import { TABLE_FILES } from '../state/register-actions';
import { usePane } from '../state/use-pane';

/** Where the purchase register is: a file, or a sheet of this workbook. */
export function RegisterSourceScreen({ sources: { sheets, taken } }: { readonly sources: RegisterSources }) {
  const { state, act } = usePane();
  const layout = useLayout();
  const id = useId();
  const [sheet, setSheet] = useState(sheets[0] ?? '');
  const waits = isBusy(state);
  return (
    <ScreenFrame title={say('register-title')} onBack={act.back}>
      <p className={layout.text}>{say('register-about')}</p>
      {taken !== undefined && (
        <p className={layout.muted}>{say('register-taken-before', { name: taken.name, documents: taken.documents })}</p>
      )}
      <div className={layout.near}>
        <FileButton
          className={layout.wide}
          appearance="primary"
          disabledFocusable={waits}
          icon={<FolderOpen20Regular />}
          text={say('register-file')}
          multiple={false}
          accept={TABLE_FILES}
          onFiles={([file]) => file !== undefined && void act.openRegister({ file })}
        />
        <p className={layout.muted}>{say('register-drop-hint')}</p>
      </div>
      <section className={layout.near} aria-labelledby={id}>
        <h3 id={id} className={layout.heading}>
          {say('register-or-sheet')}
        </h3>
        {sheets.length === 0 ? (
          <p className={layout.muted}>{say('register-no-sheet')}</p>
        ) : (
          <>
            <Field className={layout.field} label={say('register-own-sheet')}>
              <Select
                className={layout.entry}
                select={{ className: layout.option }}
                value={sheet}
                onChange={(_, { value }) => setSheet(value)}
              >
                {sheets.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Button disabledFocusable={waits} onClick={() => void act.openRegister({ sheet })}>
              {say('register-read-sheet')}
            </Button>
          </>
        )}
      </section>
    </ScreenFrame>
  );
}
