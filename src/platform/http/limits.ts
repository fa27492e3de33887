import { bodyLimit } from 'hono/body-limit';

const MEGABYTE = 1024 * 1024;

/** Stops a body that is larger than the page can use, before it is read. */
export const limitBody = (bytes: number = MEGABYTE) =>
  bodyLimit({
    maxSize: bytes,
    onError: (web) =>
      web.text(`This is larger than ${Math.round(bytes / MEGABYTE)} MB and was not read.`, 413),
  });
