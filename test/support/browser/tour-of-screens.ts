import { connect } from '../excel';
import { RECIPIENT } from '../generate-download';
import { keepRegister } from '../kept-register';
import { answerAsListed } from './answer-as-listed';
import type { Work } from './work-in-pane';

export type ScreenOnTour =
  | 'first-start'
  | 'import'
  | 'no-gstin'
  | 'home'
  | 'record'
  | 'credit-note'
  | 'bulk'
  | 'bulk-check'
  | 'bulk-done'
  | 'validation'
  | 'to-mend'
  | 'generate'
  | 'errors'
  | 'settings'
  | 'register-source'
  | 'register'
  | 'register-done'
  | 'reconcile'
  | 'matching-check'
  | 'both-sides'
  | 'near'
  | 'merge'
  | 'doubt'
  | 'refusal';

/** Goes through every screen of the pane with the sample's records, and shows each. */
export async function tourOfScreens(work: Work, look: (screen: ScreenOnTour) => Promise<void>): Promise<void> {
  const { sheets, host, pane } = work;
  const show = async (screen: ScreenOnTour): Promise<void> => {
    await work.settled();
    await look(screen);
  };
  await work.on('Start with the portal’s file');
  await show('first-start');

  await work.openDownload();
  await show('import');
  await work.generate();
  await work.reads('The file cannot be made yet.');
  await show('no-gstin');
  sheets.typeOnHome('GSTIN', RECIPIENT);
  sheets.type('B2B', 'AST/26-27/0012', 'Status', 'Accepted');
  sheets.type('B2B', '0045', 'Status', 'Rejected');
  sheets.type('B2B', '0045', 'Remarks', 'Not our purchase');

  sheets.select('B2B', 'SEZ-77');
  await work.go('Record');
  await work.on('SEZ-77');
  await show('record');
  sheets.select('B2B-CN', 'CN-88');
  await work.on('CN-88');
  await work.press('Accept (A)');
  await work.choose('Yes, in part');
  await pane.frame.getByLabel(/^IGST/).fill('2000');
  await work.press('Write amounts');
  await work.reads('More than the tax of the record (₹ 1,620.00).');
  await show('credit-note');

  host.user.activate('B2B');
  host.user.select('B2B', 'A7:A13');
  await work.go('Bulk action');
  await work.on('Bulk action');
  await show('bulk');
  await work.press('Preview');
  await work.on('Check before applying');
  await show('bulk-check');
  await work.press('Apply');
  await work.reads(/^Done: /);
  await show('bulk-done');

  sheets.paste('B2B', 'SEZ-77', 'Status', 'Rejectd');
  sheets.paste('B2B-CN', 'CN-6', 'Status', 'Pending');
  sheets.type('B2B-CN', 'CN/26/7', 'Status', 'Accepted');
  await work.validateAll();
  await work.reads(/^All sheets: 3 errors, /);
  await show('validation');
  await work.generate();
  await work.reads('Show what to correct');
  await show('to-mend');

  answerAsListed(sheets);
  await work.validateAll();
  await work.reads(/^All sheets: 0 errors, /);
  await work.go('Home');
  await show('home');
  await work.generate();
  await work.reads('No errors.');
  await show('generate');
  await work.openErrors('errors/errors.json');
  await show('errors');
  await work.go('Settings');
  await work.on('Settings');
  await show('settings');
  await tourOfMatching(work, show);
  await work.go('Home');
  await work.press('Import Purchase Register');
  await work.reads('Or a sheet of this workbook');
  await show('register-source');
  await work.give('Choose a file', 'registers/hand-made-plain.csv');
  await work.reads('What is read');
  await show('register');
  await work.press('Import');
  await work.on('Purchase register imported');
  await show('register-done');
  await work.go('Home');
  await work.openDownload('journeys/second-month/later.json');
  await show('merge');
  await work.go('Home');
  await work.give('Open Downloaded IMS JSON File', { name: 'april.json', text: '{"imsDetails": {"b2b": []}}' });
  await work.on('Is this the right file?');
  await show('doubt');
  await work.go('Home');
  await work.give('Open Downloaded IMS JSON File', 'uploads/upload.json');
  await work.alert();
  await show('refusal');
}

/** The comparison with a register, which the workbook keeps from here on. */
async function tourOfMatching(work: Work, show: (screen: ScreenOnTour) => Promise<void>): Promise<void> {
  const { sheets, host } = work;
  await keepRegister((await connect(host)).workbook);
  await work.validateAll();
  await work.go('Home');
  sheets.type('B2B', 'AST/26-27/0012', 'Status', 'No Action');
  await work.press('Start Matching');
  await work.on('Reconcile');
  await show('reconcile');
  await work.press(/^Accept what matches/);
  await work.on('Check before applying');
  await show('matching-check');
  await work.press('Cancel');
  sheets.select('B2B', '0045');
  await work.go('Record');
  await work.on('0045');
  await work.reads('Supplier and number agree, the amounts do not.');
  await show('both-sides');
  sheets.select('B2B', 'SEZ-78');
  await work.on('SEZ-78');
  await work.press('Why not matched?');
  await work.reads('Link anyway');
  await show('near');
}
