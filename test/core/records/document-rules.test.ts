import { b2b } from '../../../src/core/records/b2b';
import { b2ba } from '../../../src/core/records/b2ba';
import { b2bCn } from '../../../src/core/records/b2b-cn';
import { b2bCna } from '../../../src/core/records/b2b-cna';
import { b2bDn } from '../../../src/core/records/b2b-dn';
import { eco } from '../../../src/core/records/eco';
import { ecoa } from '../../../src/core/records/ecoa';
import { testRule } from '../../support/test-rule';

/** The same state as the place of supply, and another one. */
const MAHARASHTRA = '27AAPFU0939F1ZV';
const KARNATAKA = '29AAGCB7383J1Z4';

testRule(b2b, 'gstin-fails-check-digit', {
  severity: 'warning',
  marks: 'GSTIN of supplier',
  passes: [
    ['a GSTIN with a right check digit', { supplierGstin: MAHARASHTRA }],
    ['no GSTIN, which is said elsewhere', { supplierGstin: '' }],
  ],
  fails: [
    [
      'a wrong check digit',
      { supplierGstin: '27AAPFU0939F1ZW' },
      '27AAPFU0939F1ZW has a wrong check digit, yet the portal sent it: it will be uploaded as it came.',
    ],
    [
      '14 characters',
      { supplierGstin: '27AAPFU0939F1Z' },
      '27AAPFU0939F1Z has a wrong check digit, yet the portal sent it: it will be uploaded as it came.',
    ],
    [
      'lower case',
      { supplierGstin: '27aapfu0939f1zv' },
      '27aapfu0939f1zv has a wrong check digit, yet the portal sent it: it will be uploaded as it came.',
    ],
  ],
});

testRule(eco, 'gstin-fails-check-digit', {
  severity: 'warning',
  marks: 'GSTIN of ECO',
  passes: [['an operator with a right check digit', { supplierGstin: MAHARASHTRA }]],
  fails: [
    [
      'an operator with a wrong one',
      { supplierGstin: '27AAPFU0939F1ZX' },
      '27AAPFU0939F1ZX has a wrong check digit, yet the portal sent it: it will be uploaded as it came.',
    ],
  ],
});

const unusual = (number: string): string =>
  `The document number ${number} is not of the kind rule 46(b) allows (up to 16 letters, digits, - or /): check it with the document.`;

testRule(b2b, 'document-number-is-unusual', {
  severity: 'warning',
  marks: 'Document number',
  passes: [
    ['one character', { number: '7' }],
    ['leading zeros', { number: '0045' }],
    ['16 digits', { number: '1234567890123456' }],
    ['slashes and hyphens', { number: 'AST/26-27/0012' }],
    ['lower case', { number: 'inv-7a' }],
  ],
  fails: [
    ['17 characters', { number: '12345678901234567' }, unusual('12345678901234567')],
    ['a hyphen in front', { number: '-45' }, unusual('-45')],
    ['a slash in front', { number: '/45' }, unusual('/45')],
    ['a blank inside', { number: 'INV 45' }, unusual('INV 45')],
    ['a blank behind', { number: 'INV45 ' }, unusual('INV45 ')],
    ['an underscore', { number: 'INV_45' }, unusual('INV_45')],
    ['a letter with an accent', { number: 'É45' }, unusual('É45')],
    ['a formula', { number: '=1+1' }, unusual('=1+1')],
  ],
});

const unlikely = (date: string): string =>
  `The document date ${date} is not between 01-07-2017 and today: check it with the document.`;

