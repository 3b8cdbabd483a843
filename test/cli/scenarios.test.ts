import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runScenario } from '../support/scenario';

const folder = join(__dirname, '../../fixtures/cli');

describe('ims', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.scenario')))('%s', (name) => {
    runScenario(join(folder, name));
  });
});
