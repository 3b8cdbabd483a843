import { Button, Field, Input, mergeClasses } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { say } from '../../core/kernel/pane-words';
import { portalMenu } from '../../core/kernel/sentences';
import { inRupees } from '../../core/kernel/money';
import { ActionTable } from '../parts/ActionTable';
import { useLayout } from '../parts/layout';
import { Mark } from '../parts/Mark';
import { ScreenFrame } from '../parts/ScreenFrame';
import { Steps } from '../parts/Steps';
import { UploadFileCard } from '../parts/UploadFileCard';
import type { PreFlight } from '../pane-desk';
import { usePane } from '../state/use-pane';

/** From the conditions to the file in hand. */
export function GenerateScreen({ preFlight }: { readonly preFlight: PreFlight }) {
  const { act } = usePane();
  const layout = useLayout();
  const id = useId();
  const { conditions, checked, files } = preFlight;
  const failed = checked.errors > 0 || conditions.some(({ state }) => state === 'failed');
  return (
    <ScreenFrame title={say('generate-title')} onBack={act.back}>
      <section className={layout.tight} aria-labelledby={id}>
        <h3 id={id} className={layout.heading}>
          {say('generate-conditions')}
        </h3>
        <ul className={layout.list}>
          {conditions.map(({ text, state }) => (
            <li key={text} className={layout.line}>
              <Mark kind={state} />
              <span className={layout.text}>{text}</span>
            </li>
          ))}
        </ul>
      </section>
      {failed && <p className={layout.text}>{say('generate-failed')}</p>}
      {failed && checked.errors > 0 && (
        <Button appearance="primary" onClick={() => act.showChecked(checked)}>
          {say('generate-show-errors')}
        </Button>
      )}
      {!failed && files.length === 0 && (
        <p className={mergeClasses(layout.panel, layout.text)}>{say('generate-nothing')}</p>
      )}
      {!failed && files.length > 0 && <Files preFlight={preFlight} />}
    </ScreenFrame>
  );
}

function Files({ preFlight }: { readonly preFlight: PreFlight }) {
  const layout = useLayout();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());
  const { files, sheets, records, rejected, mustConfirm } = preFlight;
  const word = say('generate-confirm-word');
  const locked = mustConfirm && typed.trim() !== word;
  const wrong = locked && typed.trim().length >= word.length;
  const nextFile = files.find(({ name }) => !saved.has(name)) ?? files[0];
  return (
    <>
      <section className={layout.tight} aria-labelledby={id}>
        <h3 id={id} className={layout.heading}>
          {say('generate-counts', { records })}
        </h3>
        <ActionTable sheets={sheets} labelledBy={id} />
      </section>
      {rejected.records > 0 && (
        <section className={layout.panel}>
          <p className={mergeClasses(layout.text, layout.strong)}>
            {say('generate-rejected', { records: rejected.records, tax: inRupees(rejected.tax) })}
          </p>
          {mustConfirm && (
            <Field
              className={layout.field}
              label={say('generate-confirm')}
              {...(wrong && { validationState: 'error' as const, validationMessage: say('generate-confirm-wrong') })}
            >
              <Input
                className={layout.entry}
                value={typed}
                autoComplete="off"
                spellCheck={false}
                onChange={(_, { value }) => setTyped(value)}
              />
            </Field>
          )}
        </section>
      )}
      {files.length > 1 && <p className={layout.text}>{say('generate-parts', { count: files.length })}</p>}
      {files.map((file) => (
        <UploadFileCard
          key={file.name}
          file={file}
          preFlight={preFlight.number}
          locked={locked}
          primary={file === nextFile}
          onSaved={() => setSaved((before) => new Set([...before, file.name]))}
        />
      ))}
      <Steps
        title={say('generate-next')}
        steps={[say('generate-next-1', { menu: portalMenu.upload }), say('generate-next-2'), say('generate-next-3')]}
      />
    </>
  );
}
