import { b2b } from '../../../src/core/records/b2b';
import { b2ba } from '../../../src/core/records/b2ba';
import { b2bCn } from '../../../src/core/records/b2b-cn';
import { b2bCna } from '../../../src/core/records/b2b-cna';
import { b2bDna } from '../../../src/core/records/b2b-dna';
import { ecoa } from '../../../src/core/records/ecoa';
import { testRule } from '../../support/test-rule';

const BLOCKED =
  'Pending is not allowed for this record because the portal blocks it: choose Accepted, Rejected or No Action.';

testRule(b2bCn, 'pending-is-blocked', {
  severity: 'error',
  marks: 'Status',
  passes: [
    ['Pending where the portal allows it', { status: 'Pending', pendingBlocked: 'N' }],
    ['Pending where the file says nothing', { status: 'Pending', pendingBlocked: '' }],
    ['Rejected where Pending is blocked', { status: 'Rejected', pendingBlocked: 'Y' }],
    ['No Action where Pending is blocked', { pendingBlocked: 'Y' }],
    ['Pending that the portal itself had before it blocked it', { portal: { status: 'Pending' }, pendingBlocked: 'Y' }],
  ],
  fails: [
    ['a note past its period', { status: 'Pending', pendingBlocked: 'Y' }, BLOCKED],
    [
      'a note past its period that was rejected before',
      { portal: { status: 'Rejected' }, status: 'Pending', pendingBlocked: 'Y' },
      BLOCKED,
    ],
    [
      'Pending kept with new remarks',
      { portal: { status: 'Pending' }, remarks: 'to be asked', pendingBlocked: 'Y' },
      BLOCKED,
    ],
  ],
});

testRule(b2b, 'pending-is-blocked', {
  severity: 'error',
  marks: 'Status',
  passes: [['Pending where the portal allows it', { status: 'Pending', pendingBlocked: 'N' }]],
  fails: [
    [
      'a blocked Pending near its last date, without saying that it is possible',
      { status: 'Pending', pendingBlocked: 'Y' },
      BLOCKED,
      { today: '25-11-2027' },
    ],
  ],
});

testRule(b2b, 'pending-can-stay-no-longer', {
  severity: 'warning',
  marks: 'Status',
  passes: [
    ['Pending that may stay', { portal: { status: 'Pending' }, pendingBlocked: 'N' }],
    [
      'a blocked Pending that is being rejected',
      { portal: { status: 'Pending' }, status: 'Rejected', pendingBlocked: 'Y' },
    ],
    ['a Pending that was just chosen', { status: 'Pending', pendingBlocked: 'Y' }],
    [
      'a status that cannot be read',
      { portal: { status: 'Pending' }, typed: { status: 'later' }, pendingBlocked: 'Y' },
    ],
  ],
  fails: [
    [
      'a Pending of the portal that is blocked by now',
      { portal: { status: 'Pending' }, pendingBlocked: 'Y' },
      'The portal no longer allows Pending for this record: accept or reject it, or it counts as accepted.',
    ],
    [
      'the same past the last date, which need not be said twice',
      { portal: { status: 'Pending' }, pendingBlocked: 'Y' },
      'The portal no longer allows Pending for this record: accept or reject it, or it counts as accepted.',
      { today: '01-12-2027' },
    ],
  ],
});

testRule(b2b, 'remarks-too-long', {
  severity: 'error',
  marks: 'Remarks',
  passes: [
    ['no remarks', { status: 'Rejected' }],
    ['250 characters', { status: 'Rejected', remarks: 'x'.repeat(250) }],
    ['250 characters with blanks around that are not sent', { status: 'Rejected', remarks: `  ${'x'.repeat(250)} ` }],
    [
      '251 characters of which one blank is collapsed',
      { status: 'Rejected', remarks: `${'x'.repeat(125)}  ${'x'.repeat(124)}` },
    ],
  ],
  fails: [
    [
      '251 characters',
      { status: 'Rejected', remarks: 'x'.repeat(251) },
      'The remarks have 251 characters, 1 more than the 250 that the portal takes: shorten them.',
    ],
    [
      'a page, also where it is not sent',
      { remarks: 'x'.repeat(3000) },
      'The remarks have 3,000 characters, 2,750 more than the 250 that the portal takes: shorten them.',
    ],
  ],
});