testRule(b2b, 'document-date-is-unlikely', {
  severity: 'warning',
  marks: 'Document date',
  passes: [
    ['the first day of GST', { date: '01-07-2017' }],
    ['today', { date: '15-05-2026' }],
    ['29 February of a leap year', { date: '29-02-2024' }],
    ['no date', { date: '' }],
  ],
  fails: [
    ['the day before GST began', { date: '30-06-2017' }, unlikely('30-06-2017')],
    ['tomorrow', { date: '16-05-2026' }, unlikely('16-05-2026')],
    ['29 February of a common year', { date: '29-02-2025' }, unlikely('29-02-2025')],
    ['31 April', { date: '31-04-2026' }, unlikely('31-04-2026')],
    ['slashes', { date: '19/04/2026' }, unlikely('19/04/2026')],
    ['a day without leading zero', { date: '9-04-2026' }, unlikely('9-04-2026')],
    ['the year first', { date: '2026-04-19' }, unlikely('2026-04-19')],
  ],
});

testRule(b2b, 'document-date-is-unlikely', {
  severity: 'warning',
  marks: 'Document date',
  today: '31-12-2025',
  passes: [['the last day of the year', { date: '31-12-2025' }]],
  fails: [['the first day of the next', { date: '01-01-2026' }, unlikely('01-01-2026')]],
});

const noMonth = (period: string): string =>
  `The source return period ${period} is not a month as MMYYYY: it will be uploaded as it came.`;

testRule(b2b, 'period-is-unreadable', {
  severity: 'warning',
  marks: 'Source return period',
  passes: [
    ['January', { period: '012026' }],
    ['December', { period: '122025' }],
    ['the month alone, as some files have it', { period: '04' }],
    ['no period', { period: '' }],
  ],
  fails: [
    ['month 13', { period: '132026' }, noMonth('132026')],
    ['month 0', { period: '002026' }, noMonth('002026')],
    ['a lost leading zero', { period: '42026' }, noMonth('42026')],
    ['the year first', { period: '202604' }, noMonth('202604')],
    ['a month by name', { period: 'Apr-26' }, noMonth('Apr-26')],
    ['a blank behind', { period: '042026 ' }, noMonth('042026 ')],
  ],
});

testRule(b2b, 'place-of-supply-is-unknown', {
  severity: 'warning',
  marks: 'Place of supply',
  passes: [
    ['a state', { place: '27' }],
    ['an old code', { place: '28', supplierGstin: MAHARASHTRA, igst: 1800_00, cgst: 0, sgst: 0 }],
    ['other territory', { place: '97', igst: 1800_00, cgst: 0, sgst: 0 }],
    ['no place', { place: '' }],
  ],
  fails: [
    [
      'a code on no list',
      { place: '77', igst: 1800_00, cgst: 0, sgst: 0 },
      'The place of supply 77 is not a state code: it will be uploaded as it came.',
    ],
    [
      'a lost leading zero',
      { place: '7', igst: 1800_00, cgst: 0, sgst: 0 },
      'The place of supply 7 is not a state code: it will be uploaded as it came.',
    ],
  ],
});

const NOT_FILED =
  'The supplier has only saved this document, not filed it: it enters GSTR-2B once filed, and your action is lost if the supplier edits it first.';

testRule(b2b, 'accepted-but-not-filed', {
  severity: 'warning',
  marks: 'Status',
  passes: [
    ['Accepted and filed', { status: 'Accepted', filing: 'Filed' }],
    ['Rejected and not filed', { status: 'Rejected', filing: 'Not Filed' }],
    ['No Action and not filed', { filing: 'Not Filed' }],
    ['Accepted with an unknown filing status', { status: 'Accepted', filing: '?' }],
    ['Accepted without a filing status', { status: 'Accepted', filing: '' }],
    ['Accepted by the portal’s own account', { portal: { status: 'Accepted' }, filing: 'Not Filed' }],
  ],
  fails: [['Accepted and only saved', { status: 'Accepted', filing: 'Not Filed' }, NOT_FILED]],
});

const nears = (day: string, why: string): string =>
  `Pending is possible until ${day} (${why}): decide before that date.`;
const past = (day: string, why: string): string =>
  `The last date for Pending was ${day} (${why}): accept or reject it, or it counts as accepted.`;
const LIMIT = 'time limit of section 16(4)';
const MAY = 'due date of GSTR-3B of May 2026';

