/** What an empty `<style>` element hashes to. */
const NOTHING = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The Content-Security-Policy of the pane: our own files and Microsoft's library, and no connection to anywhere.
 * Fluent UI writes its rules through the CSSOM into `<style>` elements that are empty, hence their hash and no
 * 'unsafe-inline'.
 */
module.exports = ({ office, live }) =>
  [
    "default-src 'none'",
    `script-src 'self'${office}`,
    `style-src 'self' ${NOTHING}`,
    "img-src 'self' data:",
    "worker-src 'self'",
    `connect-src ${live ? "'self' wss://localhost:3000" : "'none'"}`,
    "font-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** The workbench: nothing but its own files. The grid writes its styles into the page by itself. */
module.exports.workbenchPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The workbench in one file: the scripts that have these hashes, and Workers from texts of the page. */
module.exports.singlePolicy = (hashes) =>
  [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'worker-src blob:',
    'font-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
