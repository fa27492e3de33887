import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { NotFound } from '#src/kernel/stops.ts';
import { download } from '#src/platform/http/download.ts';
import { projectRoot } from '#src/platform/project-root.ts';
import { drawFrame } from './offline-frame.ts';

/**
 * The worker of the offline screen. Its address bounds what it can ever answer to the addresses beside it. What it keeps is
 * named here, file by file; another build is another worker.
 */
export default download({
  path: '/provision/offline/worker.js',
  params: z.object({}),
  may: 'provision.log',
  about: { none: 'A script' },
  load: async () => ({}),
  send: async (_, program) => {
    const { css, offline, worker } = program.assets;
    const [built] = worker;
    if (built === undefined) throw new NotFound();
    const files = ['/provision/offline/sessions', '/favicon.svg', ...css, ...offline];
    const mark = createHash('sha256').update(drawFrame(program)).digest('base64url').slice(0, 16);
    const code = await readFile(join(projectRoot, 'dist', 'client', built), 'utf8');
    const body = `self.offline = ${JSON.stringify({ files, mark })};\n${code}`;
    return { type: 'text/javascript; charset=utf-8', body };
  },
});