testRule(b2b, 'pending-nears-last-date', {
  severity: 'warning',
  marks: 'Status',
  passes: [
    ['a Pending 31 days before the limit', { status: 'Pending' }, '30-10-2027'],
    ['a Pending past the limit, which is said otherwise', { status: 'Pending' }, '01-12-2027'],
    ['Rejected on the last day', { status: 'Rejected' }, '30-11-2027'],
    ['a blocked Pending', { status: 'Pending', pendingBlocked: 'Y' }, '30-11-2027'],
    ['a Pending without a readable date', { status: 'Pending', date: '31-04-2026' }, '30-11-2027'],
  ],
  fails: [
    ['30 days before the limit', { status: 'Pending' }, nears('30-11-2027', LIMIT), { today: '31-10-2027' }],
    ['the last day', { status: 'Pending' }, nears('30-11-2027', LIMIT), { today: '30-11-2027' }],
    ['a Pending of the portal', { portal: { status: 'Pending' } }, nears('30-11-2027', LIMIT), { today: '15-11-2027' }],
    [
      'a document of the last day of a financial year',
      { status: 'Pending', date: '31-03-2026', period: '032026' },
      nears('30-11-2026', LIMIT),
      { today: '15-11-2026' },
    ],
    [
      'a document of the first day of a financial year',
      { status: 'Pending', date: '01-04-2026' },
      nears('30-11-2027', LIMIT),
      { today: '15-11-2027' },
    ],
    [
      'a document where the file says nothing about Pending',
      { status: 'Pending', pendingBlocked: '' },
      nears('30-11-2027', LIMIT),
      { today: '15-11-2027' },
    ],
  ],
});

testRule(b2bCn, 'pending-nears-last-date', {
  severity: 'warning',
  marks: 'Status',
  passes: [
    ['a Pending 8 days before the due date', { status: 'Pending' }, '12-06-2026'],
    ['a Pending of a period that cannot be read', { status: 'Pending', period: '132026' }, '20-06-2026'],
  ],
  fails: [
    ['7 days before the due date', { status: 'Pending' }, nears('20-06-2026', MAY), { today: '13-06-2026' }],
    ['the due date', { status: 'Pending' }, nears('20-06-2026', MAY), { today: '20-06-2026' }],
    [
      'a period given as month alone',
      { status: 'Pending', period: '04' },
      nears('20-06-2026', MAY),
      { today: '20-06-2026' },
    ],
    [
      'a note of October 2025, as in the advisory',
      { status: 'Pending', date: '31-10-2025', period: '102025' },
      nears('20-12-2025', 'due date of GSTR-3B of Nov 2025'),
      { today: '15-12-2025' },
    ],
    [
      'a period over the end of the year',
      { status: 'Pending', date: '05-12-2025', period: '12' },
      nears('20-02-2026', 'due date of GSTR-3B of Jan 2026'),
      { today: '15-02-2026' },
    ],
    [
      'a note of December reported in January, given as month alone',
      { status: 'Pending', date: '05-12-2025', period: '01' },
      nears('20-03-2026', 'due date of GSTR-3B of Feb 2026'),
      { today: '15-03-2026' },
    ],
    [
      'a note whose ITC question is blocked, which is a credit note all the same',
      { status: 'Pending', itcBlocked: 'Y' },
      nears('20-06-2026', MAY),
      { today: '20-06-2026' },
    ],
  ],
});

testRule(b2bCna, 'pending-nears-last-date', {
  severity: 'warning',
  marks: 'Status',
  passes: [['a Pending 8 days before the due date', { status: 'Pending' }, '12-06-2026']],
  fails: [['7 days before the due date', { status: 'Pending' }, nears('20-06-2026', MAY), { today: '13-06-2026' }]],
});

