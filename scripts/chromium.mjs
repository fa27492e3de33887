// Finds Chromium, or installs it with the system's package manager; null when neither can be done.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const standing = () => places.find((place) => place !== undefined && existsSync(place)) ?? null;

export function findChromium() {
  const found = standing();
  if (found !== null || !existsSync('/usr/bin/apt-get')) return found;
  process.stdout.write('Installing Chromium for the journeys…\n');
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [program, ...rest] = [...asRoot, 'apt-get', ...args];
    return spawnSync(program, rest, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  };
  if (apt('update', '-qq') !== 0) return null;
  apt('install', '-y', '-qq', 'chromium');
  return standing();
}