testRule(b2b, 'remarks-are-blocked', {
  severity: 'error',
  marks: 'Remarks',
  passes: [
    ['remarks where they are allowed', { status: 'Rejected', remarks: 'not ours', remarksBlocked: 'N' }],
    ['remarks where the file says nothing', { status: 'Rejected', remarks: 'not ours', remarksBlocked: '' }],
    ['no remarks where they are blocked', { status: 'Rejected', remarksBlocked: 'Y' }],
    [
      'remarks that the portal itself sent',
      { portal: { remarks: 'not ours' }, status: 'Rejected', remarksBlocked: 'Y' },
    ],
    ['remarks of the portal whose blanks the cell lost', { portal: { remarks: ' not\n  ours' }, remarksBlocked: 'Y' }],
  ],
  fails: [
    [
      'remarks on Rejected',
      { status: 'Rejected', remarks: 'not ours', remarksBlocked: 'Y' },
      'The portal takes no remarks for this record: clear the cell.',
    ],
    [
      'remarks that replace those of the portal',
      { portal: { status: 'Rejected', remarks: 'not ours' }, remarks: 'not ours at all', remarksBlocked: 'Y' },
      'The portal takes no remarks for this record: clear the cell.',
    ],
  ],
});

testRule(b2b, 'remarks-have-unusual-characters', {
  severity: 'warning',
  marks: 'Remarks',
  passes: [
    [
      'letters, digits and punctuation',
      { status: 'Rejected', remarks: "PO 45/B: 2 pcs. (not ours!) @ 5% & more; it's #7?" },
    ],
    ['a line break, which goes as a blank', { status: 'Rejected', remarks: 'not\r\nours' }],
    ['unusual characters that the portal itself sent', { portal: { remarks: 'माल नहीं "मिला"' } }],
    ['the same with blanks that the cell lost', { portal: { remarks: 'माल  नहीं' } }],
  ],
  fails: [
    [
      'Hindi',
      { status: 'Rejected', remarks: 'no माल' },
      'The remarks have characters that the portal may not take (म ा ल): use plain letters, digits and punctuation.',
    ],
    [
      'a rupee sign and an emoji, each named once',
      { status: 'Rejected', remarks: '₹5 and ₹6 \u{1F600}' },
      'The remarks have characters that the portal may not take (₹ \u{1F600}): use plain letters, digits and punctuation.',
    ],
    [
      'quotes, brackets and a backslash',
      { status: 'Rejected', remarks: 'a <b> "c" \\' },
      'The remarks have characters that the portal may not take (< > " \\): use plain letters, digits and punctuation.',
    ],
  ],
});

const NEEDS_ANSWER =
  'Accepting this record needs an answer whether ITC is to be reduced: choose Yes (full, or with amounts for a part) or No.';

testRule(b2bCn, 'itc-answer-is-missing', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [
    ['Accepted with Yes', { status: 'Accepted', itcAnswer: 'Yes' }],
    ['Accepted with No', { status: 'Accepted', itcAnswer: 'No', remarks: 'never availed' }],
    ['Accepted where the question is blocked', { status: 'Accepted', itcBlocked: 'Y' }],
    ['Rejected', { status: 'Rejected' }],
    ['Pending', { status: 'Pending' }],
    ['a note that the portal has as Accepted without an answer', { portal: { status: 'Accepted' } }],
    ['an answer that cannot be read', { status: 'Accepted', typed: { itcAnswer: 'perhaps' } }],
  ],
  fails: [
    ['Accepted without an answer', { status: 'Accepted', itcBlocked: 'N' }, NEEDS_ANSWER],
    ['Accepted without an answer where the file says nothing', { status: 'Accepted', itcBlocked: '' }, NEEDS_ANSWER],
    ['amounts without Yes', { status: 'Accepted', itcCgst: 5_00, itcSgst: 5_00 }, NEEDS_ANSWER],
    [
      'an answer that was taken away',
      { portal: { status: 'Accepted', itcAnswer: 'Yes' }, itcAnswer: '' },
      NEEDS_ANSWER,
    ],
  ],
});

