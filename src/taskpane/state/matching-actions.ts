import { say } from '../../core/kernel/pane-words';
import type { Category } from '../../core/reconcile/category';
import type { Card } from '../../core/tasks/card';
import type { NearDocument } from '../../core/tasks/near-documents';
import type { PortalFile } from '../pane-desk';
import type { Delivery } from '../pane-host';
import type { MatchAnswer, MatchingLook, MatchingPreview, TextFile } from '../pane-matching';
import type { PaneStore } from './pane-store';

export interface DeliveredFile extends Delivery {
  readonly file: TextFile;
}

export interface MatchingActions {
  readonly startMatching: () => Promise<void>;
  /** the comparison as it is, without writing */
  readonly openMatching: () => Promise<void>;
  /** the cards of the open screen, after something was decided, typed or taken back */
  readonly renewMatching: () => Promise<void>;
  readonly showCategory: (category: Category) => Promise<void>;
  readonly showAllRows: () => Promise<void>;
  readonly previewMatching: (categories: readonly Category[]) => Promise<MatchingPreview | undefined>;
  /** true where it was done */
  readonly applyMatching: (preview: MatchingPreview) => Promise<boolean>;
  readonly matchOf: (card: Card) => Promise<MatchAnswer | undefined>;
  readonly nearTo: (card: Card) => Promise<readonly NearDocument[] | undefined>;
  readonly link: (card: Card, near: NearDocument) => Promise<boolean>;
  readonly unlink: (card: Card) => Promise<boolean>;
  readonly exportMemory: () => Promise<DeliveredFile | undefined>;
  readonly importMemory: (file: PortalFile) => Promise<void>;
}

export function matchingActions(store: PaneStore): MatchingActions {
  const { host } = store;
  const { desk } = host;
  const open = (look: MatchingLook | undefined): void => {
    if (look !== undefined) store.set({ result: { kind: 'matching', look }, screen: 'home', moved: true });
  };
  const told = (text: string, undo = false): void => store.show({ intent: 'success', text, undo });
  const renewMatching = async (): Promise<void> => {
    if (store.state().result?.kind !== 'matching') return;
    const look = await store.quick(() => desk.matching());
    if (look !== undefined && store.state().result?.kind === 'matching')
      store.set({ result: { kind: 'matching', look } });
  };
  const placeOf = ({ sheet, row, id }: Card) => ({ sheet, row, id });
  return {
    renewMatching,
    async startMatching() {
      const look = await store.work(say('work-matching'), () => desk.startMatching());
      if (look === undefined) return;
      open(look);
      store.announce(say('matching-said', { records: look.cards.reduce((sum, { records }) => sum + records, 0) }));
    },
    async openMatching() {
      open(await store.work(say('work-matching'), () => desk.matching()));
    },
    async showCategory(category) {
      const shown = await store.work(say('work-show'), () => desk.showCategory(category), false);
      if (shown === undefined) return;
      const { sheet, sheets } = shown;
      store.announce(
        sheets > 1 ? say('shown-on-several', { category, sheet, sheets }) : say('shown-on', { category, sheet }),
      );
    },
    async showAllRows() {
      const sheets = await store.work(say('work-show'), () => desk.showAllRows(), false);
      if (sheets !== undefined) told(say('all-rows-shown', { sheets }));
    },
    previewMatching: (categories) => store.work(say('work-preview'), () => desk.previewMatching(categories)),
    async applyMatching(preview) {
      const decided = await store.work(say('work-bulk'), () => desk.applyMatching(preview));
      if (decided === undefined) return false;
      told(say('matching-applied', { records: decided.records }), true);
      return true;
    },
    matchOf: (card) => store.quick(() => desk.matchOf(placeOf(card))),
    nearTo: (card) => store.quick(() => desk.nearTo(placeOf(card))),
    async link(card, near) {
      const done = await store.work(say('work-link'), async () => {
        const linked = await desk.link(placeOf(card), near);
        return linked.kind === 'done' ? { kind: 'done', value: true } : linked;
      });
      if (done === true) told(say('linked', { number: card.number, document: near.document }));
      return done === true;
    },
    async unlink(card) {
      const done = await store.work(say('work-unlink'), async () => {
        const parted = await desk.unlink(placeOf(card));
        return parted.kind === 'done' ? { kind: 'done', value: true } : parted;
      });
      const { number, answers } = card;
      const isDecided = answers.status !== '' && answers.status !== 'No Action';
      if (done === true && !isDecided) told(say('unlinked', { number }));
      // What was decided because the books have it does not go with the link.
      if (done === true && isDecided)
        store.show({ intent: 'info', text: say('unlinked-decided', { number, status: answers.status }), undo: false });
      return done === true;
    },
    async exportMemory() {
      const file = await store.quick(() => desk.exportMemory());
      if (file === undefined) return undefined;
      const work = async () => ({ kind: 'done', value: await host.deliver(file) }) as const;
      const delivery = await store.work(say('work-deliver'), work, false);
      return delivery && { ...delivery, file };
    },
    async importMemory(file) {
      const counts = await store.work(say('work-memory'), () => desk.importMemory(file));
      if (counts === undefined) return;
      told(say('memory-taken', { file: file.name, linked: counts.linked, parted: counts.parted }));
    },
  };
}
