// Serves the workbench to this computer alone and opens the browser. PORT chooses the port; a taken one leads to the next.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import open from 'open';
import sirv from 'sirv';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}dist/workbench`;
const FIRST_PORT = 3210;
const LAST_PORT = 65_535;

const wanted = process.env.PORT ?? '';
if (!/^\d*$/.test(wanted) || Number(wanted) > LAST_PORT) {
  console.error(`PORT is ${wanted}, which is no port: choose a number from 1 to ${LAST_PORT}.`);
  process.exit(2);
}

if (!existsSync(`${folder}/index.html`)) {
  console.log('Building the workbench, once…');
  const { status } = spawnSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 70);
}

const files = sirv(folder, { dev: true });
const server = createServer((request, response) => {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-cache');
  files(request, response, () => {
    response.statusCode = 404;
    response.end('Not found');
  });
});

/** The first port that is free, from this one on. */
function listen(port) {
  server.once('error', (fault) => {
    if (fault.code !== 'EADDRINUSE' || port >= LAST_PORT) {
      console.error(
        `The workbench cannot be served on port ${port} (${fault.code}). Choose another: PORT=4000 npm start`,
      );
      process.exit(1);
    }
    listen(port + 1);
  });
  server.listen(port, 'localhost');
}
server.once('listening', async () => {
  const address = `http://localhost:${server.address().port}/`;
  console.log(`The workbench is at ${address} (Ctrl+C ends it). Nothing leaves this computer.`);
  if (process.env.CI === undefined && hasScreen()) {
    // Without a browser the address above is enough.
    await open(address).then(
      (browser) => browser.once('error', () => undefined),
      () => undefined,
    );
  }
});

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

listen(wanted === '' ? FIRST_PORT : Number(wanted));