testRule(b2bCna, 'itc-answer-is-missing', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [['Accepted where the question is blocked', { status: 'Accepted', itcBlocked: 'Y' }]],
  fails: [
    ['Accepted without an answer where the file says nothing', { status: 'Accepted', itcBlocked: '' }, NEEDS_ANSWER],
  ],
});

for (const type of [b2ba, b2bDna]) {
  testRule(type, 'itc-answer-is-missing', {
    severity: 'error',
    marks: 'Whether ITC to be reduced',
    passes: [
      ['Accepted where the file says nothing', { status: 'Accepted', itcBlocked: '' }],
      ['Accepted where the question is blocked', { status: 'Accepted', itcBlocked: 'Y' }],
    ],
    fails: [
      [
        'Accepted without an answer where the file says that it is open',
        { status: 'Accepted', itcBlocked: 'N' },
        NEEDS_ANSWER,
      ],
    ],
  });
}

testRule(b2bCn, 'itc-answer-without-accept', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [
    ['Accepted with an answer', { status: 'Accepted', itcAnswer: 'Yes' }],
    ['Rejected without one', { status: 'Rejected' }],
    ['a note that the portal has as Rejected with an answer', { portal: { status: 'Rejected', itcAnswer: 'Yes' } }],
    ['an answer beside a status that cannot be read', { typed: { status: 'ok' }, itcAnswer: 'Yes' }],
  ],
  fails: [
    [
      'an answer on Rejected',
      { status: 'Rejected', itcAnswer: 'Yes' },
      'ITC is reduced only on Accepted, and the status is Rejected: clear the ITC answer and its amounts.',
    ],
    [
      'an answer on Pending',
      { status: 'Pending', itcAnswer: 'No' },
      'ITC is reduced only on Accepted, and the status is Pending: clear the ITC answer and its amounts.',
    ],
    [
      'an amount on No Action',
      { itcIgst: 0 },
      'ITC is reduced only on Accepted, and the status is No Action: clear the ITC answer and its amounts.',
    ],
    [
      'an answer that stayed when Accepted was taken back',
      { portal: { status: 'Accepted', itcAnswer: 'Yes' }, status: 'Pending' },
      'ITC is reduced only on Accepted, and the status is Pending: clear the ITC answer and its amounts.',
    ],
  ],
});

const NOT_ASKED = 'The portal does not ask about ITC reduction for this record: clear the ITC answer and its amounts.';

testRule(b2bCn, 'itc-answer-is-not-asked', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [
    ['an answer where the question is open', { status: 'Accepted', itcAnswer: 'Yes', itcBlocked: 'N' }],
    ['an answer where the file says nothing', { status: 'Accepted', itcAnswer: 'Yes', itcBlocked: '' }],
    ['no answer where it is blocked', { status: 'Accepted', itcBlocked: 'Y' }],
    ['an answer that the portal itself sent', { portal: { status: 'Accepted', itcAnswer: 'Yes' }, itcBlocked: 'Y' }],
  ],
  fails: [
    ['Yes where it is blocked', { status: 'Accepted', itcAnswer: 'Yes', itcBlocked: 'Y' }, NOT_ASKED],
    ['an amount where it is blocked', { status: 'Accepted', itcCess: 0, itcBlocked: 'Y' }, NOT_ASKED],
    [
      'No on a note that is Accepted already',
      { portal: { status: 'Accepted' }, itcAnswer: 'No', itcBlocked: 'Y' },
      NOT_ASKED,
    ],
  ],
});

