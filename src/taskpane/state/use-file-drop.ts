import { useEffect, useState } from 'react';
import type { PortalFile } from '../pane-desk';
import { portalFiles } from './portal-files';

/** Takes files dropped anywhere on the pane; true while some are held over it. */
export function useFileDrop(onFiles: (files: readonly PortalFile[]) => Promise<void>): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const hold = (event: DragEvent): void => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carries(event)) return;
      // Without this the pane would navigate to the file.
      event.preventDefault();
      setOver(false);
      void onFiles(portalFiles(event.dataTransfer?.files));
    };
    document.addEventListener('dragover', hold);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', hold);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return over;
}
