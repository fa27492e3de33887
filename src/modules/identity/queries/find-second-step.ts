import { symmetricDecrypt } from 'better-auth/crypto';
import type pg from 'pg';
import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import type { Program } from '#src/platform/program.ts';

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

/** Who gave a password a moment ago and owes the second step, by the challenge that their cookie names. */
export async function findAwaited(pool: pg.Pool, challenge: string): Promise<PersonId | null> {
  const { rows } = await pool.query<{ value: string }>(
    'select value from verification where identifier = $1 and "expiresAt" > now()',
    [challenge],
  );
  const parsed = PersonId.safeParse(rows[0]?.value);
  return parsed.success ? parsed.data : null;
}

/** The recovery codes that are left. */
export async function listRecoveryCodes(program: Program, personId: PersonId): Promise<readonly string[]> {
  const answer = await program.auth.api.viewBackupCodes({ body: { userId: personId } });
  return z.array(z.string()).parse(answer.backupCodes);
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