testRule(b2ba, 'itc-answer-is-not-asked', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [
    ['an answer where the file says that it is open', { status: 'Accepted', itcAnswer: 'Yes', itcBlocked: 'N' }],
  ],
  fails: [
    ['an answer where the file says nothing', { status: 'Accepted', itcAnswer: 'Yes', itcBlocked: '' }, NOT_ASKED],
  ],
});

testRule(ecoa, 'itc-answer-is-not-asked', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [
    ['an answer where the file says that it is open', { status: 'Accepted', itcAnswer: 'Yes', itcBlocked: 'N' }],
  ],
  fails: [
    ['an answer where the file says nothing', { status: 'Accepted', itcAnswer: 'Yes', itcBlocked: '' }, NOT_ASKED],
  ],
});

const NO_HAS_AMOUNTS = 'The answer is No, so nothing is reduced, yet there are amounts: clear them or answer Yes.';

testRule(b2bCn, 'no-reduction-has-amounts', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [
    ['No without amounts', { status: 'Accepted', itcAnswer: 'No', remarks: 'never availed' }],
    ['Yes with amounts', { status: 'Accepted', itcAnswer: 'Yes', itcCgst: 5_00, itcSgst: 5_00, remarks: 'in part' }],
    ['No with amounts as the portal itself has it', { portal: { status: 'Accepted', itcAnswer: 'No', itcIgst: 0 } }],
  ],
  fails: [
    [
      'No with amounts',
      { status: 'Accepted', itcAnswer: 'No', itcCgst: 5_00, itcSgst: 5_00, remarks: 'in part' },
      NO_HAS_AMOUNTS,
    ],
    [
      'No with an amount of 0',
      { status: 'Accepted', itcAnswer: 'No', itcIgst: 0, remarks: 'never availed' },
      NO_HAS_AMOUNTS,
    ],
    [
      'amounts that were added to a No of the portal, and would go nowhere',
      { portal: { status: 'Accepted', itcAnswer: 'No', remarks: 'never availed' }, itcCgst: 5_00, itcSgst: 5_00 },
      NO_HAS_AMOUNTS,
    ],
  ],
});

const WITHOUT_ANSWER = 'There are amounts to be reduced without an answer: choose Yes, or clear the amounts.';

testRule(ecoa, 'amounts-without-answer', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [
    ['Accepted without answer and amounts', { status: 'Accepted', itcBlocked: 'N' }],
    ['Yes with amounts', { status: 'Accepted', itcAnswer: 'Yes', itcCgst: 5_00, itcSgst: 5_00, remarks: 'in part' }],
    ['amounts of the portal that nobody touched', { portal: { status: 'Accepted', itcIgst: 0 } }],
    ['amounts beside an answer that cannot be read', { status: 'Accepted', typed: { itcAnswer: '?!' }, itcCess: 0 }],
  ],
  fails: [
    ['amounts without Yes', { status: 'Accepted', itcCgst: 5_00, itcSgst: 5_00 }, WITHOUT_ANSWER],
    ['an amount of 0 without Yes', { status: 'Accepted', itcIgst: 0 }, WITHOUT_ANSWER],
  ],
});

testRule(b2bCn, 'amounts-without-answer', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [
    ['amounts without the answer that is asked for anyway', { status: 'Accepted', itcCgst: 5_00, itcSgst: 5_00 }],
  ],
  fails: [
    [
      'amounts that were added to a plain Accepted of the portal, and would go nowhere',
      { portal: { status: 'Accepted' }, itcCgst: 5_00, itcSgst: 5_00 },
      WITHOUT_ANSWER,
    ],
  ],
});

const inPart = { status: 'Accepted', itcAnswer: 'Yes', remarks: 'availed in part' } as const;
const interstate = { supplierGstin: '29AAGCB7383J1Z4', igst: 1800_00, cgst: 0, sgst: 0 } as const;

