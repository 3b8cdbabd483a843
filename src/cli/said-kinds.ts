import { kindWords } from '../core/kernel/match-words';
import { done, refuse, type Result } from '../core/kernel/result';
import { sayReconcile } from '../core/kernel/reconcile-words';
import type { DocumentKind } from '../core/reconcile/document';
import type { Corrections, Layout } from '../core/reconcile/register/layout';
import { normaliseWord } from '../core/reconcile/register/normalise-word';
import { listed, splitAt, wrong } from './named';

/** For each sheet the kinds of its words; the kind of documents without a word goes to every sheet. */
export function placeKinds(
  file: string,
  written: readonly string[],
  layouts: readonly Layout[],
): Result<Pick<Corrections, 'words' | 'otherKind'>[]> {
  const kinds = Object.keys(kindWords) as DocumentKind[];
  const all = new Map(layouts.flatMap(({ words }) => words.map(({ word }) => [normaliseWord(word), word])));
  const said = new Map<string, DocumentKind>();
  let otherKind: DocumentKind | undefined;
  for (const text of written) {
    const [word = '', wanted] = splitAt(text, text.lastIndexOf('='));
    const kind = kinds.find((one) => wanted !== undefined && normaliseWord(one) === normaliseWord(wanted));
    if (kind === undefined)
      return wrong(sayReconcile('cli-type-form', { said: text, known: listed(Object.values(kindWords)) }));
    if (word === '') otherKind = kind;
    else if (!all.has(normaliseWord(word)))
      return refuse('register-word-unknown', file, { word, known: listed([...all.values()]) });
    else said.set(normaliseWord(word), kind);
  }
  return done(
    layouts.map(({ words }) => ({
      words: Object.fromEntries([...said].filter(([own]) => words.some(({ word }) => normaliseWord(word) === own))),
      ...(otherKind === undefined ? {} : { otherKind }),
    })),
  );
}
