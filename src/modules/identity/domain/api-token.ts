import { z } from 'zod';
import type { Actor } from '#src/kernel/access.ts';
import { fromPlain, plain, type SchoolDate } from '#src/kernel/dates.ts';
import { type PersonId, SchoolId } from '#src/kernel/ids.ts';
import { givenRoles, type RoleName, roles } from './roles.ts';

export const ApiTokenId = z.uuid().brand<'ApiTokenId'>();
export type ApiTokenId = z.output<typeof ApiTokenId>;

/** What a program of somebody else's shows instead of signing in: one role at one school, for some months. */
export type ApiToken = {
  readonly apiTokenId: ApiTokenId;
  /** Whom the events and the views of the program name: a member of the school whom no account signs in. */
  readonly personId: PersonId;
  readonly name: string;
  readonly role: RoleName;
  readonly isReadOnly: boolean;
  /** The first letters, to know it by. */
  readonly prefix: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
  readonly madeByName: string | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedWhy: string | null;
};

export type TokenState = 'works' | 'ended' | 'revoked';

export const stateOfToken = (
  { untilOn, revokedAt }: Pick<ApiToken, 'untilOn' | 'revokedAt'>,
  today: SchoolDate,
): TokenState => (revokedAt !== null ? 'revoked' : untilOn < today ? 'ended' : 'works');

/** A token lasts twelve months at most. Made on 24 Nov 2026 → until 24 Nov 2027. */
export const longestUntil = (fromOn: SchoolDate): SchoolDate => fromPlain(plain(fromOn).add({ months: 12 }));

/** As the school's lists and histories name a program: `Program ‘Attendance board’`. */
export const programName = (name: string): string => `Program ‘${name}’`;

type Giver = Pick<Actor, 'permissions' | 'sees' | 'writes' | 'reach'>;

/** Whether a role may do, see, write or reach nothing that its giver may not. */
const isWithin = (role: RoleName, giver: Giver): boolean => {
  const { may, sees, writes, reach } = roles[role];
  return (
    (reach === 'none' || giver.reach === 'school') &&
    may.every((one) => giver.permissions.has(one)) &&
    sees.every((one) => giver.sees.includes(one)) &&
    writes.every((one) => giver.writes.includes(one))
  );
};

/**
 * The roles that somebody may give to a program: none above their own power, and none that reaches only the pupils
 * whom a person teaches, as a program teaches nobody and would see nobody.
 */
export const rolesForPrograms = (giver: Giver): readonly RoleName[] =>
  givenRoles.filter((role) => roles[role].reach !== 'pupils' && isWithin(role, giver));

const shape = /^snd_[A-Za-z0-9_-]{43}([A-Za-z0-9_-]{22})$/;

/** A token's text: chance, then its school, so that it is looked up there and nowhere else. */
export const writeToken = (schoolId: SchoolId, secret: string): string =>
  `snd_${secret}${Buffer.from(schoolId.replaceAll('-', ''), 'hex').toString('base64url')}`;

/** The school that a token names; null for what is no token. */
export function schoolOfToken(text: string): SchoolId | null {
  const named = shape.exec(text)?.[1];
  if (named === undefined) return null;
  const hex = Buffer.from(named, 'base64url').toString('hex');
  const school = SchoolId.safeParse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  return school.success ? school.data : null;
}

/** The beginning that is kept to know a token by: `snd_x7Rk2q`. */
export const prefixOf = (text: string): string => text.slice(0, 10);
