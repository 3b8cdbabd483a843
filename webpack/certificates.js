const fs = require('node:fs');
const { generateCertificates, getHttpsServerOptions } = require('office-addin-dev-certs');
const { homedir } = require('node:os');
const path = require('node:path');

const folder = path.join(homedir(), '.office-addin-dev-certs');

/**
 * The certificate of https://localhost. Windows and Mac are asked to trust it, as Excel demands.
 * On Linux, where there is no Excel, it is only made; the browser warns once.
 */
module.exports = async () => {
  if (process.platform !== 'linux') return getHttpsServerOptions();
  if (!fs.existsSync(path.join(folder, 'localhost.key'))) await generateCertificates();
  return {
    cert: fs.readFileSync(path.join(folder, 'localhost.crt')),
    key: fs.readFileSync(path.join(folder, 'localhost.key')),
  };
};
