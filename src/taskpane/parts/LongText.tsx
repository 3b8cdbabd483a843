import { useFolded } from '../state/use-folded';
import { FoldButton } from './FoldButton';
import { Theirs } from './Theirs';

/** A stranger's text in a line of its own; a very long one is shown whole when the user asks for it. */
export function LongText({ text, longest }: { readonly text: string; readonly longest?: number }) {
  const { shown, fold } = useFolded(text, longest);
  if (fold === undefined) return <Theirs text={text} />;
  return (
    <>
      <span title={text}>
        <Theirs text={shown} />
      </span>{' '}
      <FoldButton fold={fold} />
    </>
  );
}