testRule(b2bCn, 'reduction-of-igst-is-negative', {
  severity: 'error',
  marks: 'IGST to be reduced',
  passes: [
    ['0', { ...inPart, ...interstate, itcIgst: 0, itcCess: 0 }],
    ['one paisa', { ...inPart, ...interstate, itcIgst: 1 }],
    ['a negative amount that is text', { ...inPart, ...interstate, typed: { itcIgst: 'minus 5' } }],
  ],
  fails: [
    [
      'one paisa below 0',
      { ...inPart, ...interstate, itcIgst: -1 },
      'The amount to be reduced is negative (₹\u00a0-0.01): enter it without the sign.',
    ],
    [
      'brackets',
      { ...inPart, ...interstate, typed: { itcIgst: '(1,500.00)' } },
      'The amount to be reduced is negative (₹\u00a0-1,500.00): enter it without the sign.',
    ],
  ],
});

testRule(b2bCn, 'reduction-of-cgst-is-negative', {
  severity: 'error',
  marks: 'CGST to be reduced',
  passes: [['0 beside other amounts', { ...inPart, cess: 5_00, itcCgst: 0, itcCess: 5_00 }]],
  fails: [
    [
      'a negative amount',
      { ...inPart, itcCgst: -5_00, itcSgst: 5_00 },
      'The amount to be reduced is negative (₹\u00a0-5.00): enter it without the sign.',
      { also: ['reduction-cgst-differs-from-sgst'] },
    ],
  ],
});

testRule(b2bCn, 'reduction-of-sgst-is-negative', {
  severity: 'error',
  marks: 'SGST to be reduced',
  passes: [['0 beside other amounts', { ...inPart, cess: 5_00, itcSgst: 0, itcCess: 5_00 }]],
  fails: [
    [
      'a negative amount',
      { ...inPart, itcCgst: 5_00, itcSgst: -5_00 },
      'The amount to be reduced is negative (₹\u00a0-5.00): enter it without the sign.',
      { also: ['reduction-cgst-differs-from-sgst'] },
    ],
  ],
});

testRule(b2bCn, 'reduction-of-cess-is-negative', {
  severity: 'error',
  marks: 'Cess to be reduced',
  passes: [
    ['a negative amount on Rejected, where the answer is wrong as a whole', { status: 'Rejected', itcCess: -5_00 }],
  ],
  fails: [
    [
      'a negative amount',
      { ...inPart, itcCess: -5_00 },
      'The amount to be reduced is negative (₹\u00a0-5.00): enter it without the sign.',
    ],
  ],
});

testRule(b2bCn, 'reduction-of-igst-exceeds-tax', {
  severity: 'error',
  marks: 'IGST to be reduced',
  passes: [
    ['0', { ...inPart, ...interstate, itcIgst: 0 }],
    ['all of the tax', { ...inPart, ...interstate, itcIgst: 1800_00 }],
    [
      'more than the tax where nothing is sent',
      { status: 'Accepted', itcAnswer: 'Yes', itcBlocked: 'Y', itcIgst: 5_00 },
    ],
  ],
  fails: [
    [
      'a paisa more than the tax',
      { ...inPart, ...interstate, itcIgst: 1800_01 },
      'The reduction of ₹\u00a01,800.01 is more than the IGST of the document (₹\u00a01,800.00): enter ₹\u00a01,800.00 or less.',
    ],
    [
      'IGST where the document has none',
      { ...inPart, itcIgst: 1 },
      'The reduction of ₹\u00a00.01 is more than the IGST of the document (₹\u00a00.00): enter ₹\u00a00.00 or less.',
    ],
  ],
});

