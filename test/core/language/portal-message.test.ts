import { meaningOf } from '../../../src/core/language/portal-message';
import { b2bCn } from '../../../src/core/records/b2b-cn';

describe('a message of the portal in plain words', () => {
  test('its documented code, wherever it stands in the text', () => {
    const means = 'It means: choose Yes or No in the column Whether ITC to be reduced, and generate again.';
    expect(meaningOf('IMSSAV0054: A value is required for the column itcRedReq', b2bCn)).toBe(means);
    expect(meaningOf('Not saved (IMSSAV0054).')).toBe(means);
  });

  test('the names that it gives to columns', () => {
    expect(meaningOf('declIgst is too large', b2bCn)).toBe(
      'It means: declIgst is the column IGST to be reduced: correct it there, and generate again.',
    );
    expect(meaningOf('nt_num not found', b2bCn)).toBe(
      'It means: nt_num is the column Document number, which comes from the portal: open a fresh IMS JSON here, so that it is as the portal has it now.',
    );
  });

  test('several columns in one sentence, those of the user before those of the portal', () => {
    expect(meaningOf('Value of declCgst and declSgst is wrong', b2bCn)).toBe(
      'It means: declCgst and declSgst are the columns CGST to be reduced and SGST to be reduced: correct them, then generate again.',
    );
    expect(meaningOf('declSgst: more than samt, camt or iamt', b2bCn)).toBe(
      'It means: declSgst is the column SGST to be reduced: correct it there, and generate again. ' +
        'iamt, camt and samt are the columns IGST, CGST and SGST, which come from the portal: open a fresh IMS JSON here, so that they are as the portal has them now.',
    );
  });

  test.each([
    ['samt', 'SGST'],
    ['txval', 'Taxable value'],
    ['rtnprd', 'Source return period'],
    ['stin', 'GSTIN of supplier'],
    ['ctin', 'GSTIN of supplier'],
    ['srcfilstatus', 'Source filing status'],
  ])('the key %s, which no English sentence has', (key, label) => {
    expect(meaningOf(`Invalid ${key}.`, b2bCn)).toMatch(new RegExp(`^It means: ${key} is the column ${label}, which`));
  });

  test.each([
    'The action is not allowed',
    'Invalid pos and val',
    'The cess cannot be more',
    'IMSSAV0099: not possible',
    'IMSSAV00541',
    'Remarks are too long',
    'Take action on the original record before the amended one',
    'invalid itcredreqblocked',
    '',
  ])('nothing is made up for %p', (message) => {
    expect(meaningOf(message, b2bCn)).toBe('');
  });
});
