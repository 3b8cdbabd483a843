import { say, type WordId } from '../../core/kernel/pane-words';
import { readableOn } from './readable-on';

/** What one kind of element of Univer's lacks for those who do not see it, or have no mouse. */
type Rule = readonly [selector: string, mend: (element: HTMLElement, index: number) => void];

const commandNames: Readonly<Record<string, WordId>> = {
  'univer.command.undo': 'grid-undo',
  'univer.command.redo': 'grid-redo',
  'ims.command.sort-ascending': 'grid-sort-ascending',
  'ims.command.sort-descending': 'grid-sort-descending',
  'ui.operation.open-find-dialog': 'grid-find',
};

/** Only what differs is written: each change is watched. */
function set(element: Element, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

function unset(element: Element, ...attributes: string[]): void {
  for (const attribute of attributes) if (element.hasAttribute(attribute)) element.removeAttribute(attribute);
}

const named =
  (id: WordId, role?: string) =>
  (element: HTMLElement): void => {
    set(element, 'aria-label', say(id));
    if (role !== undefined) set(element, 'role', role);
  };

/** With a name that the mouse shows too. */
const told =
  (id: WordId, role?: string) =>
  (element: HTMLElement): void => {
    named(id, role)(element);
    set(element, 'title', say(id));
  };

const icon = (name: string): string => `:has(> .univerjs-icon-${name}-icon)`;

const bars: readonly Rule[] = [
  ['[data-u-comp=ribbon-toolbar]', named('grid-toolbar')],
  [
    '[data-u-command]',
    (button) => {
      const id = commandNames[button.dataset['uCommand'] ?? ''];
      if (id !== undefined) named(id)(button);
    },
  ],
  ['[data-u-comp=defined-name] input', told('grid-name-box')],
  [`[data-u-comp=formula-bar] span${icon('close')}`, told('grid-cancel-entry', 'button')],
  [`[data-u-comp=formula-bar] span${icon('check-mark')}`, told('grid-take-entry', 'button')],
  [`[data-u-comp=formula-bar] div${icon('dropdown')}`, told('grid-formula-bar-size', 'button')],
];

/** The canvas is a picture; the keys go to an editor without a size, and what they come to is told by told-cells.ts. */
const cells: readonly Rule[] = [
  ['canvas[data-u-comp=render-canvas]', (canvas) => set(canvas, 'tabindex', '-1')],
  ['canvas[id^=univer-sheet-main-canvas]', named('grid-cells', 'img')],
  ['canvas[id^=univer-doc-main-canvas]', (canvas) => set(canvas, 'aria-hidden', 'true')],
  ['#__editor___INTERNAL_EDITOR__DOCS_NORMAL', named('grid-cells', 'textbox')],
  ['body > [id$=EDITOR__DOCS_NORMAL]', named('grid-cells', 'region')],
  ['body > [id$=EDITOR__DOCS_FORMULA_BAR]', named('grid-formula-bar', 'region')],
  ['#__editor___INTERNAL_EDITOR__DOCS_FORMULA_BAR', named('grid-formula-bar', 'textbox')],
];

const footer: readonly Rule[] = [
  [
    'div[data-slot=dropdown-menu-trigger]:has(> [data-u-comp=sheet-bar-append-button])',
    // The menu is that of the button within.
    (place) => unset(place, 'aria-haspopup', 'aria-expanded', 'aria-controls', 'type'),
  ],
  [`[data-u-comp=sheet-bar-append-button]${icon('convert')}`, told('grid-all-sheets')],
  [':not([data-slot]) > [data-u-comp=sheet-bar-append-button]:first-child', told('grid-tabs-back')],
  ['[data-u-comp=sheet-bar-append-button] + [data-u-comp=sheet-bar-append-button]', told('grid-tabs-on')],
  [
    '[data-u-comp=slide-tab-item]',
    (tab) => {
      const ground = tab.style.backgroundColor;
      const ink = ground === '' ? undefined : readableOn(ground);
      if (ink !== undefined && tab.style.color !== ink) tab.style.color = ink;
    },
  ],
  [`footer [data-u-comp=button]${icon('reduce')}`, told('grid-zoom-out')],
  [`footer [data-u-comp=button]${icon('increase')}`, told('grid-zoom-in')],
  [
    'footer [data-u-comp=button][data-slot=dropdown-menu-trigger]',
    (button) => set(button, 'aria-label', say('grid-zoom', { percent: button.textContent })),
  ],
  [
    'footer [role=track]',
    // A slider for the mouse; its buttons do the same for everybody.
    (track) => {
      track.classList.add('ims-zoom-track');
      unset(track, 'role');
      set(track, 'aria-hidden', 'true');
    },
  ],
  [
    'footer [role=handle]',
    (handle) => {
      unset(handle, 'role');
      set(handle, 'tabindex', '-1');
    },
  ],
];

const popups: readonly Rule[] = [
  ['.univer-popup > section > div:has(> * > * > button, > * > button)', named('grid-menu', 'menu')],
  ['.univer-popup [role=menu] button', (button) => set(button, 'role', 'menuitem')],
  ['.univer-popup [role=menu] button input', named('grid-column-width')],
  [
    '.univer-popup:not([style*="-9997px"]):has([role=menu]), [data-radix-popper-content-wrapper]:has([role=menu])',
    // What hangs on the body belongs to no part of the page; no two parts may have one name.
    (place, index) => {
      set(place, 'role', 'region');
      set(place, 'aria-label', index === 0 ? say('grid-menu') : `${say('grid-menu')} ${String(index + 1)}`);
    },
  ],
  ['[data-u-comp=sheets-filter-panel]:has([data-u-comp=segmented])', named('grid-filter', 'dialog')],
  ['[data-u-comp=sheets-filter-panel-values-container] > [data-u-comp=input] input', named('grid-filter-search')],
  ['[data-u-comp=checkbox] input', (box) => set(box, 'aria-label', textBeside(box))],
  [
    '[data-u-comp=segmented] > button',
    (button) => set(button, 'aria-pressed', String(button.classList.contains('univer-text-gray-900'))),
  ],
  [
    '[data-u-comp=select]',
    (field) => {
      set(field, 'role', 'button');
      set(field, 'tabindex', '0');
      unset(field, 'type');
      set(field, 'aria-label', [titleOf(field), field.textContent].filter((part) => part !== '').join(': '));
    },
  ],
  ['[data-u-comp=form-layout] [data-u-comp=input] input', (field) => set(field, 'aria-label', titleOf(field))],
  [`[data-u-comp=pager] ${icon('more-left')}`, told('grid-find-previous', 'button')],
  [`[data-u-comp=pager] ${icon('more-right')}`, told('grid-find-next', 'button')],
  [
    'section[aria-live][data-react-aria-top-layer]',
    // There are two of them, and one name would not tell them apart.
    (section) => {
      const before = section.previousElementSibling?.matches('section[aria-live]') === true;
      if (before) unset(section, 'aria-label');
      else named('grid-notices')(section);
    },
  ],
];

const rules = [...bars, ...cells, ...footer, ...popups];

/** What a box of ticking stands for: the texts in its row. */
function textBeside(box: Element): string {
  const label = box.closest('[data-u-comp=checkbox]');
  const row = label?.textContent === '' ? label.parentElement : label;
  const texts = [...(row?.querySelectorAll('span') ?? [])].filter((span) => span.childElementCount === 0);
  return texts
    .map((span) => span.textContent)
    .join(' ')
    .trim();
}

/** The title above a field of a form. */
function titleOf(field: Element): string {
  const form = field.closest('[data-u-comp=form-layout]');
  const title = form?.firstElementChild;
  return title?.contains(field) === false ? title.textContent : '';
}

/** Gives names, roles and places in the order of Tab to Univer's chrome, now and whenever it draws anew. */
export function nameChrome(): { close(): void } {
  const mend = (): void => {
    for (const [selector, work] of rules) {
      for (const [index, element] of document.querySelectorAll<HTMLElement>(selector).entries()) work(element, index);
    }
  };
  const observer = new MutationObserver(mend);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['role', 'tabindex', 'aria-selected', 'aria-expanded', 'aria-label', 'data-state', 'class'],
  });
  mend();
  return { close: () => observer.disconnect() };
}
