import { balanced } from '../../core/kernel/isolate';

/** A supplier's or the portal's text beside our words: whatever it holds, it does not turn them around. */
export function Theirs({ text }: { readonly text: string }) {
  return <bdi>{balanced(text)}</bdi>;
}
