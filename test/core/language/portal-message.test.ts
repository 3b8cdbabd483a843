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
      'declIgst is the column IGST to be reduced: correct it there, and generate again.',
    );
    expect(meaningOf('nt_num not found', b2bCn)).toBe(
      'nt_num is the column Document number, which comes from the portal: open a fresh IMS JSON here, so that it is as the portal has it now.',
    );
  });

  test.each([
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
