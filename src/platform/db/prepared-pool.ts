import type { PostgresPool } from 'kysely';
import type pg from 'pg';

/** Texts that get a name; the rest are sent as they are. Lists of unknown length would make endless new texts. */
const most = 400;
const longest = 20_000;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= most || text.length > longest) return known;
  const name = `q${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * A pool whose statements are prepared once a connection: under row security, planning costs more than running for
 * most of what a page asks.
 */
export const preparedPool = (pool: pg.Pool): PostgresPool => ({
  options: { ...pool.options },
  end: () => pool.end(),
  connect: async () => {
    const client = await pool.connect();
    return {
      processID: Reflect.get(client, 'processID') ?? null,
      release: () => client.release(),
      query: (text: unknown, values?: readonly unknown[]) =>
        typeof text === 'string' && values !== undefined && values.length > 0
          ? client.query({ text, values: [...values], name: nameOf(text) } as pg.QueryConfig)
          : client.query(text as string, values === undefined ? undefined : [...values]),
    } as unknown as Awaited<ReturnType<PostgresPool['connect']>>;
  },
});
