import { symmetricDecrypt } from 'better-auth/crypto';
import { getSignedCookie } from 'hono/cookie';
import type pg from 'pg';
import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import { systemClock } from '../clock/clock.ts';
import type { Web } from '../http/route.ts';
import type { Program } from '../program.ts';
import { cookieNameOf } from './session.ts';
import { readTimeCode } from './time-code.ts';

/** The second step of somebody: begun and not confirmed, or in use; and since when they keep the recovery codes. */
export type SecondStep = {
  readonly id: string;
  readonly secret: string;
  readonly verified: boolean | null;
  readonly codesKeptAt: Date | null;
};

export async function findSecondStep(pool: pg.Pool, personId: PersonId): Promise<SecondStep | null> {
  const { rows } = await pool.query<SecondStep>(
    'select id, secret, verified, "codesKeptAt" from "twoFactor" where "userId" = $1',
    [personId],
  );
  return rows[0] ?? null;
}

/** The secret that the person's device shares with us. */
export async function secretOf(program: Program, { secret }: SecondStep): Promise<string> {
  const { secretConfig } = await program.auth.$context;
  return symmetricDecrypt({ key: secretConfig, data: secret });
}

/** The person who gave a password a moment ago and owes the second step: no session is open yet. */
export async function findAwaited(program: Program, web: Web): Promise<PersonId | null> {
  const name = cookieNameOf(program, 'sendero.two_factor');
  const identifier = await getSignedCookie(web, program.settings.secret, name);
  if (typeof identifier !== 'string') return null;
  const { rows } = await program.database.auth.query<{ value: string }>(
    'select value from verification where identifier = $1 and "expiresAt" > now()',
    [identifier],
  );
  const parsed = PersonId.safeParse(rows[0]?.value);
  return parsed.success ? parsed.data : null;
}

/**
 * Whether a code may be handed on to the library, which does not mind one that was used before: of two who show the
 * same code only the quicker goes on.
 */
export async function useTimeCode(
  program: Program,
  step: SecondStep,
  typed: string,
): Promise<'good' | 'wrong' | 'used' | { readonly minutesOff: number }> {
  const read = readTimeCode(await secretOf(program, step), typed, systemClock.now().getTime());
  if (read === 'wrong' || 'minutesOff' in read) return read;
  const { rowCount } = await program.database.auth.query(
    `update "twoFactor" set "lastStep" = $2 where id = $1 and coalesce("lastStep", -1) < $2`,
    [step.id, read.step],
  );
  return rowCount === 1 ? 'good' : 'used';
}

/** The recovery codes that are left. */
export async function listRecoveryCodes(program: Program, personId: PersonId): Promise<readonly string[]> {
  const answer = await program.auth.api.viewBackupCodes({ body: { userId: personId } });
  return z.array(z.string()).parse(answer.backupCodes);
}

/** The codes are the person's to keep from now on: they are not shown again. False makes them shown once more. */
export async function keepCodes(pool: pg.Pool, personId: PersonId, areKept: boolean): Promise<void> {
  await pool.query('update "twoFactor" set "codesKeptAt" = case when $2 then now() end where "userId" = $1', [
    personId,
    areKept,
  ]);
}

/** Takes the second step and the passkeys away from somebody who lost both, and ends every session of theirs. */
export async function dropSecondStep(pool: pg.Pool, personId: PersonId): Promise<void> {
  await pool.query('delete from "twoFactor" where "userId" = $1', [personId]);
  await pool.query('delete from passkey where "userId" = $1', [personId]);
  await pool.query('update "user" set "twoFactorEnabled" = false where id = $1', [personId]);
  await pool.query('delete from session where "userId" = $1', [personId]);
}

/** Those of some people who have neither a second step nor a passkey. */
export async function listWithoutSecondStep(
  pool: pg.Pool,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from "user" u where id = any($1) and "twoFactorEnabled" is not true
       and not exists (select from passkey p where p."userId" = u.id)`,
    [people],
  );
  return new Set(rows.map((row) => PersonId.parse(row.id)));
}
