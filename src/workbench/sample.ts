import sample from '../../fixtures/downloads/download.json?text';
import type { PortalFile } from '../taskpane/pane-desk';

/** The download that the project ships: made-up records of all eight types. */
export function sampleFile(): PortalFile {
  return { name: 'sample.json', blob: new Blob([sample], { type: 'application/json' }) };
}
