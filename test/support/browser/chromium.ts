import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { unpackChromium } from './unpacked-chromium';

/** Nothing that a browser does by itself may reach the network, and the pane runs in a process of its own. */
const FLAGS = [
  '--site-per-process',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  // The list replaces Playwright's. The first lets a frame of another site keep its session storage, as in Excel.
  '--disable-features=AlwaysBlock3pcsIncognito,HttpsUpgrades,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding',
];

/** Starts a Chromium without a window: that of `CHROME_PATH`, else one of the system, else the one among our packages. */
export async function launchChromium(): Promise<Browser> {
  const installed = process.env['CHROME_PATH'] ?? installedChromium();
  const { executablePath, env } = installed ? { executablePath: installed, env: {} } : unpackChromium();
  return chromium.launch({
    executablePath,
    args: FLAGS,
    // Chromium refuses its sandbox to root, as whom continuous integration often runs.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...definedOnly(process.env), ...env },
  });
}

function installedChromium(): string | undefined {
  return candidates().find((path) => existsSync(path));
}

function candidates(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
        const folder = process.env[name];
        return folder
          ? [
              join(folder, 'Google/Chrome/Application/chrome.exe'),
              join(folder, 'Microsoft/Edge/Application/msedge.exe'),
            ]
          : [];
      });
    default:
      return (process.env['PATH'] ?? '')
        .split(delimiter)
        .flatMap((folder) =>
          ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map((name) =>
            join(folder, name),
          ),
        );
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
