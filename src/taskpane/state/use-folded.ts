import { useState } from 'react';

/** More than three times what a document number may have, and two lines of a pane of 320. */
export const LONGEST = 48;

export interface Folded {
  /** all of it, or its beginning */
  readonly shown: string;
  /** undefined where the text is short */
  readonly fold: { readonly open: boolean; readonly toggle: () => void } | undefined;
}

/** A text that may be far too long for the pane: its beginning, until the user asks for all of it. */
export function useFolded(text: string, longest = LONGEST): Folded {
  const [opened, setOpened] = useState<string>();
  const short = beginOf(text, longest);
  if (short === text) return { shown: text, fold: undefined };
  // Another text than the opened one is folded again.
  const open = opened === text;
  return { shown: open ? text : short, fold: { open, toggle: () => setOpened(open ? undefined : text) } };
}

/** The text, or its first characters and an ellipsis. */
export function beginOf(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
