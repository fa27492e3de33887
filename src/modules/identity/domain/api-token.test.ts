import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, SchoolId } from '#src/kernel/ids.ts';
import {
  longestUntil,
  prefixOf,
  rolesForPrograms,
  schoolOfToken,
  stateOfToken,
  writeToken,
} from './api-token.ts';
import { permissionsOf, type RoleName, roles } from './roles.ts';
import { wallsFor } from './walls-of-roles.ts';

const chance = () => randomBytes(32).toString('base64url');
const giver = (role: RoleName) => ({
  permissions: permissionsOf([role]),
  ...wallsFor([role], { permission: null, pupilId: null, ties: [] }),
});

describe('a token', () => {
  it('names its school and shows six letters of its chance', () => {
    for (let i = 0; i < 50; i++) {
      const schoolId = SchoolId.parse(newId());
      const token = writeToken(schoolId, chance());
      expect(schoolOfToken(token)).toBe(schoolId);
      expect([token.length, token.startsWith(prefixOf(token)), prefixOf(token).length]).toEqual([
        69,
        true,
        10,
      ]);
    }
  });

  it.each([
    '',
    'snd_',
    'snd_x',
    `${writeToken(SchoolId.parse(newId()), chance())}x`,
    "snd_' or 1=1",
    `snd_${'_'.repeat(64)} `,
  ])('is not %j', (text) => {
    expect(schoolOfToken(text)).toBeNull();
  });

  it.each([
    ['2026-11-24', '2027-11-24'],
    ['2028-02-29', '2029-02-28'],
  ])('made on %s lasts until %s at most', (from, until) => {
    expect(longestUntil(schoolDate(from))).toBe(until);
  });

  it.each([
    ['2026-11-24', null, 'works'],
    ['2026-11-23', null, 'ended'],
    ['2027-11-24', new Date(0), 'revoked'],
    ['2026-11-23', new Date(0), 'revoked'],
  ])('until %s, revoked at %s: %s', (until, revokedAt, state) => {
    expect(stateOfToken({ untilOn: schoolDate(until), revokedAt }, schoolDate('2026-11-24'))).toBe(state);
  });
});

describe('the roles of programs', () => {
  it('are, for a SENCO, all that reach the whole school or figures, but not who flags a safeguarding file or approves as head', () => {
    expect(rolesForPrograms(giver('senco'))).toEqual([
      ...['senco', 'assistant_senco', 'senior_leader', 'office', 'exams', 'finance', 'governor'],
      'designated_teacher',
    ]);
  });

  it('are never above the power of who gives them', () => {
    for (const role of Object.keys(roles) as RoleName[]) {
      const own = giver(role);
      for (const given of rolesForPrograms(own)) {
        expect(roles[given].may.filter((one) => !own.permissions.has(one))).toEqual([]);
        expect(roles[given].sees.filter((one) => !own.sees.includes(one))).toEqual([]);
      }
    }
    expect(rolesForPrograms(giver('head'))).not.toContain('senco');
    expect(rolesForPrograms(giver('teacher'))).toEqual([]);
  });
});
