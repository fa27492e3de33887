import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PersonId } from '#src/kernel/ids.ts';
import { audiencesInWords, type HeldRole, type Reaching, type RoleReach, whoCanSee } from './who-can-see.ts';

const september = schoolDate('2026-09-01');
const november = schoolDate('2026-11-02');
const ann = PersonId.parse(newId());

const table: Readonly<Record<string, RoleReach>> = {
  senco: { name: 'SENCO', reach: 'school', sees: ['identity', 'staff'] },
  teacher: {
    name: 'Teacher',
    reach: 'pupils',
    ties: ['teaches the class', 'key worker'],
    sees: ['identity', 'staff'],
  },
  guest: { name: 'Guest', reach: 'pupils', ties: ['invited'], sees: ['identity', 'family', 'staff'] },
  governor: { name: 'SEND governor', reach: 'none', sees: ['figures'] },
};
const roleOf = (role: string) => table[role] ?? null;

const held = (role: string, fromOn = september): HeldRole => ({
  personId: ann,
  knownAs: 'Ann',
  role,
  fromOn,
});
const teaching: Reaching = {
  personId: ann,
  why: 'teaches the class',
  group: '4 Oak',
  fromOn: september,
  untilOn: null,
  invited: null,
};
const invited: Reaching = {
  ...teaching,
  why: 'invited',
  group: null,
  untilOn: november,
  invited: {
    capacity: 'social worker',
    by: 'Mrs Doyle',
    reason: 'Review of the care plan',
    sees: ['identity', 'family'],
  },
};

const told = (roles: readonly HeldRole[], rows: readonly Reaching[]) =>
  whoCanSee(roles, rows, roleOf).map(({ role, why, since }) => `${role}: ${why}, ${since}`);

describe('who can see a child', () => {
  it.each<[string, HeldRole[], Reaching[], string[]]>([
    ['a whole-school role', [held('senco')], [], ['SENCO: The role reaches the whole school, 2026-09-01']],
    [
      'a teacher of the class',
      [held('teacher')],
      [teaching],
      ['Teacher: Teaches the class 4 Oak, 2026-09-01'],
    ],
    [
      'a teacher whose role is newer than the class',
      [held('teacher', november)],
      [teaching],
      ['Teacher: Teaches the class 4 Oak, 2026-11-02'],
    ],
    [
      'a key worker until a day',
      [held('teacher')],
      [{ ...teaching, why: 'key worker', group: null, untilOn: november }],
      ['Teacher: Key worker, until 2 November 2026, 2026-09-01'],
    ],
    [
      'a guest, with who asked them, why and until when',
      [held('guest')],
      [invited],
      [
        'Guest: Invited by Mrs Doyle as social worker, until 2 November 2026: Review of the care plan, 2026-09-01',
      ],
    ],
    ['no teacher by an invitation', [held('teacher')], [invited], []],
    ['no guest by a class', [held('guest')], [teaching], []],
    ['no teacher of another class', [held('teacher')], [], []],
    ['nobody whose role is gone', [], [teaching], []],
    ['no governor', [held('governor')], [teaching], []],
    ['no role that is not known', [held('wizard')], [teaching], []],
    [
      'a person once for each reason',
      [held('teacher')],
      [teaching, { ...teaching, why: 'key worker', group: null }],
      ['Teacher: Teaches the class 4 Oak, 2026-09-01', 'Teacher: Key worker, 2026-09-01'],
    ],
  ])('is %s', (_, roles, rows, expected) => {
    expect(told(roles, rows)).toEqual(expected);
  });

  it('is told of a guest with what was chosen for them, not with all that guests may read', () => {
    const [guest] = whoCanSee([held('guest')], [invited], roleOf);
    expect(guest?.sees).toEqual(['identity', 'family']);
  });

  it('is told with what they see', () => {
    expect(audiencesInWords(['identity', 'health', 'figures'])).toBe('Name, class and numbers; health');
    expect(audiencesInWords(['figures'])).toBe('Nothing');
  });
});
