import { done, refuse } from '../../../src/core/kernel/result';

test('what is done carries its value', () => {
  expect(done(7)).toEqual({ ok: true, value: 7 });
});

test('a refusal says what is wrong, where, and what to do', () => {
  expect(refuse('heading-missing', 'july.xlsx', { heading: 'Status', sheet: 'B2B-CN' })).toEqual({
    ok: false,
    refusal: {
      id: 'heading-missing',
      reason: 'the heading Status is missing on sheet B2B-CN',
      where: 'july.xlsx',
      advice: 'Type Status again in the heading row above its column, or undo the deletion of the column.',
    },
  });
});

const broken = (fault: string) => refuse('store-damaged', 'july.xlsx', { sheet: 'IMS store', fault }).refusal.reason;

test('line breaks of a strange file do not get into the sentence', () => {
  expect(broken('a\r\nb\tc')).toBe('the record store on the hidden sheet IMS store is damaged (a b c)');
});

test('a value of 400 characters is said in full and a longer one is cut', () => {
  expect(broken('x'.repeat(400))).toContain(`(${'x'.repeat(400)})`);
  expect(broken('x'.repeat(401))).toContain(`(${'x'.repeat(400)}…)`);
});

test('a number is said as a count, with the word that goes with it', () => {
  expect(refuse('sheet-full', 'july.xlsx', { sheet: 'B2B', free: 1, more: 1200 }).refusal.reason).toBe(
    'sheet B2B has room for 1 more row, and 1,200 are needed',
  );
});
