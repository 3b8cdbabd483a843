import type { RibbonCommand } from '../taskpane/pane-host';

/** Functions that the manifest's ribbon buttons name. */
const commands = ['validateSheet', 'validateAllSheets', 'generateFile'] as const satisfies readonly RibbonCommand[];

/**
 * Ties the ribbon's buttons to the pane: they share one runtime, so a button works without the pane being open, opens it,
 * and the pane reports. Excel waits for `completed` before it takes the next click, so it is told at once.
 */
export function listenToRibbon(run: (command: RibbonCommand) => void): void {
  for (const command of commands) {
    Office.actions.associate(command, (event: Office.AddinCommands.Event) => {
      // Where the pane cannot be opened, the work is done all the same.
      showPane().catch(() => undefined);
      run(command);
      event.completed();
    });
  }
}

async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane();
}
