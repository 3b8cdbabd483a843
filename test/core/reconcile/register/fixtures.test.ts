import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegister } from '../../../../src/core/reconcile/register/read-register';
import { recogniseLayout } from '../../../../src/core/reconcile/register/recognise-layout';
import { RECIPIENT } from '../../../support/generate-download';
import { REGISTERS, registerSheet, told } from '../../../support/register-fixture';

const registers = readdirSync(REGISTERS).filter((file) => /\.(csv|tsv|xls|xlsx)$/.test(file));

// UPDATE=1 writes what is read; the difference is to be looked at before it is kept.
describe('registers as people have them', () => {
  test.each(registers)('%s', async (file) => {
    const sheet = await registerSheet(file);
    const layout = recogniseLayout(sheet);
    const found = told(layout, readRegister(sheet, layout, RECIPIENT));
    const expected = join(REGISTERS, `${file}.json`);
    if (process.env['UPDATE'] === '1') writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`);
    expect(existsSync(expected)).toBe(true);
    expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
