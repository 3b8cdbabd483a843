import { say } from '../core/kernel/pane-words';
import { download } from './download';
import { unpackFile } from './carried-file';

/**
 * The page that saves a generated file where the pane itself cannot: Excel for Mac opens it in the browser. The file is
 * in the address behind `#`, or on the clipboard; nothing is asked of any server.
 */
async function start(): Promise<void> {
  const page = document.getElementById('page');
  if (page === null) return;
  document.title = say('save-title');
  page.append(element('h1', say('save-title')));
  const file = await unpackFile(location.hash);
  if (file === undefined) {
    page.append(element('p', say('save-nothing')));
    return;
  }
  const { name } = file;
  const told = element('p', '');
  told.setAttribute('role', 'status');
  const save = (text: string): void => {
    download(name, text);
    told.textContent = say('delivered-download', { name });
  };
  const button = element('button', say('save-file', { name }));
  if (file.text !== undefined) {
    const { text } = file;
    button.addEventListener('click', () => save(text));
    page.append(element('p', say('save-ready')), button, told);
    return;
  }
  const box = document.createElement('textarea');
  const label = element('label', say('save-paste', { name }));
  box.id = 'text';
  box.rows = 8;
  label.setAttribute('for', box.id);
  button.addEventListener('click', () => {
    if (isUpload(box.value)) save(box.value);
    else told.textContent = say('save-not-whole');
  });
  page.append(label, box, button, told);
  box.focus();
}

/** Half a paste must not become a file. */
function isUpload(text: string): boolean {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && 'invdata' in content;
  } catch {
    return false;
  }
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

void start();
