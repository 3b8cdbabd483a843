import type { WideRule } from '../language/rule';

/** Rules about rows together or about the workbook; who finds them says so by these ids. */
export const wideRules = {
  'row-is-copied': {
    id: 'row-is-copied',
    catalogue: 'V13',
    severity: 'error',
    says: 'This row is a copy of row {row} of sheet {sheet} (same document and amounts): delete one of the two.',
    source: 'rule book 3.13 V13: equal in all identity fields and amounts',
  },
  'records-are-twins': {
    id: 'records-are-twins',
    catalogue: 'V13',
    severity: 'warning',
    says: 'The portal sent this document twice, also in row {row} of sheet {sheet}, and the two cannot be told apart: it is uploaded once.',
    source: 'rule book 3.13 V13 and 5.2: real data holds two documents with one number',
  },
  'twins-are-answered-differently': {
    id: 'twins-are-answered-differently',
    catalogue: 'V13',
    severity: 'error',
    says: 'The portal sent this document twice, also in row {row} of sheet {sheet}: give both rows the same answer.',
    source: 'rule book 3.13 V13: the portal could not tell which answer counts',
  },
  'number-is-used-twice': {
    id: 'number-is-used-twice',
    catalogue: 'V13',
    severity: 'warning',
    says: 'The same supplier, number and period are also in row {row} of sheet {sheet}, with other values: check that each row has its own answer.',
    source: 'rule book 3.13 V13: same number with other amounts is only warned about',
  },
  'row-is-deleted': {
    id: 'row-is-deleted',
    catalogue: 'V14',
    severity: 'warning',
    says: 'The row of this record was deleted or cleared, so it is left out of the upload: import the download again into this workbook to bring it back.',
    source: 'rule book 3.13 V14',
  },
  'locked-cell-is-edited': {
    id: 'locked-cell-is-edited',
    catalogue: 'V14',
    severity: 'warning',
    says: 'The portal sent {original} here, the cell now shows {found}: the upload uses what the portal sent.',
    source: 'rule book 3.13 V14; house rule: the original counts',
  },
  'row-mixes-documents': {
    id: 'row-mixes-documents',
    catalogue: 'V14',
    severity: 'error',
    says: 'This row shows parts of two documents ({number} and {other}), as after sorting some of the columns only: undo that, so that each answer is beside its own document.',
    source: 'house rule: no document is sent with another one’s answer',
  },
  'row-is-not-from-the-download': {
    id: 'row-is-not-from-the-download',
    catalogue: 'V14',
    severity: 'warning',
    says: 'This row belongs to no downloaded record and is left out of the upload: delete it, or put notes on a sheet of your own.',
    source: 'rule book 3.13 V14',
  },
  'answer-on-withdrawn-record': {
    id: 'answer-on-withdrawn-record',
    catalogue: 'V14',
    severity: 'warning',
    says: 'This record is not in the last download any more, so your answer is not uploaded.',
    source: 'house rule: withdrawn records are never exported',
  },
  'amendment-before-original': {
    id: 'amendment-before-original',
    catalogue: 'V10',
    severity: 'warning',
    says: 'This amends {number} (row {row} of sheet {sheet}), which is {status}: take the same action on the original first.',
    source: 'rule book 3.5 and 3.13 V10 (W-ORD)',
  },
} as const satisfies Record<string, WideRule>;
