import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface UnpackedChromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium of the package `@sparticuz/chromium` (Linux on x64) with the libraries and fonts that it needs, so that
 * a machine without any of them will do. Unpacked once, 280 MB, into a folder of ours for temporary files.
 */
export function unpackChromium(): UnpackedChromium {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Edge or Chromium found: install one, or set CHROME_PATH to its program file.');
  }
  const home = join(__dirname, '../../../node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `ims-chromium-${version}-${String(process.getuid?.())}`);
  if (!existsSync(folder)) unpack(home, folder);
  const libraries = join(folder, 'al2023/lib');
  const before = process.env['LD_LIBRARY_PATH'];
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: before ? `${libraries}:${before}` : libraries,
      FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? join(folder, 'fonts'),
    },
  };
}

/** The package has ES modules only and unpacks into the folder for temporary files: a process of its own gets its own. */
function unpack(home: string, folder: string): void {
  mkdirSync(tmpdir(), { recursive: true });
  const fresh = mkdtempSync(join(tmpdir(), 'ims-chromium-new-'));
  const program = `import chromium from ${JSON.stringify(pathToFileURL(join(home, 'build/index.js')).href)}; await chromium.executablePath();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    // The package unpacks its libraries only where it believes itself on Amazon's Linux.
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(fresh, 'fonts/fonts.conf'), fontsIn(folder));
  try {
    renameSync(fresh, folder);
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(folder)) throw cause;
  }
}

/** The fonts of the package, and those of the system where it has some; the package's own list knows other folders. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
