import type { RawCell } from '../../../../src/core/kernel/raw-sheet';
import { readSheet, sheetOf, sheetOfRows, SUPPLIER } from '../../../support/made-register';

const kindsOf = (lines: readonly string[], heading = 'Remarks') => {
  const { documents, layout } = readSheet(
    sheetOf([`GSTIN | Bill No | ${heading} | Taxable`, ...lines.map((line) => `${SUPPLIER} | ${line}`)]),
  );
  return [...documents.map(({ document }) => document.kind), layout.signs.guessed ? 'guessed' : 'sure'];
};

describe('on which side of zero invoices stand', () => {
  test('above, where nothing is below', () => {
    expect(kindsOf(['1 | | 10', '2 | | 20'])).toEqual(['invoice', 'invoice', 'sure']);
  });

  test('above, where most are', () => {
    expect(kindsOf(['1 | | 10', '2 | | 20', '3 | | -5'])).toEqual(['invoice', 'invoice', 'credit-note', 'guessed']);
  });

  test('below, where most are', () => {
    expect(kindsOf(['1 | | -10', '2 | | -20', '3 | | 5'])).toEqual(['invoice', 'invoice', 'credit-note', 'guessed']);
  });

  test('a register that is all below zero is one of credit notes', () => {
    expect(kindsOf(['1 | | -10', '2 | | -20'])).toEqual(['credit-note', 'credit-note', 'guessed']);
  });

  test('unless its words say that they are purchases', () => {
    expect(kindsOf(['1 | Purchase | -10', '2 | Purchase | -20'], 'Type')).toEqual(['invoice', 'invoice', 'guessed']);
  });

  test('credit is no minus: what stands all on one side is invoices', () => {
    expect(kindsOf(['1 | | 10 Cr', '2 | | 20 Cr'])).toEqual(['invoice', 'invoice', 'sure']);
    expect(kindsOf(['1 | | 10 Cr', '2 | | 20 Cr', '3 | | 5 Dr'])).toEqual([
      'invoice',
      'invoice',
      'credit-note',
      'guessed',
    ]);
  });

  test('a column of its own may say debit and credit', () => {
    expect(kindsOf(['1 | Dr | 10', '2 | Dr | 20', '3 | Cr | 5'], 'Dr/Cr')).toEqual([
      'invoice',
      'invoice',
      'credit-note',
      'guessed',
    ]);
  });
});

describe('the day order of a column', () => {
  const HEAD = ['GSTIN', 'Bill No', 'Bill Date', 'Taxable'];
  const read = (...dates: readonly RawCell[]) => {
    const { layout, documents, unreadable } = readSheet(
      sheetOfRows([HEAD, ...dates.map((date, at) => [SUPPLIER, `N${String(at)}`, date, 1])]),
    );
    return {
      order: layout.dayOrder,
      swapped: layout.swappedDates,
      days: documents.map(({ document }) => document.date),
      unreadable,
    };
  };

  test('is a guess where no day is above 12', () => {
    expect(read('05/07/2026', '06/07/2026')).toMatchObject({
      order: {
        value: 'day-first',
        guessed: true,
        why: 'No date in the column has a day above 12, so the day is taken to come first, as in India.',
      },
      days: ['05-07-2026', '06-07-2026'],
    });
  });

  test('is no question where the month is named', () => {
    expect(read('5-Jul-26', '6-Jul-26').order).toMatchObject({ value: 'day-first', guessed: false });
  });

  test('goes with most dates where both occur; the others are told', () => {
    const { order, days, unreadable } = read('13/07/2026', '14/07/2026', '07/15/2026');
    expect(order).toMatchObject({
      value: 'day-first',
      guessed: true,
      why: '2 dates have the day first and 1 date has the month first.',
    });
    expect(days).toEqual(['13-07-2026', '14-07-2026']);
    expect(unreadable).toEqual([
      { row: 4, reason: '07/15/2026 under Bill Date is not a valid date (in this column the day comes first).' },
    ]);
  });

  test('dates of the sheet that were misread are turned back, and said to be guessed', () => {
    const { swapped, days } = read({ date: '07-05-2026' }, { date: '07-11-2026' }, '13/07/2026', '28/07/2026');
    expect(swapped).toMatchObject({ value: true, guessed: true });
    expect(days).toEqual(['05-07-2026', '11-07-2026', '13-07-2026', '28-07-2026']);
  });

  test('dates of the sheet stay where the text does not speak against them', () => {
    const { swapped, days } = read({ date: '05-07-2026' }, { date: '11-07-2026' }, '13/07/2026');
    expect(swapped.value).toBe(false);
    expect(days).toEqual(['05-07-2026', '11-07-2026', '13-07-2026']);
  });

  test('a date of the sheet after the 12th proves that it was read rightly', () => {
    expect(read({ date: '07-05-2026' }, { date: '20-05-2026' }, '13/07/2026').swapped.value).toBe(false);
  });
});
