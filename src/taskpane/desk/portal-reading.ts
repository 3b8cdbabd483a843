// The portal's files as text: half of the desk's code, and nothing that looking at a workbook needs.
export { readErrors } from '../../boundary/error-json';
export { readDownloads } from '../../boundary/portal-json';
export { checkUpload } from '../../boundary/upload-json';
