import { fill, type Values } from './fill';

// The catalogue: every sentence a user can read outside the task pane, but for the rules (a rule says its own).

const FRESH_DOWNLOAD = 'Download the file again from the portal (Services > Returns > IMS Dashboard > Offline).';

/** Reasons for which we cannot go on: what is wrong, and what to do next. */
export const refusals = {
  'not-utf-8': { reason: 'the file is not UTF-8 text (first wrong byte at {at})', advice: FRESH_DOWNLOAD },
  'file-empty': { reason: 'the file is empty', advice: FRESH_DOWNLOAD },
  'file-too-large': {
    reason: 'the file has {size} MB; at most {limit} MB can be read at once',
    advice: 'Download fewer record types at a time and import the files together.',
  },
  'file-zipped': { reason: 'this is a zip file', advice: 'Unpack it and choose the JSON inside.' },
  'file-not-json': {
    reason: 'this is no JSON file',
    advice: 'Choose the JSON that was downloaded from the portal.',
  },
  'json-broken': { reason: 'the JSON is broken at {place}: {fault}', advice: FRESH_DOWNLOAD },
  'json-duplicate-key': {
    reason: 'the key {key} occurs twice at {place}, so it is unclear which value counts',
    advice: FRESH_DOWNLOAD,
  },
  'json-forbidden-key': { reason: 'the key {key} at {place} has no place in a portal file', advice: FRESH_DOWNLOAD },
  'json-too-deep': { reason: 'the JSON is nested deeper than {limit} levels at {place}', advice: FRESH_DOWNLOAD },
  'number-too-large': { reason: 'the number at {place} is too large to be an amount', advice: FRESH_DOWNLOAD },
  'root-not-object': {
    reason: 'the file holds {found} where a portal file has an object with record sections',
    advice: 'Choose the JSON that the portal offers under IMS Dashboard > Offline > Download JSON.',
  },
  'no-sections': {
    reason: 'the file has no IMS record section (b2b, b2bcn, …)',
    advice: 'Choose the JSON that the portal offers under IMS Dashboard > Offline > Download JSON.',
  },
  'section-not-array': {
    reason: 'section {section} holds {found} where a list of records belongs',
    advice: FRESH_DOWNLOAD,
  },
  'section-twice': {
    reason: 'section {section} is in the file twice, as {first} and as {second}',
    advice: FRESH_DOWNLOAD,
  },
  'record-not-object': {
    reason: 'record {index} of section {section} is {found} and not a record',
    advice: FRESH_DOWNLOAD,
  },
  'record-value-wrong': {
    reason: 'record {index} of section {section} has {found} under the key {key}',
    advice: FRESH_DOWNLOAD,
  },
  'is-upload-file': {
    reason: 'this is an upload file (reqtyp {reqtyp}), not a download',
    advice: 'Choose the JSON that was downloaded from the portal.',
  },
  'is-error-file': {
    reason: "this is the portal's error file, not a download",
    advice: 'Open it with Open Downloaded Error File (ims errors <file> --into <workbook>).',
  },
  'is-download-file': {
    reason: "this is a download, not the portal's error file",
    advice: 'Open it with Open Downloaded IMS JSON File (ims import <file>).',
  },
  'is-gstr2b-file': {
    reason: 'this is a GSTR-2B file, not an IMS download',
    advice: 'Choose the JSON from the IMS Dashboard.',
  },
  'is-count-file': {
    reason: "this is the portal's count of records, without the records",
    advice: 'Choose the JSON that the portal offers under IMS Dashboard > Offline > Download JSON.',
  },
  'is-large-result-file': {
    reason: 'this file only lists where the parts of a large result are, it has no records',
    advice: 'Download the parts and import them together.',
  },
  'gstin-wrong': {
    reason: '{gstin} is not a GSTIN: {fault}',
    advice: 'Type the 15 characters of the recipient’s GSTIN as on the registration certificate.',
  },
  'gstin-on-home-wrong': {
    reason: '{gstin} is not a GSTIN: {fault}',
    advice:
      'Type the recipient’s GSTIN on Home, in the cell to the right of the label GSTIN, as on the registration certificate.',
  },
  'gstin-differs': {
    reason: 'this belongs to GSTIN {found}, not to {expected}',
    advice: 'Choose the file of the same GSTIN; every GSTIN has its own workbook.',
  },
  'gstin-on-home-differs': {
    reason: 'Home says GSTIN {found}, and the downloaded file belongs to {expected}',
    advice: 'Type {expected} on Home, in the cell to the right of the label GSTIN.',
  },
  'setting-wrong': {
    reason: 'Home says {value} beside {label}, which is not one of the known values',
    advice: 'Write {known}.',
  },
  'gstin-missing': {
    reason: 'the workbook does not say whose GSTIN it is',
    advice: 'Type the recipient’s GSTIN on Home, in the cell to the right of the label GSTIN, then generate again.',
  },
  'file-not-found': { reason: 'the file does not exist', advice: 'Check the name and the folder.' },
  'file-unreadable': {
    reason: 'the file cannot be read ({fault})',
    advice: 'Check that it is a file and that you may open it.',
  },
  'file-unwritable': {
    reason: 'the file cannot be written ({fault})',
    advice: 'Close it in Excel if it is open there, and check that you may write in this folder.',
  },
  'file-exists': {
    reason: 'the workbook exists already and may hold work',
    advice: 'Merge with --into to keep the work, or choose another name.',
  },
  'place-is-folder': { reason: 'it is a folder, not a file', advice: 'Name a file, in this folder or elsewhere.' },
  'folder-missing': { reason: 'the folder does not exist', advice: 'Make the folder or choose another one.' },
  'not-a-workbook': {
    reason: 'this is not an .xlsx workbook that can be read ({fault})',
    advice: 'Choose an .xlsx workbook; a workbook with a password must be saved without one first.',
  },
  'workbook-is-json': {
    reason: 'this is a JSON file, not a workbook',
    advice: 'Open it with Open Downloaded IMS JSON File (ims import <file>); choose an .xlsx workbook here.',
  },
  'workbook-has-signature': {
    reason: 'the workbook is digitally signed, and a change would break the signature',
    advice: 'Save a copy without the signature in Excel and use the copy.',
  },
  'store-missing': {
    reason: 'the workbook has no IMS record store (the hidden sheet {sheet})',
    advice: 'Use the workbook that IMS Offline made, or import the portal’s JSON into a new workbook.',
  },
  'store-damaged': {
    reason: 'the record store on the hidden sheet {sheet} is damaged ({fault})',
    advice: 'Go back to the last saved copy of the workbook, or import the portal’s JSON into a new workbook.',
  },
  'store-newer': {
    reason: 'the workbook was made by a newer version (record store {found}, this program reads up to {known})',
    advice: 'Update IMS Offline for Excel.',
  },
  'books-damaged': {
    reason: 'the purchase register on the hidden sheet {sheet} is damaged ({fault})',
    advice: 'Import the purchase register again.',
  },
  'memory-damaged': {
    reason: 'what the hidden sheet {sheet} remembers is damaged ({fault})',
    advice: 'Go back to the last saved copy of the workbook.',
  },
  'books-missing': {
    reason: 'this workbook keeps no purchase register yet',
    advice: 'Import the purchase register first.',
  },
  'matching-not-shown': {
    reason: 'the sheets do not show this comparison',
    advice: 'Press Start Matching, then try again.',
  },
  'link-outdated': {
    reason: 'records or register have changed since this was shown',
    advice: 'Look at the record again.',
  },
  'memory-unknown': {
    reason: 'this is no memory of IMS Offline for Excel',
    advice: 'Choose the .json file that Export memory made (ims reconcile … --save-memory <file>).',
  },
  'memory-exists': {
    reason: 'the file exists already, and what it remembers would be lost',
    advice: 'Read it too with --memory, or choose another name.',
  },
  'memory-newer': {
    reason: 'the memory was written by a newer version ({found}, this program reads up to {known})',
    advice: 'Update IMS Offline for Excel.',
  },
  'memory-other-client': {
    reason: 'the memory is of GSTIN {found}, this workbook of {gstin}',
    advice: 'Choose the memory of this client.',
  },
  'sheet-missing': {
    reason: 'the sheet {sheet} is not in the workbook',
    advice:
      'If it was renamed, give it back the name {sheet}; if it was deleted, undo that or import again into a new workbook.',
  },
  'sheet-renamed': {
    reason: 'the sheet {sheet} was renamed "{found}"',
    advice: 'Name it {sheet} again.',
  },
  'heading-missing': {
    reason: 'the heading {heading} is missing on sheet {sheet}',
    advice: 'Type {heading} again in the heading row above its column, or undo the deletion of the column.',
  },
  'not-a-record-sheet': {
    reason: 'this is not a sheet of IMS records',
    advice: 'Go to one of the sheets B2B, B2BA, B2B-DN, B2B-DNA, B2B-CN, B2B-CNA, ECO or ECOA.',
  },
  'record-moved': {
    reason: 'the row of this record is gone or shows another document now',
    advice: 'Select the record again.',
  },
  'merge-withdraws': {
    reason:
      'it has {records|none of the # record|none of the # records} of this workbook, which would all be marked as withdrawn',
    advice:
      'Check that it is the right file, of the same GSTIN; a copy of the workbook brings back what a wrong one did.',
  },
  'preview-outdated': {
    reason: 'the rows changed since the preview',
    advice: 'Press Cancel, and look at the preview once more.',
  },
  'rows-moved': {
    reason: 'rows of sheet {sheet} moved while they were written',
    advice: 'Nothing was changed. Try again, and do not sort, insert or delete rows meanwhile.',
  },
  'label-missing': {
    reason: 'the label {label} is missing on Home',
    advice: 'Type {label} again in the second column of Home, above the table, and try again.',
  },
  'heading-twice': {
    reason: 'the heading {heading} is on sheet {sheet} twice (columns {first} and {second})',
    advice: 'Rename or delete the column that you added.',
  },
  'sheet-full': {
    reason: 'sheet {sheet} has room for {free|# more row|# more rows}, and {more|# is needed|# are needed}',
    advice: 'Import the new download into a new workbook.',
  },
  'too-many-records': {
    reason: 'the download has {records|# record|# records}; one workbook holds at most {limit}',
    advice: 'Download fewer record types at a time and keep one workbook for each.',
  },
  'out-of-memory': {
    reason: 'this computer’s memory is not enough for so many records',
    advice: 'Close other programs, or download fewer record types at a time and keep one workbook for each.',
  },
  'no-usable-record': {
    reason: '{records|the only record in it cannot|none of the # records in it can} be used ({first})',
    advice: FRESH_DOWNLOAD,
  },
  'no-record': {
    reason: 'the portal sent no records for {sheets}',
    advice:
      'There is nothing to act on. If the IMS Dashboard shows records, download the file again; to merge it with earlier work, open it from that workbook (ims import <file> --into <workbook>).',
  },
  'no-record-handled': {
    reason: 'all its records are of sections that are not handled offline ({sections})',
    advice: 'Take the actions for them on the portal (Services > Returns > IMS Dashboard).',
  },
  'errors-not-readable': {
    reason: 'the file has neither imsDetailsErr nor error_report',
    advice: 'Choose the error file that the portal offers when an upload was Processed with Error.',
  },
  'csv-not-utf-8': { reason: 'the list is not UTF-8 text', advice: 'Save it again as "CSV UTF-8 (comma delimited)".' },
  'file-changed': {
    reason: 'the workbook was changed by another program in the meantime',
    advice: 'Run the command again, one at a time.',
  },
  'csv-broken': {
    reason: 'line {line} cannot be read: {fault}',
    advice: 'Save the list again as CSV (comma separated).',
  },
  'csv-empty': { reason: 'the list has no line with headings', advice: 'Start the file with the headings {headings}.' },
  'csv-heading-unknown': { reason: 'the heading {heading} is unknown', advice: 'Known headings: {headings}.' },
  'csv-heading-twice': { reason: 'the heading {heading} is there twice', advice: 'Keep one column of that name.' },
  'csv-heading-missing': {
    reason: 'the heading {heading} is missing',
    advice: 'Add the column: the records are found by it.',
  },
  'csv-value-unknown': { reason: 'line {line}, {heading}: {value} is not known', advice: 'Use one of: {known}.' },
  'csv-amount-wrong': {
    reason: 'line {line}, {heading}: {value} is not an amount',
    advice: 'Write a number such as 1000.00.',
  },
  'option-wrong': { reason: '{fault}', advice: 'See ims {command}--help.' },
  'excel-busy': {
    reason: 'Excel is busy at the moment',
    advice: 'Wait a minute and try again; nothing was changed.',
  },
  'excel-editing': {
    reason: 'Excel waits for a cell that is being edited',
    advice: 'Press Enter or Esc in the cell, then try again.',
  },
  'excel-protected': {
    reason: 'a cell or sheet is protected against changes ({fault})',
    advice: 'Unprotect it in Excel (Review > Unprotect Sheet), then try again.',
  },
  'excel-too-much': {
    reason: 'Excel refused a request as too large ({fault})',
    advice: 'Report this; nothing was changed.',
  },
  'excel-session-lost': {
    reason: 'the connection to the workbook is lost',
    advice: 'Open the workbook again, then try again.',
  },
  'excel-failed': {
    reason: 'Excel could not do it ({fault})',
    advice: 'Try again; if it happens again, save the workbook, close it and open it again.',
  },
  'excel-half-written': {
    reason: 'writing stopped in the middle ({fault}), and what was written on {sheets} could not be taken back',
    advice: 'Use Undo in Excel or go back to the last saved copy, then try again.',
  },
  'excel-half-made': {
    reason: 'making the sheets stopped in the middle ({fault}), and these could not be removed: {sheets}',
    advice: 'Delete these sheets, then import again.',
  },
  'workbook-locked': {
    reason: 'the structure of the workbook is protected, so that no sheet can be added',
    advice: 'In Excel choose Review > Protect Workbook to lift the protection, then try again.',
  },
  'sheet-name-needed': {
    reason: 'the comparison writes to a sheet named {sheet}, and the workbook has one that is not ours',
    advice: 'Rename that sheet and start the matching again.',
  },
  'sheet-name-taken': {
    reason: 'the workbook has a sheet named {sheet} that is not ours',
    advice: 'Rename that sheet, or import into a new workbook.',
  },
  'upload-wrong': {
    reason: 'the upload file would not be as the portal expects it ({fault})',
    advice: 'Report this, with the record that is named; nothing was written.',
  },
  'register-is-ours': {
    reason: 'this is an IMS workbook, not a purchase register: its records would be compared with themselves',
    advice: 'Choose the purchase register that your accounting software exports, or name a sheet of yours in it.',
  },
  'register-empty': { reason: 'it is empty', advice: 'Choose the file with the purchase register.' },
  'register-too-large': {
    reason: 'the file has {size} MB; at most {limit} MB can be read at once',
    advice: 'Export the register for a shorter period.',
  },
  'register-password': {
    reason: 'it is protected by a password',
    advice: 'Open it in Excel, save a copy without a password and choose the copy.',
  },
  'register-damaged': {
    reason: 'it cannot be read as a workbook ({fault})',
    advice: 'Open it in Excel, save it as .xlsx and choose that file.',
  },
  'register-other-program': {
    reason: 'this is a file of another kind ({what})',
    advice: 'Export the register as .xlsx, .xls or .csv and choose that file.',
  },
  'register-json': {
    reason: 'this is a JSON file, not a purchase register',
    advice: 'Open the portal’s file with Open Downloaded IMS JSON File; choose an .xlsx, .xls or .csv file here.',
  },
  'register-markup': {
    reason: 'this is a web page or XML without a table',
    advice: 'Export the register as .xlsx or .csv and choose that file.',
  },
  'register-unknown': {
    reason: 'this is neither a workbook nor a text file',
    advice: 'Export the register as .xlsx, .xls or .csv and choose that file.',
  },
  'register-quotes': {
    reason: 'row {row} has a quotation mark that does not end ({fault})',
    advice: 'Correct the row, or open the file in Excel, save it as .xlsx and choose that file.',
  },
  'register-no-columns': {
    reason: 'sheet {sheet} has no column for: {missing}',
    advice:
      'Choose another sheet, say which column it is (ims reconcile … --column "document number=<heading>"), or give each a heading such as GSTIN, Invoice no., Taxable value or IGST in one row.',
  },
  'register-no-such-sheet': {
    reason: 'it has no sheet {sheet} that can be seen and has something in it',
    advice: 'Its sheets: {known}.',
  },
  'register-field-unknown': {
    reason: '{field} is no field of a register',
    advice: 'Fields: {known}; {more|# more stands|# more stand} in ims reconcile --help.',
  },
  'register-heading-unknown': { reason: 'no column has the heading {heading}', advice: 'Its headings: {known}.' },
  'register-word-unknown': { reason: 'no document has the type {word}', advice: 'Its types: {known}.' },
  'register-closed': { reason: 'no purchase register is open', advice: 'Choose the file or the sheet again.' },
  'register-sheet-gone': {
    reason: 'the workbook has no sheet {sheet} that can be seen',
    advice: 'Choose another sheet, or a file.',
  },
  'register-sheet-empty': { reason: 'it is empty', advice: 'Choose the sheet with the purchase register.' },
  'register-no-documents': {
    reason: 'no document can be read in it ({why})',
    advice: 'Choose the file with the purchase register of the period, or correct the row that is named.',
  },
} as const satisfies Record<string, { reason: string; advice: string }>;

