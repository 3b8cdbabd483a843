import { madeOnce, sharedTexts } from '../../../src/core/kernel/shared-texts';

const boxed = () => madeOnce((value: number | string) => ({ value }));

describe('values of a column', () => {
  test('that are met again are made once, in each column by itself', () => {
    const once = boxed();
    expect(once(0, 'a')).toBe(once(0, 'a'));
    expect(once(1, 'a')).not.toBe(once(0, 'a'));
    expect(once(0, '1')).not.toBe(once(0, 1));
  });

  test('are given up where hardly one is met again, and are made all the same', () => {
    const once = boxed();
    for (let value = 0; value < 10_000; value += 1) expect(once(0, value)).toEqual({ value });
    expect(once(0, 'a')).not.toBe(once(0, 'a'));
    expect(once(1, 'a')).toBe(once(1, 'a'));
  });

  test('are kept on where there are many, and each is met often', () => {
    const once = boxed();
    for (let value = 0; value < 9_000; value += 1) for (let time = 0; time < 3; time += 1) once(0, value);
    expect(once(0, 'a')).toBe(once(0, 'a'));
  });

  test('are seen before they are kept for others', () => {
    const once = madeOnce((value: string) => ({ value }), Object.freeze);
    expect(Object.isFrozen(once(0, 'a'))).toBe(true);
  });

  test('are the same texts after as before', () => {
    const share = sharedTexts<string | number | boolean>();
    for (let row = 0; row < 10_000; row += 1) {
      const cells = [`n-${String(row)}`, row % 3 === 0 ? 'x' : '', row, row % 2 === 0];
      expect(share([...cells])).toEqual(cells);
    }
  });
});
