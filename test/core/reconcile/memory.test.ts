import { emptyMemory, type DocumentName, type Link } from '../../../src/core/reconcile/kept';
import { mergedMemory, withLink, withoutLinks } from '../../../src/core/reconcile/memory';

const named = (number: string): DocumentName => ({
  gstin: '27AAPFU0939F1ZV',
  number,
  date: '03-04-2026',
  kind: 'invoice',
});
const link = (ims: string, books: string): Link => ({ ims: named(ims), books: named(books) });

it('a document has one partner: a new link takes the place of others of either side', () => {
  const memory = [link('A', '1'), link('B', '2'), link('C', '3')].reduce(withLink, emptyMemory);
  expect(withLink(memory, link('A', '2')).linked).toEqual([link('C', '3'), link('A', '2')]);
});

it('linking takes a parting back, and parting a link', () => {
  const parted = withoutLinks(withLink(emptyMemory, link('A', '1')), [link('A', '1'), link('A', '2')]);
  expect(parted).toMatchObject({ linked: [], parted: [link('A', '1'), link('A', '2')] });
  expect(withLink(parted, link('A', '1'))).toMatchObject({ linked: [link('A', '1')], parted: [link('A', '2')] });
});

it('said twice it is remembered once', () => {
  const once = withoutLinks(emptyMemory, [link('A', '1')]);
  expect(withoutLinks(once, [link('A', '1')])).toEqual(once);
  const linked = withLink(emptyMemory, link('A', '1'));
  expect(withLink(linked, link('A', '1'))).toEqual(linked);
});

it('of two memories both count, and the later where they contradict each other', () => {
  const earlier = {
    linked: [link('A', '1'), link('B', '2')],
    parted: [link('C', '3')],
    layouts: { one: { fields: {} }, two: {} },
  };
  const later = { linked: [link('C', '3')], parted: [link('A', '1')], layouts: { two: { order: 'month-first' } } };
  const merged = mergedMemory(earlier as never, later as never);
  expect(merged.linked).toEqual([link('B', '2'), link('C', '3')]);
  expect(merged.parted).toEqual([link('A', '1')]);
  expect(merged.layouts).toEqual({ one: { fields: {} }, two: { order: 'month-first' } });
});

describe('of several documents with one name', () => {
  const among = (told: string): Link => ({ ims: { ...named('A'), told, several: true }, books: named(told) });

  it('each has a partner of its own, and a parting is of the one alone', () => {
    const both = withLink(withLink(emptyMemory, among('100')), among('200'));
    expect(both.linked).toEqual([among('100'), among('200')]);
    expect(withoutLinks(both, [among('200')])).toMatchObject({ linked: [among('100')], parted: [among('200')] });
  });

  it('what was remembered before they could be told apart gives way', () => {
    const before = withLink(emptyMemory, link('A', 'x'));
    expect(withLink(before, among('100')).linked).toEqual([among('100')]);
  });
});
