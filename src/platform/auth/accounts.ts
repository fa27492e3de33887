import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { PersonId, type SchoolId } from '#src/kernel/ids.ts';
import type { Auth } from './auth.ts';

/** The account of an address, or null. */
export async function findAccount(pool: pg.Pool, email: string): Promise<PersonId | null> {
  const { rows } = await pool.query<{ id: string }>('select id from "user" where email = $1', [
    email.toLowerCase(),
  ]);
  return rows[0] === undefined ? null : PersonId.parse(rows[0].id);
}

/** Makes an account. Without a password it gets one that nobody knows, to be chosen by a link. */
export async function makeAccount(
  auth: Auth,
  given: { name: string; email: string; password?: string | undefined },
): Promise<PersonId> {
  const password = given.password ?? randomBytes(32).toString('base64url');
  const { user } = await auth.api.signUpEmail({ body: { name: given.name, email: given.email, password } });
  return PersonId.parse(user.id);
}

/** The addresses that people sign in with. */
export async function listEmails(
  pool: pg.Pool,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const { rows } = await pool.query<{ id: string; email: string }>(
    'select id, email from "user" where id = any($1)',
    [people],
  );
  return new Map(rows.map((row) => [PersonId.parse(row.id), row.email]));
}

/** Sends the link by which somebody chooses a password. */
export const sendPasswordLink = async (auth: Auth, email: string): Promise<void> => {
  await auth.api.requestPasswordReset({ body: { email } });
};

export const hasAnyAccount = async (pool: pg.Pool): Promise<boolean> =>
  (await pool.query('select 1 from "user" limit 1')).rowCount === 1;

/** True for the one who set Sendero up; false when somebody else already did. */
export async function claimSetUp(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query('insert into set_up (once) values (true) on conflict do nothing');
  return rowCount === 1;
}

export const giveUpSetUp = async (pool: pg.Pool): Promise<void> => {
  await pool.query('delete from set_up');
};

/** Keeps which school a session is in. `by` names the session by its id or by its token. */
export async function chooseSchool(
  pool: pg.Pool,
  by: { id: string } | { token: string },
  schoolId: SchoolId,
): Promise<void> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['token', by.token];
  await pool.query(`update session set "schoolId" = $1 where ${column} = $2`, [schoolId, value]);
}

export const keepReading = async (pool: pg.Pool, personId: PersonId, reading: string): Promise<void> => {
  await pool.query('update "user" set reading = $1 where id = $2', [reading, personId]);
};
