import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../kernel/access.ts';
import { permissions } from '../../../kernel/access.ts';
import { newId, PupilId } from '../../../kernel/ids.ts';
import type { Role } from './role.ts';
import { type RoleName, roleNames, roles } from './roles.ts';
import { type Tied, wallsFor } from './walls-of-roles.ts';

const pupils = Array.from({ length: 5 }, () => PupilId.parse(newId()));
const [amara, ben] = pupils;
if (amara === undefined || ben === undefined) throw new Error('pupils');

const tied = (why: Tied['why'], pupilId: PupilId, sees: readonly Audience[] | null = null): Tied => ({
  why,
  pupilId,
  sees,
});

/** What one role alone may show of one pupil: the whole rule, said in another way than the code. */
function seenBy(role: Role, pupilId: PupilId, ties: readonly Tied[]): readonly Audience[] {
  if (role.reach === 'school') return role.sees;
  if (role.reach === 'none') return role.sees;
  const own = ties.filter((tie) => tie.pupilId === pupilId && role.ties?.includes(tie.why) === true);
  return role.sees.filter((audience) => own.some(({ sees }) => sees === null || sees.includes(audience)));
}

const anyTie: fc.Arbitrary<Tied> = fc
  .record({
    why: fc.constantFrom<Tied['why']>(
      'teaches the class',
      'key worker',
      'parent or carer',
      'the young person',
      'invited',
    ),
    pupilId: fc.constantFrom(...pupils),
    chosen: fc.subarray<Audience>(['family', 'staff', 'health']),
  })
  .map(({ why, pupilId, chosen }) => tied(why, pupilId, why === 'invited' ? ['identity', ...chosen] : null));

describe('the walls of somebody with several roles', () => {
  it('never show of a pupil what no role of theirs shows of that pupil (rule access-3)', () => {
    fc.assert(
      fc.property(
        fc.subarray<RoleName>([...roleNames], { minLength: 1 }),
        fc.array(anyTie, { maxLength: 8 }),
        fc.option(fc.constantFrom(...permissions)),
        fc.option(fc.constantFrom(...pupils)),
        (names, ties, permission, pupilId) => {
          const walls = wallsFor(names, { permission, pupilId, ties });
          const using: readonly Role[] = names
            .map((name): Role => roles[name])
            .filter((role) => permission === null || role.may.includes(permission));
          for (const of of walls.reach === 'school' ? pupils : walls.reach) {
            const due = using.flatMap((role) => [...seenBy(role, of, ties)]);
            expect(walls.sees.filter((audience) => !due.includes(audience))).toEqual([]);
          }
          if (walls.reach === 'school') expect(using.some((role) => role.reach === 'school')).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never show a guest or a parent more than was chosen, nor anybody else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<RoleName>('guest', 'parent', 'young_person'),
        fc.array(anyTie, { maxLength: 8 }),
        fc.option(fc.constantFrom(...pupils)),
        (name, ties, pupilId) => {
          const { sees, writes, reach } = wallsFor([name], { permission: null, pupilId, ties });
          expect(reach).not.toBe('school');
          const role: Role = roles[name];
          const own = ties.filter((tie) => role.ties?.includes(tie.why) === true);
          for (const of of reach)
            for (const audience of sees)
              expect(
                own.some((tie) => tie.pupilId === of && (tie.sees === null || tie.sees.includes(audience))),
              ).toBe(true);
          expect(sees.some((one) => ['notes', 'sensitive', 'leaders', 'finance'].includes(one))).toBe(false);
          expect(writes).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keep a teacher who is also a parent from the notes about her own child', () => {
    const ties = [tied('teaches the class', amara), tied('parent or carer', ben)];
    const own = wallsFor(['teacher', 'parent'], { permission: null, pupilId: ben, ties });
    expect([own.sees, own.reach]).toEqual([['family'], [ben]]);
    const taught = wallsFor(['teacher', 'parent'], { permission: 'pupil.read', pupilId: amara, ties });
    expect([taught.sees, taught.reach]).toEqual([roles.teacher.sees, [amara]]);
    const list = wallsFor(['teacher', 'parent'], { permission: 'register.read', pupilId: null, ties });
    expect(list.reach).toEqual([amara]);
  });

  it('show a guest of each pupil what was chosen for that one, and on a list what was chosen for all', () => {
    const ties = [
      tied('invited', amara, ['identity', 'family', 'health']),
      tied('invited', ben, ['identity', 'staff']),
    ];
    const open = (pupilId: PupilId | null) =>
      wallsFor(['guest'], { permission: 'pupil.read', pupilId, ties });
    expect([open(amara).sees, open(amara).reach]).toEqual([['identity', 'family', 'health'], [amara]]);
    expect([open(ben).sees, open(ben).reach]).toEqual([['identity', 'staff'], [ben]]);
    expect([open(null).sees, open(null).reach]).toEqual([['identity'], [amara, ben]]);
  });

  it('let a role of the whole school show its own beside what a class shows', () => {
    const ties = [tied('teaches the class', amara)];
    const near = wallsFor(['teacher', 'finance'], { permission: null, pupilId: amara, ties });
    expect(near.sees).toEqual(expect.arrayContaining(['notes', 'finance']));
    const far = wallsFor(['teacher', 'finance'], { permission: null, pupilId: ben, ties });
    expect([far.reach, far.sees.includes('notes')]).toEqual(['school', false]);
  });
});
