import { z } from 'zod';
import { download } from '#src/platform/http/download.ts';
import { drawFrame } from './offline-frame.ts';

/** The one screen that works without signal: it takes today’s sessions along and keeps what is tapped until it is sent. */
export default download({
  path: '/provision/offline/sessions',
  params: z.object({}),
  may: 'provision.log',
  about: { none: 'A frame: the sessions are asked for by its script' },
  load: async () => ({}),
  send: (_, program) => ({ type: 'text/html; charset=utf-8', body: drawFrame(program) }),
});
