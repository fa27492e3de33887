import type pg from 'pg';

/** What a connection of `pg` can do while a COPY runs; its types leave this out. */
type CopyConnection = pg.Connection & {
  readonly sendCopyFromChunk: (piece: Uint8Array) => void;
  readonly endCopyFrom: () => void;
  readonly sendCopyFail: (why: string) => void;
};

/** Pieces waiting to be taken: above the first figure the server is held back, below the second it may go on. */
const most = 1024 * 1024;
const few = 256 * 1024;

/**
 * `COPY … TO STDOUT`: the bytes as they come, one piece a row. The server is held back while nobody takes them, so that
 * memory stays small whatever the table. Throws what the database says. The client is free again at the end.
 */
export async function* copyOut(client: pg.ClientBase, text: string): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let bytes = 0;
  let failure: Error | null = null;
  let isOver = false;
  let wake = () => {};
  let connection: pg.Connection | undefined;
  const submitted = {
    submit: (given: pg.Connection) => {
      connection = given;
      given.query(text);
    },
    handleCopyData: ({ chunk }: { chunk: Uint8Array }) => {
      // The library writes the next answer over the place where this one lies.
      waiting.push(Uint8Array.from(chunk));
      bytes += chunk.length;
      if (bytes > most) connection?.stream.pause();
      wake();
    },
    handleCommandComplete: () => {},
    handleReadyForQuery: () => {
      isOver = true;
      wake();
    },
    handleError: (error: Error) => {
      failure = error;
      isOver = true;
      wake();
    },
  };
  client.query(submitted);
  while (true) {
    const taken = waiting.splice(0);
    bytes = 0;
    if (taken.length > 0) yield* taken;
    if (waiting.length > 0) continue;
    if (failure !== null) throw failure;
    if (isOver) return;
    if (bytes < few) connection?.stream.resume();
    await new Promise<void>((woken) => {
      wake = woken;
    });
  }
}

/** `COPY … FROM STDIN` with the pieces given, no quicker than the server takes them. Throws what the database says. */
export async function copyIn(
  client: pg.ClientBase,
  text: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  const asked = Promise.withResolvers<CopyConnection>();
  const ended = Promise.withResolvers<void>();
  // A refusal is told once, below, whichever of the two waits it meets.
  asked.promise.catch(() => undefined);
  ended.promise.catch(() => undefined);
  client.query({
    submit: (connection: pg.Connection) => connection.query(text),
    handleCopyInResponse: (connection: pg.Connection) => asked.resolve(connection as CopyConnection),
    handleCommandComplete: () => {},
    handleReadyForQuery: () => ended.resolve(),
    handleError: (error: Error) => {
      asked.reject(error);
      ended.reject(error);
    },
  });
  const connection = await asked.promise;
  try {
    for await (const piece of pieces) {
      connection.sendCopyFromChunk(piece);
      if (connection.stream.writableNeedDrain)
        await Promise.race([
          new Promise((drained) => connection.stream.once('drain', drained)),
          ended.promise,
        ]);
    }
  } catch (error) {
    connection.sendCopyFail('the pieces ended early');
    await ended.promise.catch(() => undefined);
    throw error;
  }
  connection.endCopyFrom();
  await ended.promise;
}
