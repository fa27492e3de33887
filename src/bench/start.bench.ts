import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#src/platform/project-root.ts';
import { type Line, line, median } from './line.ts';

const port = 3998;
const health = `http://127.0.0.1:${port}/health`;

/** A start on a database that is there: from the command to the first answer. The first start makes it and is not counted. */
export async function startBench(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sendero-start-'));
  await chmod(folder, 0o711);
  try {
    await startOnce(folder);
    const seconds: number[] = [];
    for (let i = 0; i < 5; i++) seconds.push(await startOnce(folder));
    return [
      line('start: second start to first answer', median(seconds), { unit: 's', bar: 2, better: 'lower' }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, [join(projectRoot, 'dist', 'server', 'cli.js'), 'serve'], {
    env: {
      ...process.env,
      SENDERO_DATA: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: undefined,
      SENDERO_URL: undefined,
    },
    stdio: 'ignore',
  });
  const gone = once(child, 'exit');
  try {
    while (!(await answers())) {
      if (child.exitCode !== null || performance.now() - from > 30_000)
        throw new Error(`The start failed: ${serverLog(folder)}`);
      await new Promise((later) => setTimeout(later, 10));
    }
    return (performance.now() - from) / 1000;
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

const answers = async (): Promise<boolean> => {
  try {
    return (await fetch(health)).status === 200;
  } catch {
    return false;
  }
};

function serverLog(folder: string): string {
  try {
    return readFileSync(join(folder, 'postgres', 'server.log'), 'utf8').slice(-500);
  } catch {
    return 'no log of the database';
  }
}
