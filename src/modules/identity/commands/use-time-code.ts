import type pg from 'pg';
import type { PersonId } from '#src/kernel/ids.ts';
import { systemClock } from '#src/platform/clock/clock.ts';
import type { Program } from '#src/platform/program.ts';
import { type SecondStep, secretOf } from '../queries/find-second-step.ts';
import { readTimeCode } from './time-code.ts';

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
