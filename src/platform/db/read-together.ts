import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresDialect,
  type QueryResult,
} from 'kysely';
import type { DB } from './schema.ts';
import type { Tx } from './scope.ts';

type Waiting = {
  readonly query: CompiledQuery;
  readonly resolve: (result: QueryResult<unknown>) => void;
  readonly reject: (failure: unknown) => void;
};
export type Reads = Readonly<Record<string, (tx: Tx) => Promise<unknown>>>;
export type ReadsOf<R extends Reads> = { readonly [K in keyof R]: Awaited<ReturnType<R[K]>> };

/**
 * Runs reads of several modules side by side: what they ask at the same moment goes to the database as one statement,
 * which hands back each one's rows as JSON. A page of ten parts makes one round trip, and no part knows of the others.
 * Reads only. A moment comes back as a `Date`, as from a statement of its own.
 */
export async function readTogether<R extends Reads>(tx: Tx, reads: R): Promise<ReadsOf<R>> {
  const waiting: Waiting[] = [];
  let isDue = false;
  const connection: DatabaseConnection = {
    executeQuery: <T>(query: CompiledQuery) =>
      new Promise<QueryResult<T>>((resolve, reject) => {
        waiting.push({ query, resolve: resolve as Waiting['resolve'], reject });
        if (isDue) return;
        isDue = true;
        setImmediate(() => {
          isDue = false;
          void sendAll(tx, waiting.splice(0));
        });
      }),
    streamQuery: () => {
      throw new Error('Reads that go together are not streamed');
    },
  };
  const asked = Object.assign(gathering(connection), { scope: tx.scope }) as unknown as Tx;
  const entries = await Promise.all(
    Object.entries(reads).map(async ([name, read]) => [name, await read(asked)] as const),
  );
  return Object.fromEntries(entries) as ReadsOf<R>;
}

/** Compiles as the program's own connection does, and sends nothing by itself. */
const gathering = (connection: DatabaseConnection): Kysely<DB> =>
  new Kysely<DB>({
    dialect: Object.assign(new PostgresDialect({ pool: () => Promise.reject(new Error('No pool')) }), {
      createDriver: () => Object.assign(new DummyDriver(), { acquireConnection: async () => connection }),
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });

async function sendAll(tx: Tx, asked: readonly Waiting[]): Promise<void> {
  const bare = tx.withoutPlugins();
  try {
    const [first] = asked;
    if (first !== undefined && (asked.length === 1 || !/^\s*(select|with)\b/i.test(first.query.sql))) {
      first.resolve(await bare.executeQuery(first.query));
      if (asked.length > 1) await sendAll(tx, asked.slice(1));
      return;
    }
    const { rows } = await bare.executeQuery<Record<string, readonly unknown[]>>(asOne(asked));
    for (const [at, { resolve }] of asked.entries())
      resolve({ rows: (rows[0]?.[`r${at}`] ?? []).map(revive) });
  } catch (failure) {
    for (const { reject } of asked) reject(failure);
  }
}

/** The statements side by side, their parameters counted on. */
function asOne(asked: readonly Waiting[]): CompiledQuery {
  const parameters: unknown[] = [];
  const parts = asked.map(({ query }, at) => {
    const offset = parameters.length;
    parameters.push(...query.parameters);
    const text = query.sql.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + offset}`);
    return `(select coalesce(json_agg(q), '[]') from (${text}) q) as r${at}`;
  });
  return CompiledQuery.raw(`select ${parts.join(',\n')}`, parameters);
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/;

/** JSON has no moments: PostgreSQL writes them in this one way. */
const revive = (row: unknown): unknown =>
  Object.fromEntries(
    Object.entries(Object(row)).map(([name, value]) => [
      name,
      typeof value === 'string' && moment.test(value) ? new Date(value) : value,
    ]),
  );
