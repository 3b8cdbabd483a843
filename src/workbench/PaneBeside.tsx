import { useEffect, useRef } from 'react';
import type { Workbook } from '../core/workbook';
import { copyText, deliver } from '../taskpane/deliver';
import { startDesk } from '../taskpane/desk/start-desk';
import { mountPane } from '../taskpane/mount';
import type { PortalFile } from '../taskpane/pane-desk';
import type { PaneCommand, PaneHost } from '../taskpane/pane-host';
import { watchSystemTheme } from './system-theme';

interface Props {
  readonly workbook: Workbook;
  readonly className: string;
  readonly commands: Set<(command: PaneCommand) => void>;
  /** hears whose workbook it is, as soon as that is known */
  readonly onGstin: (gstin: string) => void;
  /** takes files dropped on the page that are not for the pane; true where it did */
  readonly takeDropped: (files: readonly PortalFile[]) => boolean;
}

/** The task pane of the add-in, on the workbook of this page. */
export function PaneBeside({ workbook, className, commands, onGstin, takeDropped }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = document.createElement('div');
    root.style.height = '100%';
    place.current?.replaceChildren(root);
    const { end, ...desk } = startDesk(workbook);
    const host: PaneHost = {
      ...desk,
      workbook,
      deliver: (file) => deliver(file, { canDownload: true }),
      copy: copyText,
      takeDropped,
      watchTheme: watchSystemTheme,
      watchCommands: (listener) => {
        commands.add(listener);
        return () => {
          commands.delete(listener);
        };
      },
    };
    const stopNews = desk.watchNews(({ overview }) => {
      if (overview?.isOurs === true && overview.gstin !== '') onGstin(overview.gstin);
    });
    const unmount = mountPane(root, host, true);
    return () => {
      stopNews();
      end();
      // React may not take a tree down while it draws another.
      queueMicrotask(unmount);
    };
  }, [workbook, commands, onGstin, takeDropped]);
  return <div ref={place} className={className} />;
}