testRule(b2ba, 'pending-nears-last-date', {
  severity: 'warning',
  marks: 'Status',
  passes: [
    [
      'an amendment without ITC question on the due date of the period',
      { status: 'Pending', itcBlocked: 'Y' },
      '20-06-2026',
    ],
    ['an amendment where the file says nothing about it', { status: 'Pending', itcBlocked: '' }, '20-06-2026'],
  ],
  fails: [
    [
      'an amendment with ITC question on the due date of the period',
      { status: 'Pending', itcBlocked: 'N' },
      nears('20-06-2026', MAY),
      { today: '20-06-2026' },
    ],
    [
      'an amendment without it at the limit',
      { status: 'Pending', itcBlocked: 'Y' },
      nears('30-11-2027', LIMIT),
      { today: '30-11-2027' },
    ],
  ],
});

testRule(b2b, 'pending-is-past-last-date', {
  severity: 'warning',
  marks: 'Status',
  passes: [
    ['the last day', { status: 'Pending' }, '30-11-2027'],
    ['Accepted after it', { status: 'Accepted' }, '01-12-2027'],
    ['a blocked Pending after it', { portal: { status: 'Pending' }, pendingBlocked: 'Y' }, '01-12-2027'],
    ['a Pending without a readable date', { status: 'Pending', date: '?' }, '01-12-2027'],
  ],
  fails: [
    ['the day after the limit', { status: 'Pending' }, past('30-11-2027', LIMIT), { today: '01-12-2027' }],
    ['a Pending of the portal', { portal: { status: 'Pending' } }, past('30-11-2027', LIMIT), { today: '01-04-2029' }],
  ],
});

testRule(b2bCn, 'pending-is-past-last-date', {
  severity: 'warning',
  marks: 'Status',
  passes: [['the due date', { status: 'Pending' }, '20-06-2026']],
  fails: [['the day after the due date', { status: 'Pending' }, past('20-06-2026', MAY), { today: '21-06-2026' }]],
});

const heads = (state: string, place: string): string =>
  `Supplier state ${state} and place of supply ${place} do not go with these tax heads (same state: equal CGST and SGST, else IGST): check with the document.`;

testRule(b2b, 'tax-heads-against-place', {
  severity: 'warning',
  marks: 'Place of supply',
  passes: [
    ['CGST and SGST in one state', { supplierGstin: MAHARASHTRA, place: '27' }],
    ['a paisa of rounding between CGST and SGST', { sgst: 900_01 }],
    ['IGST to another state', { supplierGstin: KARNATAKA, igst: 1800_00, cgst: 0, sgst: 0 }],
    ['no tax at all', { igst: 0, cgst: 0, sgst: 0 }],
    ['a supply of a SEZ in one state', { documentType: 'SEZ supplies with payment', igst: 1800_00, cgst: 0, sgst: 0 }],
    ['no place', { place: '', igst: 1800_00, cgst: 0, sgst: 0 }],
    ['cess alone', { cgst: 0, sgst: 0, cess: 5_00 }],
  ],
  fails: [
    ['two paise between CGST and SGST', { sgst: 900_02 }, heads('27', '27-Maharashtra')],
    ['CGST without SGST', { sgst: 0 }, heads('27', '27-Maharashtra')],
    ['IGST in one state', { igst: 1800_00, cgst: 0, sgst: 0 }, heads('27', '27-Maharashtra')],
    ['CGST and SGST to another state', { supplierGstin: KARNATAKA }, heads('29', '27-Maharashtra')],
    [
      'a deemed export, which follows the same rule',
      { documentType: 'Deemed Exports', igst: 1800_00, cgst: 0, sgst: 0 },
      heads('27', '27-Maharashtra'),
    ],
  ],
});

const sez = (type: string): string =>
  `${type} does not go with these tax heads (with payment: IGST only, without: no tax): check with the document.`;