testRule(b2bCn, 'reduction-of-cgst-exceeds-tax', {
  severity: 'error',
  marks: 'CGST to be reduced',
  passes: [['all of the tax', { ...inPart, itcCgst: 900_00, itcSgst: 900_00 }]],
  fails: [
    [
      'a paisa more than the tax',
      { ...inPart, itcCgst: 900_01, itcSgst: 900_00 },
      'The reduction of ₹\u00a0900.01 is more than the CGST of the document (₹\u00a0900.00): enter ₹\u00a0900.00 or less.',
      { also: ['reduction-cgst-differs-from-sgst'] },
    ],
  ],
});

testRule(b2bCn, 'reduction-of-sgst-exceeds-tax', {
  severity: 'error',
  marks: 'SGST to be reduced',
  passes: [['all of the tax', { ...inPart, itcCgst: 900_00, itcSgst: 900_00 }]],
  fails: [
    [
      'a paisa more than the tax',
      { ...inPart, itcCgst: 900_00, itcSgst: 900_01 },
      'The reduction of ₹\u00a0900.01 is more than the SGST of the document (₹\u00a0900.00): enter ₹\u00a0900.00 or less.',
      { also: ['reduction-cgst-differs-from-sgst'] },
    ],
  ],
});

testRule(b2bCn, 'reduction-of-cess-exceeds-tax', {
  severity: 'error',
  marks: 'Cess to be reduced',
  passes: [['all of the cess', { ...inPart, cess: 5_00, itcCess: 5_00 }]],
  fails: [
    [
      'a paisa more than the cess',
      { ...inPart, cess: 5_00, value: 11_805_00, itcCess: 5_01 },
      'The reduction of ₹\u00a05.01 is more than the cess of the document (₹\u00a05.00): enter ₹\u00a05.00 or less.',
    ],
  ],
});

testRule(b2bCn, 'reduction-cgst-differs-from-sgst', {
  severity: 'error',
  marks: 'SGST to be reduced',
  passes: [
    ['equal amounts', { ...inPart, itcCgst: 450_00, itcSgst: 450_00 }],
    ['one of them 0 and the other blank', { ...inPart, itcCgst: 0, itcCess: 0 }],
    [
      'unequal amounts where the document has them unequal',
      { ...inPart, sgst: 800_00, itcCgst: 450_00, itcSgst: 400_00 },
    ],
    ['an amount beside one that cannot be read', { ...inPart, itcCgst: 450_00, typed: { itcSgst: 'same' } }],
    ['unequal amounts of the portal that nobody touched', { portal: { ...inPart, itcCgst: 450_00, itcSgst: 0 } }],
  ],
  fails: [
    [
      'a paisa between them',
      { ...inPart, itcCgst: 450_00, itcSgst: 450_01 },
      'CGST and SGST to be reduced differ (₹\u00a0450.00 and ₹\u00a0450.01), while the document has them equal: enter the same amount in both.',
    ],
    [
      'one of them alone',
      { ...inPart, itcCgst: 450_00 },
      'CGST and SGST to be reduced differ (₹\u00a0450.00 and ₹\u00a00.00), while the document has them equal: enter the same amount in both.',
    ],
  ],
});

testRule(b2bCn, 'reduction-of-uneven-cgst-and-sgst', {
  severity: 'warning',
  marks: 'SGST to be reduced',
  passes: [
    ['equal amounts of an uneven document', { ...inPart, sgst: 900_01, itcCgst: 450_00, itcSgst: 450_00 }],
    ['unequal amounts of an even document, which is an error', { ...inPart, itcCgst: 450_00, itcSgst: 450_01 }],
    ['a full reduction of an uneven document', { ...inPart, sgst: 900_01 }],
  ],
  fails: [
    [
      'unequal amounts of an uneven document',
      { ...inPart, sgst: 900_01, itcCgst: 900_00, itcSgst: 900_01 },
      'CGST and SGST to be reduced differ (₹\u00a0900.00 and ₹\u00a0900.01): the portal may refuse that.',
    ],
  ],
});

const EXPLAIN =
  'Accepting with a partial or no reduction needs remarks: say why, for example "ITC availed earlier only in part".';