export type RefusalId = keyof typeof refusals;

/** Notes: things the user should know although the work went on. */
export const notes = {
  'section-not-handled':
    'Section {section} ({records|# record|# records}) is not handled offline: take the actions on the portal.',
  'section-missing-partial':
    'The file has no section {section} (sheet {sheet}); {records|its # record was left as it is|its # records were left as they are}, because this kind of file carries single sections.',
  'record-unusable': 'record {index} of section {section}{document}: {why}',
  'record-left-out': '{file}, {record}, so it was left out.',
  'left-out-no-gstin': 'it has no supplier GSTIN',
  'left-out-no-number': 'it has no document number',
  'left-out-null': 'it is empty (null)',
  'left-out-amount': 'the amount under {key} cannot be used ({value})',
  counts: '{file}: {found|# record|# records} in the file, {taken} taken, {left} left out.',
  'number-was-number':
    '{section}, record {index}: the document number {number} came as a number and was taken as text; leading zeros may have been lost before.',
  'amount-was-number': '{section}, record {index}: {key} came as a number ({value}) and was taken as text.',
  'value-unknown':
    '{section}, record {index}: {label} {value} is not on the list; it is shown and sent back as it came.',
  'amount-was-text': '{section}, record {index}: {key} came as text ({value}) and was read as a number.',
  'amount-rounded':
    '{section}, record {index}: {key} has more than two decimals ({value}) and was rounded to {rounded}.',
  'answer-unknown': '{section}, record {index}: the ITC answer {value} is neither Y nor N and was taken as no answer.',
  'amount-missing': '{section}, record {index}: it has no {label}; the upload will not have it either.',
  'csv-more-cells':
    'it has {cells|# cell|# cells} for {headings|# heading|# headings} (a comma in a text needs "quotation marks" around it)',
  'act-twice': 'line {line} already gives this record another answer',
  'act-withdrawn': 'the record is withdrawn: it is not in the last download',
  'action-unknown': '{section}, record {index}: the action {value} is not known and was taken as No Action.',
  'pending-flag-unclear':
    '{section}: {records|# record has|# records have} only the flag {key}, whose meaning is unclear; Pending was not blocked for {records|it|them}.',
  'number-exact':
    '{section}, record {index}: the number under {key} has too many digits for a spreadsheet and is kept as text.',
  'records-same':
    '{records|# record is in more than one of the files and was|# records are in more than one of the files and were} taken once.',
  'records-replaced':
    '{records|# record is|# records are} in more than one file with different values; those of the file named last were taken.',
  'recipient-check-digit':
    'The GSTIN {gstin} in the file fails its check digit; it must be corrected on Home before the upload file can be made.',
  'recipient-unknown': 'The file does not say whose GSTIN it is. Type it on Home, in the cell beside GSTIN.',
  'error-unplaced': 'Not found in the workbook: {section}, {gstin}, {number}: {message}',
  'error-without-text': 'The portal gave no text for this error.',
  'error-file-of-other-gstin': 'The error file does not name a GSTIN; none of its records is in this workbook.',
  'portal-means': 'It means: {what}',
  'portal-itc-needed': 'choose Yes or No in the column Whether ITC to be reduced, and generate again.',
  'portal-names-yours': '{keys} is the column {labels}: correct it there, and generate again.',
  'portal-names-several-yours': '{keys} are the columns {labels}: correct them, then generate again.',
  'portal-names-theirs':
    '{keys} is the column {labels}, which comes from the portal: open a fresh IMS JSON here, so that it is as the portal has it now.',
  'portal-names-several-theirs':
    '{keys} are the columns {labels}, which come from the portal: open a fresh IMS JSON here, so that they are as the portal has them now.',
  'list-of-two': '{before} and {last}',
  imported: 'Imported {at}',
  'return-period': 'Return period: {periods}',
  'group-results': 'Results',
  'group-match': 'Comparison with your books',
  'books-document': '{number} of {date} ({place})',
  'suggestion-look': 'Look at it',
  'reconciliation-title': 'Reconciliation with the purchase register',
  'reconciliation-hint':
    'Credit notes are taken off: they stand below zero. The totals leave out Duplicate and Not in IMS scope. Differences up to {tolerance} are rounding. The result of each record stands on its own sheet, beside Status.',
  'only-in-books-title': 'Only in books: documents that no supplier has reported in IMS',
  'only-in-books-hint':
    'The chase list: suppliers with the most tax first, credit notes below zero. The credit is not in GSTR-2B until the supplier reports the document. Below it, as Not in IMS scope: what is never in IMS, nothing to ask for. Write notes to the right: each goes with its document.',
  'duplicates-title': 'Duplicates: documents that stand twice on one side',
  'duplicates-hint':
    'Keep the first of each; a second one in the books would claim the same credit twice. Credit notes stand below zero.',
  'compared-with': 'Compared with {file}, sheet {sheet}, on {at}',
  'legend-user': 'Yours to fill in',
  'legend-portal': 'From the portal: not to be changed',
  'legend-error': 'Error: stops the upload',
  'legend-warning': 'Warning: look again',
  'legend-changed': 'Changed by the supplier',
  'sheet-hint':
    'Choose a Status in each row, then Validate. Sort, filter, hide and insert columns as you like; keep the headings.',
  'list-error-title': 'Not on the list',
  'list-error-status':
    'Choose Accepted, Rejected, Pending or No Action. Pending is not offered where the portal blocks it.',
  'list-error-itc': 'Choose Yes or No. Where the list is empty the portal does not ask about ITC reduction.',
  'home-title': 'IMS Offline for Excel',
  'home-subtitle':
    'Invoice Management System: accept, reject or keep pending what your suppliers reported. Nothing leaves this computer.',
  'home-facts': 'This workbook',
  'home-settings': 'Settings',
  'home-filer': 'Monthly; Quarterly, 22nd; or Quarterly, 24th: when GSTR-3B is due.',
  'home-filing-date': 'dd-mm-yyyy, if you plan to file on a day other than the due date.',
  'home-tolerance': 'Differences between amounts up to this are rounding.',
  'home-profile': 'Form of the file to upload: leave it as it is unless the portal refuses the file.',
  'home-counts': 'Records and your decisions',
  'home-silence': 'No Action counts as accepted when GSTR-2B is computed.',
  'home-steps': 'What to do',
  'home-imported': '{at} from {files}',
  'workbook-encrypted': 'it is protected by a password, or an old .xls file',
  'known-day': 'a day such as 20-07-2026, or clear the cell',
  'known-amount': 'an amount such as 1.00',
  none: 'none',
  never: 'not yet',
  total: 'Total',
  'total-in-ims': 'Total of records in IMS',
  'total-with-books': 'Total with Only in books',
  'step-1': '1. Download the JSON from the portal: {menu}. Import it here.',
  'step-2': '2. On each sheet choose a Status. Credit notes and some amendments also ask whether ITC is to be reduced.',
  'step-3':
    '3. Add remarks where you reject, keep pending, or reduce ITC only in part or not at all. The supplier can read them.',
  'step-4':
    '4. Validate. Every error is named in the column Sheet validation errors and its cell is marked; correct it and validate again.',
  'step-5': '5. Generate the JSON file to upload, then upload it: {menu}.',
  'step-6':
    '6. If the portal says Processed with Error, download its error file and open it here: each message is put on its row.',
  'step-7': '7. Recompute GSTR-2B on the portal after the upload, and before you file GSTR-3B.',
  'history-import': 'Imported {records|# record|# records} from {files}',
  'history-merge': 'Merged {files}',
  'change-withdrawn': 'not in the last download, never uploaded.',
  'change-unusable':
    'The last download has a version of this record that could not be used: {why}. What was there before is kept, with your answer.',
  'change-your-answer': 'Your answer before was: {answer}.',
  'sheet-emptied':
    'None of the earlier records of sheet {sheet} is in this download: {records|# record was|all # records were} marked as withdrawn. If the download was incomplete, go back to the copy of the workbook from before.',
  'versions-unusable':
    'Sheet {sheet}: {records|# record is|# records are} in this download in a version that could not be used. What was there before is kept, with your {records|answer|answers}.',
  'checked-before': 'answers or records changed since: validate again',
  'change-back': 'Back in the download.',
  'change-filing': 'Source filing status {before} is now {now}.',
  'change-action': 'Status on the portal {before} is now {now}.',
  'act-no-sheet': 'there is no sheet {sheet}',
  'act-none': 'no record of the workbook fits',
  'act-several': '{records|# record fits|# records fit}; add sheet, GSTIN or date to tell them apart',
  'act-no-column': 'sheet {sheet} has no question whether ITC is to be reduced',
  'left-withdrawn': 'Withdrawn: not in the last download, so not uploaded.',
  'left-decided': 'Already decided. Switch on "Also change records I already decided" to include them.',
  'left-no-record': 'No record of the download in the row.',
  'left-changed-since': 'Changed since, so left as it is now.',
  'left-decided-by-you': 'Already decided by you.',
  'left-unreadable': 'A cell of yours in the row cannot be read: correct it first.',
  'left-row-deleted': 'The row was deleted from the sheet.',
  'left-original-first': 'It amends a record of this workbook that has another answer: decide the original first.',
  'remark-not-availed': 'ITC was not availed on this document.',
  'remark-availed-in-part': 'ITC availed earlier only in part; reduced by what our books have.',
  'spoken-row': 'row {row}',
  'means-credit-accepted': 'The tax goes into ITC Available of GSTR-2B and from there into GSTR-3B.',
  'means-credit-rejected':
    'The tax goes to ITC Rejected of GSTR-2B and not into GSTR-3B; the supplier sees the rejection.',
  'means-credit-pending':
    'It stays out of this GSTR-2B and GSTR-3B and remains in IMS for a later month. The ITC must be availed within the time limit of section 16(4).',
  'means-note-accepted': 'Your ITC is reduced by the tax of the note, or by the part that you declare.',
  'means-note-rejected':
    'Your ITC stays as it is; the supplier’s liability is added back in the supplier’s next GSTR-3B, so settle it with the supplier first.',
  'means-note-pending': 'Nothing is reduced now. It can stay pending for one tax period; then accept or reject it.',
  'means-amendment-accepted': 'The amended values replace those of the original: the difference goes into your ITC.',
  'means-amendment-rejected': 'The amended values do not enter GSTR-3B; the supplier sees the rejection.',
  'means-amendment-pending': 'It stays out of this GSTR-2B and GSTR-3B and remains in IMS.',
  'means-no-action': 'Counts as accepted when GSTR-2B is computed.',
  'pending-blocked': 'Not offered: the portal blocks Pending for this record.',
  'filing-filed': 'Filed by the supplier: it enters GSTR-2B of this period.',
  'filing-saved':
    'Only saved by the supplier, not filed: it enters GSTR-2B once filed, and your action is lost if the supplier edits it first.',
  'filing-unknown': 'The file does not say whether the supplier has filed it.',
  'amends-here': 'Amends {number} of {date}: {status}, in row {row} of sheet {sheet}.',
  'amends-elsewhere': 'Amends {number} of {date}, which is not in this workbook.',
  'itc-needed': 'Yes reduces your ITC, in full or by the amounts you give; No reduces nothing.',
  'itc-offered': 'You may say whether your ITC is to be reduced; without an answer nothing is declared.',
  'itc-closed': 'The portal does not ask about ITC reduction for this record.',
  'remarks-open': 'The supplier can read them.',
  'remarks-blocked': 'The portal takes no remarks for this record.',
  'remarks-not-sent': 'Uploaded only with Rejected or Pending; otherwise they stay in the workbook.',
  'remarks-not-sent-itc':
    'Uploaded only with Rejected, Pending, or ITC reduced in part or not at all; otherwise they stay in the workbook.',
  'this-workbook': 'this workbook',
  'undo-bulk': '{status}: {records|# record|# records} on {sheet}',
  'undo-answers': 'answers of {records|# record|# records} on {sheet}',
  'undo-one': 'your answer to {number}',
  'undo-suggestions': 'what the comparison suggests: {records|# record|# records}',
  'undo-typed': 'typing on {sheet}, {records|# record|# records}',
  'ready-gstin': 'GSTIN {gstin} is right.',
  'ready-no-errors': 'No errors.',
  'ready-errors':
    '{errors|# error stops the file: correct it|# errors stop the file: correct them}, then generate again.',
  'ready-warnings':
    '{warnings|# warning: look at it again, it does|# warnings: look at them again, they do} not stop the file.',
  'ready-changed': '{records|# record|# records} changed since the download {records|goes|go} into the file.',
  'ready-unchanged': 'Nothing was changed since the download, so there is nothing to upload.',
  'ready-parts': 'The file is split into {parts|# part|# parts}: upload all of them.',
  'no-action-untested':
    'The file takes records back to No Action (N). No official document describes this, so check on the portal that it worked.',
  'cli-about':
    'Offline work on the GST Invoice Management System: from the portal’s JSON to a workbook and back. Nothing leaves this computer.',
  'cli-import': 'Make a workbook from the portal’s JSON, or merge a later download into one',
  'cli-import-out': 'new workbook to make',
  'cli-import-into': 'workbook to merge into; your work in it is kept',
  'cli-import-gstin': 'GSTIN of the recipient, where the file does not carry it',
  'cli-validate': 'Check the workbook; errors and marks are written into it',
  'cli-generate': 'Check the workbook and write the JSON to upload; only what changed goes into it',
  'cli-generate-out': 'folder for the file; it is made if missing',
  'cli-generate-profile': 'form of the file to upload, if not as Home says: {known}',
  'cli-generate-records': 'records in one file at most; more are split into parts',
  'cli-generate-bytes': 'bytes in one file at most; more are split into parts',
  'cli-errors': 'Put the messages of the portal’s error file on their rows',
  'cli-errors-into': 'workbook that the upload was made from',
  'cli-act': 'Set Status, ITC answer and remarks from a CSV list',
  'cli-act-actions': 'list with the headings of the workbook; blank cells change nothing',
  'cli-option-json': 'print one JSON object for programs instead of text',
  'cli-option-as-on': 'check dates as on this day instead of today',
  'cli-wrong-day': 'write a day such as 20-07-2026.',
  'cli-wrong-count': 'write a whole number above 0.',
  'cli-wrong-profile': 'known profiles: {known}.',
  'cli-out-or-into': 'name either --out for a new workbook or --into for an existing one',
  'cli-working': 'Working',
  'cli-no-gstin': 'GSTIN not known yet',
  'cli-imported': 'Made {workbook} ({gstin}):',
  'cli-merged': 'Merged into {workbook} ({gstin}):',
  'cli-more-notes': '… and {more|# more note|# more notes}; --json shows all.',
  'cli-checked': '{errors|# error|# errors}, {warnings|# warning|# warnings} in {workbook}.',
  'cli-not-generated':
    'No upload file was written: {errors|# error must be corrected first (ims validate shows it|# errors must be corrected first (ims validate shows them} in the workbook).',
  'cli-nothing-changed':
    'Nothing was changed since the download, so there is nothing to upload and no file was written.',
  'cli-generated':
    'Wrote {path}: {records|# record|# records}, {A} accepted, {R} rejected, {P} pending, {N} back to No Action.',
  'cli-upload-next': 'Upload it on the portal: {menu}. Then recompute GSTR-2B.',
  'cli-errors-placed': '{placed|# message|# messages} placed, {unplaced} not found, in {workbook}.',
  'cli-unmatched': '{list}, line {line}: {reason}.',
  'cli-acted': '{changed|# record|# records} changed, {unmatched|# line|# lines} not matched, in {workbook}.',
  'cli-reconcile':
    'Compare with the purchase register: writes the result of each record beside Status, and answers those of the categories that you name',
  'register-guessed-column': 'Guessed: {field} is under {headings}. {why}',
  'register-guessed-order': 'Guessed: in dates {order}. {why}',
  'register-guessed-swapped': 'Guessed: day and month of the dates are interchanged. {why}',
  'register-guessed-signs': 'Guessed: what is an invoice and what a credit note. {why}',
  'register-guessed-word': 'Guessed: {word} ({rows|# row|# rows}) is {kind}. {why}',
  'register-guessed-other': 'Guessed: a document without a type is {kind}. {why}',
  'register-day-first': 'the day comes first',
  'register-month-first': 'the month comes first',
  'register-nothing-below': 'there are no rows below the headings',
  'register-none-chosen': 'no sheet is chosen',
  checked: '{at}: {errors|# error|# errors}, {warnings|# warning|# warnings}',
  'too-many-shown': '… and {more} more.',
  'register-why-name': 'The heading {heading} says so.',
  'register-why-like': 'The heading {heading} may mean it.',
  'register-why-rates': 'One column for each tax rate, such as {heading}; they are added up.',
  'register-why-two': 'Two columns may mean it, {heading} and {other}.',
  'register-why-content': 'The contents of column {heading} look like it.',
  'register-why-tax': 'The tax beside it fits no other meaning.',
  'register-why-you': 'You said so.',
  'register-why-both-orders':
    '{dayFirst|# date has|# dates have} the day first and {monthFirst|# date has|# dates have} the month first.',
  'register-why-order': 'Some dates in the column have a day above 12.',
  'register-why-no-order': 'No date in the column has a day above 12, so the day is taken to come first, as in India.',
  'register-why-months-told': 'The form of the dates leaves no doubt.',
  'register-why-dates-kept': 'The cells hold dates, which are taken as they are.',
  'register-why-swapped':
    'Dates that can be read both ways were stored with day and month interchanged: the other dates are of other months.',
  'register-why-above': 'All amounts are positive.',
  'register-why-credit': 'Most documents stand on the credit side.',
  'register-why-debit': 'Most documents stand on the debit side.',
  'register-why-negative': 'Most documents are negative, so the positive ones are taken for credit notes.',
  'register-why-below': 'Negative documents are taken for credit notes.',
  'register-why-return': '{word} is your note to the supplier; it is compared with the supplier’s credit note.',
  'register-why-reduces': '{word} reduces the purchases, so it is compared with the supplier’s credit note.',
  'register-why-own-note':
    '{word} is taken for your own note to the supplier; it is compared with the supplier’s credit note.',
  'register-why-word': '{word} says so.',
  'register-why-unknown-word': '{word} is not a known type, so it is taken for an invoice.',
  'register-why-title': '{title} says so.',
  'register-why-no-word': 'A document without a type is taken for an invoice.',
  'register-no-purchase': '{word} is not a purchase.',
  'register-no-number': 'It has no document number (column {heading}).',
  'register-number-date':
    'A spreadsheet turned the document number into a date ({value}): correct it in the register as text.',
  'register-number-short':
    'A spreadsheet kept only the first digits of the document number ({value}): correct it in the register as text.',
  'register-date-wrong': '{value} under {heading} is not a valid date (in this column {order}).',
  'register-amount-wrong': '{value} under {heading} is not an amount.',
  'register-no-amount': 'It has no amount.',
  'register-gstin-wrong': '{value} is not a GSTIN, which has 15 characters.',
  'register-gstin-check': 'The GSTIN {value} fails its check digit.',
  'register-mixed-signs': 'Some of its amounts are positive and some negative ({amounts}).',
} as const satisfies Record<string, string>;

export function note(id: keyof typeof notes, values: Values = {}): string {
  return fill(notes[id], values);
}

/** Where the portal keeps the offline files, in its own words [advisory 658]. */
export const portalMenu = {
  download: 'Services > Returns > Invoice Management System (IMS) Dashboard > Offline > Download JSON',
  upload: 'Services > Returns > Invoice Management System (IMS) Dashboard > Offline > Upload JSON',
} as const;