testRule(b2bDn, 'sez-tax-heads', {
  severity: 'warning',
  marks: 'Document type',
  passes: [
    ['with payment: IGST', { documentType: 'SEZ supplies with payment', igst: 1800_00, cgst: 0, sgst: 0 }],
    ['with payment: no tax', { documentType: 'SEZ supplies with payment', igst: 0, cgst: 0, sgst: 0 }],
    ['without payment: no tax', { documentType: 'SEZ supplies without payment', cgst: 0, sgst: 0 }],
    ['regular: CGST and SGST', { documentType: 'Regular' }],
    ['a type on no list', { documentType: 'SEZ' }],
    ['no type', { documentType: '' }],
  ],
  fails: [
    ['with payment: CGST and SGST', { documentType: 'SEZ supplies with payment' }, sez('SEZ supplies with payment')],
    [
      'with payment: a paisa of SGST',
      { documentType: 'SEZ supplies with payment', cgst: 0, sgst: 1 },
      sez('SEZ supplies with payment'),
    ],
    [
      'without payment: a paisa of IGST',
      { documentType: 'SEZ supplies without payment', igst: 1, cgst: 0, sgst: 0 },
      sez('SEZ supplies without payment'),
    ],
    [
      'without payment: CGST and SGST',
      { documentType: 'SEZ supplies without payment' },
      sez('SEZ supplies without payment'),
    ],
  ],
});

const BOTH = 'The document has IGST and also CGST or SGST: check with the document.';

testRule(b2b, 'both-igst-and-cgst', {
  severity: 'warning',
  marks: 'IGST',
  passes: [
    ['IGST alone', { supplierGstin: KARNATAKA, igst: 1800_00, cgst: 0, sgst: 0 }],
    ['CGST and SGST', {}],
    ['no tax', { cgst: 0, sgst: 0 }],
  ],
  fails: [
    ['all three', { igst: 1800_00 }, BOTH, { also: ['tax-heads-against-place'] }],
    [
      'a paisa of SGST beside IGST',
      { supplierGstin: KARNATAKA, igst: 1800_00, cgst: 0, sgst: 1 },
      BOTH,
      { also: ['tax-heads-against-place'] },
    ],
  ],
});

const NEGATIVE =
  'An amount is negative, while the portal reports amounts (also of credit notes) as positive: it will be uploaded as it came.';

testRule(b2bCn, 'amount-is-negative', {
  severity: 'warning',
  marks: 'Document value',
  passes: [
    ['0', { value: 0, taxable: 0, cgst: 0, sgst: 0 }],
    ['blanks', { value: '', taxable: '' }],
  ],
  fails: [
    ['a value below 0', { value: -1 }, NEGATIVE],
    ['a taxable value below 0', { taxable: -1 }, NEGATIVE],
    ['IGST below 0', { supplierGstin: KARNATAKA, igst: -1, cgst: 0, sgst: 0 }, NEGATIVE],
    ['CGST and SGST below 0', { cgst: -1, sgst: -1 }, NEGATIVE],
    ['SGST below 0', { cgst: 0, sgst: -1 }, NEGATIVE],
    ['cess below 0', { cess: -1 }, NEGATIVE],
    [
      'a note with all amounts below 0, once',
      { value: -11_800_00, taxable: -10_000_00, cgst: -900_00, sgst: -900_00 },
      NEGATIVE,
    ],
  ],
});

const differs = (by: string): string =>
  `The document value differs from taxable value plus tax by ₹\u00a0${by}: compare with the document before accepting.`;

testRule(b2b, 'value-is-not-the-sum', {
  severity: 'warning',
  marks: 'Document value',
  passes: [
    ['the exact sum', { status: 'Accepted' }],
    ['a rupee more', { status: 'Accepted', value: 11_801_00 }],
    ['a rupee less', { status: 'Accepted', value: 11_799_00 }],
    ['a sum with cess', { status: 'Accepted', value: 11_900_00, cess: 100_00 }],
    ['any difference on Rejected', { status: 'Rejected', value: 50_000_00 }],
    ['any difference on No Action', { value: 50_000_00 }],
    ['any difference on a document that was Accepted before', { portal: { status: 'Accepted' }, value: 50_000_00 }],
    ['no value', { status: 'Accepted', value: '' }],
  ],
  fails: [
    ['a paisa more than a rupee', { status: 'Accepted', value: 11_801_01 }, differs('1.01')],
    ['a paisa less than a rupee below', { status: 'Accepted', value: 11_798_99 }, differs('1.01')],
    ['TCS of a lakh', { status: 'Accepted', value: 111_800_00 }, differs('1,00,000.00')],
  ],
});

