import { countBySeverity, type Finding, type Severity } from '../../../src/core/kernel/finding';

const finding = (severity: Severity): Finding => ({
  rule: 'pending-is-blocked',
  severity,
  sheet: 'B2B',
  row: 7,
  column: 'Status',
  document: { gstin: '27AAPFU0939F1ZV', number: 'AST/26-27/0012', date: '19-04-2026' },
  message: 'Pending is not allowed.',
});

test('errors and warnings are counted apart', () => {
  const findings = [finding('warning'), finding('error'), finding('warning')];
  expect(countBySeverity(findings)).toEqual({ errors: 1, warnings: 2 });
});

test('without findings there is neither', () => {
  expect(countBySeverity([])).toEqual({ errors: 0, warnings: 0 });
});
