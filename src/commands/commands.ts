/** The functions behind the ribbon's buttons, by the names that the manifest gives them. */
const commands = ['validateSheet', 'validateAllSheets', 'generateFile'] as const;

for (const name of commands) {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => event.completed());
}