const rate = (said: string): string =>
  `The tax is ${said} % of the taxable value, which is not a GST rate: compare with the document before accepting.`;

testRule(b2b, 'tax-rate-is-unusual', {
  severity: 'warning',
  marks: 'Taxable value',
  passes: [
    ['18 %', { status: 'Accepted' }],
    ['no tax', { status: 'Accepted', value: 10_000_00, cgst: 0, sgst: 0 }],
    ['0.1 %', { status: 'Accepted', value: 10_010_00, cgst: 5_00, sgst: 5_00 }],
    ['0.25 %', { status: 'Accepted', value: 10_025_00, cgst: 12_50, sgst: 12_50 }],
    ['1 %', { status: 'Accepted', value: 10_100_00, cgst: 50_00, sgst: 50_00 }],
    ['1.5 %', { status: 'Accepted', value: 10_150_00, cgst: 75_00, sgst: 75_00 }],
    ['3 %', { status: 'Accepted', value: 10_300_00, cgst: 150_00, sgst: 150_00 }],
    ['5 %', { status: 'Accepted', value: 10_500_00, cgst: 250_00, sgst: 250_00 }],
    ['6 %', { status: 'Accepted', value: 10_600_00, cgst: 300_00, sgst: 300_00 }],
    ['7.5 %', { status: 'Accepted', value: 10_750_00, cgst: 375_00, sgst: 375_00 }],
    ['12 %', { status: 'Accepted', value: 11_200_00, cgst: 600_00, sgst: 600_00 }],
    ['28 %', { status: 'Accepted', value: 12_800_00, cgst: 1400_00, sgst: 1400_00 }],
    ['40 %', { status: 'Accepted', value: 14_000_00, cgst: 2000_00, sgst: 2000_00 }],
    ['18 % and a rupee of rounding', { status: 'Accepted', value: 11_801_00, cgst: 900_50, sgst: 900_50 }],
    [
      '28 % with cess, which has rates of its own',
      { status: 'Accepted', value: 14_500_00, cgst: 1400_00, sgst: 1400_00, cess: 1700_00 },
    ],
    ['an odd rate on Rejected', { status: 'Rejected', value: 11_700_00, cgst: 850_00, sgst: 850_00 }],
    ['an odd rate on No Action', { value: 11_700_00, cgst: 850_00, sgst: 850_00 }],
    ['tax on nothing', { status: 'Accepted', value: 1800_00, taxable: 0 }],
  ],
  fails: [
    ['17 %', { status: 'Accepted', value: 11_700_00, cgst: 850_00, sgst: 850_00 }, rate('17.00')],
    [
      '17 % beside a cess, which does not count',
      { status: 'Accepted', value: 11_800_00, cgst: 850_00, sgst: 850_00, cess: 100_00 },
      rate('17.00'),
    ],
    ['18 % and more than a rupee', { status: 'Accepted', value: 11_801_02, cgst: 900_51, sgst: 900_51 }, rate('18.01')],
    [
      '17 % IGST',
      { status: 'Accepted', supplierGstin: KARNATAKA, value: 11_700_00, igst: 1700_00, cgst: 0, sgst: 0 },
      rate('17.00'),
    ],
  ],
});

testRule(ecoa, 'pending-nears-last-date', {
  severity: 'warning',
  marks: 'Status',
  passes: [
    ['a document where the file says nothing about ITC reduction', { status: 'Pending', itcBlocked: '' }, '20-06-2026'],
  ],
  fails: [
    ['one where it is open', { status: 'Pending', itcBlocked: 'N' }, nears('20-06-2026', MAY), { today: '20-06-2026' }],
  ],
});
