import type { Workbook } from '../core/workbook';
import type { DeskNews, PaneDesk, PortalFile } from './pane-desk';

export type ThemeName = 'light' | 'dark' | 'high-contrast';

/** Ribbon buttons that work without a click in the pane; the pane shows what they came to. */
export type RibbonCommand = 'validateSheet' | 'validateAllSheets' | 'generateFile';

/** What the pane does without a click in it. Downloads are opened as if they were chosen there, for this GSTIN where they name none. */
export type PaneCommand = RibbonCommand | { readonly open: readonly PortalFile[]; readonly gstin: string };

/** A piece of work that is under way: what it is about, how far it is, whether it can be stopped. */
export interface Progressing {
  readonly done: number;
  readonly of: number;
}

export interface Delivery {
  /** how the file left the pane */
  readonly way: 'downloaded' | 'browser' | 'copied' | 'shown';
  /** one sentence: where the file is now */
  readonly text: string;
}

/** Everything the pane gets from outside. The pane knows no host: Excel, the workbench and tests fill this in. */
export interface PaneHost {
  readonly desk: PaneDesk;
  readonly workbook: Pick<Workbook, 'goTo' | 'view'>;
  /** tells what the desk knows new; returns the way to stop it */
  watchNews(listener: (news: DeskNews) => void): () => void;
  /** tells how far the running work is; undefined when it ends */
  watchProgress(listener: (progress: Progressing | undefined) => void): () => void;
  /** stops the running work between two blocks; what it wrote is taken back */
  stop(): void;
  /** hands a generated file to the user by the best way this host has, and says where it went */
  deliver(file: { readonly name: string; readonly text: string }): Promise<Delivery>;
  copy(text: string): Promise<boolean>;
  /** Files dropped where the page around the pane opens files too; true where it took them. Left out where there is no such page. */
  readonly takeDropped?: (files: readonly PortalFile[]) => boolean;
  watchTheme(listener: (theme: ThemeName) => void): () => void;
  watchCommands(listener: (command: PaneCommand) => void): () => void;
}
