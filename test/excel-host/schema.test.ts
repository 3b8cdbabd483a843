import { createExcelHost, loadOfficeInNode, type OfficeBuild } from '../support/excel-host/excel-host';
import { differencesFrom, eventDifferences } from '../support/excel-host/schema-check';

const builds: readonly OfficeBuild[] = ['excel-web-16.00', 'excel-win32-16.01'];

it.each(builds)('says of every object what the library %s says', async (build) => {
  expect(differencesFrom(await loadOfficeInNode(createExcelHost(), build))).toEqual([]);
});

it.each(builds)('numbers events as the library %s does', async (build) => {
  expect(eventDifferences(await loadOfficeInNode(createExcelHost(), build))).toEqual([]);
});
