/** Every sentence of the page that saves a file where Excel does not let the pane do it. */
export const saveWords = {
  'save-title': 'Save the file to upload',
  'save-ready':
    'Excel on this computer does not save files from a pane, so this page does. The file stays on this computer.',
  'save-file': 'Save {name}',
  'save-paste': 'Paste the text of {name} here (it is on the clipboard).',
  'save-not-whole': 'This is not the whole text of the file: copy it in the pane again and paste it here.',
  'save-nothing': 'There is no file in this address. Press Save in the pane in Excel again.',
} as const satisfies Record<string, string>;