testRule(b2bCn, 'remarks-must-explain-reduction', {
  severity: 'error',
  marks: 'Remarks',
  passes: [
    ['a full reduction', { status: 'Accepted', itcAnswer: 'Yes' }],
    ['a partial one with remarks', { ...inPart, itcCgst: 450_00, itcSgst: 450_00 }],
    ['No with remarks', { status: 'Accepted', itcAnswer: 'No', remarks: 'never availed' }],
    ['No where remarks are blocked', { status: 'Accepted', itcAnswer: 'No', remarksBlocked: 'Y' }],
    ['No where the question is blocked', { status: 'Accepted', itcAnswer: 'No', itcBlocked: 'Y' }],
    ['Rejected with No', { status: 'Rejected', itcAnswer: 'No' }],
    ['an amount that cannot be read', { status: 'Accepted', itcAnswer: 'Yes', typed: { itcIgst: 'half' } }],
  ],
  fails: [
    ['No without remarks', { status: 'Accepted', itcAnswer: 'No' }, EXPLAIN],
    [
      'a partial reduction without remarks',
      { status: 'Accepted', itcAnswer: 'Yes', itcCgst: 450_00, itcSgst: 450_00 },
      EXPLAIN,
    ],
    ['remarks of blanks alone', { status: 'Accepted', itcAnswer: 'No', typed: { remarks: ' \n ' } }, EXPLAIN],
    [
      'remarks taken away',
      { portal: { status: 'Accepted', itcAnswer: 'No', remarks: 'never availed' }, remarks: '' },
      EXPLAIN,
    ],
  ],
});

testRule(b2bCn, 'remarks-cannot-explain-reduction', {
  severity: 'warning',
  marks: 'Whether ITC to be reduced',
  passes: [
    [
      'No where remarks are allowed',
      { status: 'Accepted', itcAnswer: 'No', remarks: 'never availed', remarksBlocked: 'N' },
    ],
    [
      'No where the file says nothing about remarks',
      { status: 'Accepted', itcAnswer: 'No', remarks: 'never availed', remarksBlocked: '' },
    ],
    ['a full reduction where remarks are blocked', { status: 'Accepted', itcAnswer: 'Yes', remarksBlocked: 'Y' }],
  ],
  fails: [
    [
      'No where remarks are blocked',
      { status: 'Accepted', itcAnswer: 'No', remarksBlocked: 'Y' },
      'A partial or no reduction should be explained, but the portal takes no remarks for this record: it will be sent without.',
    ],
    [
      'a partial reduction where remarks are blocked',
      { status: 'Accepted', itcAnswer: 'Yes', itcCgst: 450_00, itcSgst: 450_00, remarksBlocked: 'Y' },
      'A partial or no reduction should be explained, but the portal takes no remarks for this record: it will be sent without.',
    ],
  ],
});

const ALL_ZERO =
  'The answer is Yes and all amounts are 0: answer No for no reduction, or clear the amounts for a full one.';

testRule(b2bCn, 'reduction-is-all-zero', {
  severity: 'error',
  marks: 'Whether ITC to be reduced',
  passes: [
    ['one paisa of one head', { ...inPart, cess: 5_00, itcIgst: 0, itcCgst: 0, itcSgst: 0, itcCess: 1 }],
    ['Yes without amounts', { status: 'Accepted', itcAnswer: 'Yes' }],
    ['No', { status: 'Accepted', itcAnswer: 'No', remarks: 'never availed' }],
  ],
  fails: [
    ['four times 0', { ...inPart, itcIgst: 0, itcCgst: 0, itcSgst: 0, itcCess: 0 }, ALL_ZERO],
    ['a single 0', { ...inPart, itcIgst: 0 }, ALL_ZERO],
    [
      '0 without remarks',
      { status: 'Accepted', itcAnswer: 'Yes', itcIgst: 0 },
      ALL_ZERO,
      { also: ['remarks-must-explain-reduction'] },
    ],
  ],
});
