/** A list below a cell, for mouse and keyboard; texts are set as text. */
export interface ListBox {
  close(): void;
}

const STYLE: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  zIndex: '1080',
  margin: '0',
  padding: '4px 0',
  maxHeight: '240px',
  overflowY: 'auto',
  background: 'Canvas',
  color: 'CanvasText',
  border: '1px solid #aab4be',
  borderRadius: '4px',
  boxShadow: '0 4px 14px rgb(0 0 0 / 18%)',
  font: '14px Calibri, Carlito, Arial, sans-serif',
  outline: 'none',
};

export interface ListBoxOptions {
  readonly place: DOMRect;
  /** the part of the page that it belongs to */
  readonly within: HTMLElement;
  readonly label: string;
  readonly items: readonly string[];
  readonly current: string;
  readonly dark: boolean;
  readonly choose: (item: string) => void;
  readonly closed: () => void;
}

/** Shows the list and takes the keys until an item is chosen, Escape is pressed, or something else is clicked. */
export function showListBox({ place, within, label, items, current, dark, choose, closed }: ListBoxOptions): ListBox {
  const box = document.createElement('div');
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', label);
  box.tabIndex = -1;
  Object.assign(box.style, STYLE, { minWidth: `${String(place.width)}px`, colorScheme: dark ? 'dark' : 'light' });
  const options = items.map((item, index) => {
    const option = document.createElement('div');
    option.setAttribute('role', 'option');
    option.id = `ims-list-${String(index)}`;
    option.textContent = item;
    Object.assign(option.style, { padding: '5px 12px', cursor: 'default', whiteSpace: 'nowrap' });
    option.addEventListener('pointerenter', () => point(index));
    option.addEventListener('click', () => take(index));
    box.append(option);
    return option;
  });
  let pointed = -1;
  const point = (index: number): void => {
    pointed = Math.max(0, Math.min(options.length - 1, index));
    for (const [at, option] of options.entries()) {
      const isPointed = at === pointed;
      option.setAttribute('aria-selected', String(isPointed));
      Object.assign(
        option.style,
        isPointed ? { background: 'Highlight', color: 'HighlightText' } : { background: '', color: '' },
      );
      if (isPointed) option.scrollIntoView({ block: 'nearest' });
    }
    box.setAttribute('aria-activedescendant', options[pointed]?.id ?? '');
  };
  const before = document.activeElement;
  const close = (): void => {
    if (!box.isConnected) return;
    removeEventListener('pointerdown', outside, true);
    removeEventListener('keydown', pressed, true);
    box.remove();
    if (before instanceof HTMLElement) before.focus();
    closed();
  };
  const take = (index: number): void => {
    const item = items[index];
    close();
    if (item !== undefined) choose(item);
  };
  const outside = (event: Event): void => {
    if (!box.contains(event.target as Node)) close();
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => point(pointed + 1),
    ArrowUp: () => point(pointed - 1),
    Home: () => point(0),
    End: () => point(items.length - 1),
    Enter: () => take(pointed),
    Tab: () => take(pointed),
    Escape: close,
  };
  const pressed = (event: KeyboardEvent): void => {
    const begun = items.findIndex((item) => item.toLowerCase().startsWith(event.key.toLowerCase()));
    const action = keys[event.key] ?? (event.key.length === 1 && begun >= 0 ? () => point(begun) : undefined);
    event.stopImmediatePropagation();
    event.preventDefault();
    action?.();
  };
  addEventListener('pointerdown', outside, true);
  addEventListener('keydown', pressed, true);
  within.append(box);
  Object.assign(box.style, positionOf(place, box.getBoundingClientRect()));
  point(Math.max(0, items.indexOf(current)));
  box.focus();
  return { close };
}

/** Below the cell, or above it where there is no room. */
function positionOf(place: DOMRect, box: DOMRect): Partial<CSSStyleDeclaration> {
  const isBelow = place.bottom + box.height <= innerHeight || place.top < box.height;
  return {
    left: `${String(Math.max(0, Math.min(place.left, innerWidth - box.width)))}px`,
    top: `${String(isBelow ? place.bottom : place.top - box.height)}px`,
  };
}
