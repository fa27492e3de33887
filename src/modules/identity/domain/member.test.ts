import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PersonId } from '#src/kernel/ids.ts';
import { leavesNoAdministrator, type Membership, MembershipId } from './member.ts';
import type { RoleName } from './roles.ts';

const held = (role: RoleName, from = '2026-09-01', until: string | null = null): Membership => ({
  membershipId: MembershipId.parse(newId()),
  personId: PersonId.parse(newId()),
  role,
  fromOn: schoolDate(from),
  untilOn: until === null ? null : schoolDate(until),
});
const today = schoolDate('2026-11-24');
const own = held('senco');
const leaves = (others: Membership[], lastOn: string | null, membership = own) =>
  leavesNoAdministrator(
    [membership, ...others],
    { membership, lastOn: lastOn === null ? null : schoolDate(lastOn) },
    today,
  );

describe('the last administrator', () => {
  it.each([
    ['nobody else', [], true],
    ['a head', [held('head')], true],
    ['an assistant SENCO', [held('assistant_senco')], false],
    ['one who begins the day after', [held('senco', '2026-12-19')], false],
    ['one who begins two days after', [held('senco', '2026-12-20')], true],
    ['one who leaves on the same day', [held('senco', '2026-09-01', '2026-12-18')], true],
    ['one who left', [held('senco', '2026-09-01', '2026-10-01')], true],
  ])('goes on 18 December beside %s: %s', (_, others, expected) => {
    expect(leaves(others, '2026-12-18')).toBe(expected);
  });

  it('is missed at once when the role is withdrawn', () => {
    expect(leaves([held('senco', '2026-11-25')], null)).toBe(true);
    expect(leaves([held('senco')], null)).toBe(false);
  });

  it('is no matter of other roles, nor of a role that has ended already', () => {
    expect(leaves([], '2026-12-18', held('teacher'))).toBe(false);
    expect(leaves([], '2026-10-01', held('senco', '2026-09-01', '2026-10-31'))).toBe(false);
  });
});
