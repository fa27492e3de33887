import pino from 'pino';

/** One JSON line an event. Ids only: never a pupil's name, an address of a page with a search in it, or free text. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'silent' : 'info'),
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
});
