import { Button, mergeClasses, type ButtonProps } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { BookOpen20Regular } from '@fluentui/react-icons/svg/book-open';
import { CheckboxChecked20Regular } from '@fluentui/react-icons/svg/checkbox-checked';
import { DocumentCheckmark20Regular } from '@fluentui/react-icons/svg/document-checkmark';
import { DocumentError20Regular } from '@fluentui/react-icons/svg/document-error';
import { DocumentSearch20Regular } from '@fluentui/react-icons/svg/document-search';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { useId, type ReactElement } from 'react';
import { say, type WordId } from '../../core/kernel/pane-words';
import { portalMenu } from '../../core/kernel/sentences';
import { ActionTable } from '../parts/ActionTable';
import { FileButton } from '../parts/FileButton';
import { useLayout } from '../parts/layout';
import { ScreenFrame } from '../parts/ScreenFrame';
import { isBusy, isOurs } from '../state/pane-state';
import { usePane } from '../state/use-pane';

/** The buttons of the official tool, by its names and in its order. */
export function HomeScreen() {
  const { state, act } = usePane();
  const layout = useLayout();
  const counts = useId();
  const ours = isOurs(state);
  const look = {
    className: mergeClasses(layout.wide, layout.startAligned, layout.wrapping),
    disabledFocusable: isBusy(state),
    disabled: !ours,
  } satisfies ButtonProps;
  const button = (word: WordId, icon: ReactElement, onClick: () => Promise<void>, primary = false) => (
    <Button {...look} appearance={primary ? 'primary' : 'secondary'} icon={icon} onClick={() => void onClick()}>
      {say(word)}
    </Button>
  );
  const sheets = state.overview?.sheets.filter(({ records }) => records > 0) ?? [];
  return (
    <ScreenFrame title={say(ours ? 'home-title' : 'home-first-title')} quiet={ours}>
      {!ours && <FirstSteps />}
      <div className={layout.near}>
        <FileButton
          {...look}
          disabled={false}
          appearance={ours ? 'secondary' : 'primary'}
          icon={<FolderOpen20Regular />}
          text={say('open-download')}
          multiple
          onFiles={(files) => void act.importFiles(files)}
        />
        <FileButton
          {...look}
          icon={<DocumentError20Regular />}
          text={say('open-errors')}
          multiple={false}
          onFiles={([file]) => file !== undefined && void act.openErrors(file)}
        />
        {ours && button('import-register', <BookOpen20Regular />, act.chooseRegister)}
        {state.overview?.hasBooks === true && (
          <>
            {button('start-matching', <ArrowSync20Regular />, act.startMatching)}
            {state.overview.isCompared && button('show-matching', <DocumentSearch20Regular />, act.openMatching)}
          </>
        )}
        {button('validate-sheet', <CheckboxChecked20Regular />, act.validateSheet)}
        {button('validate-all', <DocumentCheckmark20Regular />, act.validateAll)}
        {button('generate', <ArrowUpload20Regular />, act.generate, ours)}
      </div>
      {sheets.length > 0 && (
        <section className={layout.tight} aria-labelledby={counts}>
          <h3 id={counts} className={layout.heading}>
            {say('home-counts')}
          </h3>
          <ActionTable sheets={sheets} labelledBy={counts} />
          <p className={layout.muted}>{say('home-silence')}</p>
        </section>
      )}
    </ScreenFrame>
  );
}

function FirstSteps() {
  const layout = useLayout();
  return (
    <ol className={layout.steps}>
      <li>{say('home-first-1', { menu: portalMenu.download })}</li>
      <li>{say('home-first-2')}</li>
      <li>{say('home-first-3')}</li>
      <li>{say('home-first-4')}</li>
    </ol>
  );
}
