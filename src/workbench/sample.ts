import sample from '../../fixtures/downloads/download.json?text';
import type { PortalFile } from '../taskpane/pane-desk';

/** Whose records they are: the download itself does not say it. */
export const SAMPLE_GSTIN = '27ZZZCR1001K1Z0';

/** The download that the project ships: made-up records of all eight types. */
export function sampleFile(): PortalFile {
  return { name: 'sample.json', blob: new Blob([sample], { type: 'application/json' }) };
}
