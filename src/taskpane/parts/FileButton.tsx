import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef, type ChangeEvent } from 'react';
import type { PortalFile } from '../pane-desk';
import { portalFiles } from '../state/portal-files';

type Props = Pick<ButtonProps, 'appearance' | 'className' | 'icon' | 'disabledFocusable' | 'disabled'> & {
  readonly text: string;
  readonly multiple: boolean;
  /** endings and types that the browser offers, separated by commas */
  readonly accept?: string;
  readonly onFiles: (files: readonly PortalFile[]) => void;
};

/** A button that asks for files, of JSON unless told otherwise; the browser's own field stays out of sight and out of the tab order. */
export function FileButton({ text, multiple, accept = '.json,application/json', onFiles, ...look }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = portalFiles(event.target.files);
    // The same file may be chosen again after it was mended.
    event.target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <Button {...look} onClick={() => field.current?.click()}>
        {text}
      </Button>
      <input
        ref={field}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        tabIndex={-1}
        aria-label={text}
        onChange={take}
      />
    </>
  );
}
