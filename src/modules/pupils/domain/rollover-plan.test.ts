import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { GroupId, newId, PupilId, StaffId } from '#src/kernel/ids.ts';
import { previewRollover, type StaffedGroup } from '#src/modules/school/index.ts';
import { classesToMoveInto, planRollover, type RollingPupil } from './rollover-plan.ts';

const [lastOn, startsOn] = [schoolDate('2027-08-31'), schoolDate('2027-09-01')];

const group = (name: string, yearGroup: string | null, more: Partial<StaffedGroup> = {}): StaffedGroup => ({
  groupId: GroupId.parse(newId()),
  kind: 'class',
  name,
  yearGroup,
  subject: null,
  fromOn: schoolDate('2026-09-01'),
  untilOn: null,
  source: 'Sendero',
  version: 1,
  staff: [],
  ...more,
});
const pupil = (yearGroup: string, of: StaffedGroup | null): RollingPupil => ({
  pupilId: PupilId.parse(newId()),
  name: 'Okafor, Amara',
  yearGroup,
  groupId: of?.groupId ?? null,
  className: of?.name ?? null,
});
const place = (name: string, untilOn: string | null) => ({
  staffId: StaffId.parse(newId()),
  name,
  post: 'Teacher',
  fromOn: schoolDate('2026-09-01'),
  untilOn: untilOn === null ? null : schoolDate(untilOn),
});

function plan(given: { pupils: RollingPupil[]; present: StaffedGroup[]; made?: StaffedGroup[] }) {
  const made = given.made ?? [];
  const groups = classesToMoveInto(given.present, made);
  const preview = previewRollover({ pupils: given.pupils, groups, lastYearGroup: '6' });
  const days = { year: '2027/28', lastOn, startsOn, lastYearGroup: '6', isDone: false, planned: [] };
  return planRollover({ ...given, ...days, made, preview });
}
const brief = (classes: ReturnType<typeof plan>['classes']) =>
  classes.map((next) => [next.name, next.yearGroup, next.staff.map((one) => one.name)]);

describe('the plan for the turn of the year', () => {
  it('begins a class anew with those who have the class of its name, unless they leave with the year', () => {
    const [four, five] = [
      group('4 Oak', '4'),
      group('5 Oak', '5', { staff: [place('Mrs Doyle', null), place('Mr Mole', '2027-08-31')] }),
    ];
    const { classes, ending } = plan({ pupils: [pupil('4', four)], present: [four, five] });
    expect(brief(classes)).toEqual([
      ['4 Oak', '4', []],
      ['5 Oak', '5', ['Mrs Doyle']],
    ]);
    expect(ending).toEqual([four, five]);
  });

  it('prefers a class that is made already to the one of its name that ends', () => {
    const [four, five] = [group('4 Oak', '4'), group('5 Oak', '5', { staff: [place('Mrs Doyle', null)] })];
    const made = group('5 Oak', '5', { fromOn: startsOn, staff: [place('Ms New', null)] });
    const { classes } = plan({ pupils: [pupil('4', four)], present: [four, five], made: [made] });
    expect(classes.find((next) => next.name === '5 Oak')).toMatchObject({
      groupId: made.groupId,
      staff: [{ name: 'Ms New' }],
    });
  });

  it('lets classes of several years go on and ends teaching groups of one', () => {
    const mixed = group('Willow', null);
    const maths = group('10X/Ma1', '4', { kind: 'teaching' });
    const { moves, classes, ending } = plan({ pupils: [pupil('3', mixed)], present: [mixed, maths] });
    expect(moves).toMatchObject([{ to: '4', nextClass: 'Willow', staysInClass: true }]);
    expect([classes, ending]).toEqual([[], [maths]]);
  });

  it('begins no class into which nobody moves, but those that new pupils enter', () => {
    const [reception, bulge] = [group('R Ash', 'R'), group('4 Elm', '4')];
    const three = group('3 Ash', '3');
    const pupils = [pupil('R', reception), pupil('3', three), pupil('4', bulge)];
    const { classes } = plan({ pupils, present: [reception, bulge, three] });
    expect(brief(classes).map(([name]) => name)).toEqual(['R Ash', '3 Ash', '1 Ash', '4 Ash', '5 Elm']);
  });

  it('tells who is to be looked at', () => {
    const { warnings, moves } = plan({ pupils: [pupil('2', null)], present: [] });
    expect(warnings.map((one) => one.warning)).toEqual(['choose_group']);
    expect(moves).toMatchObject([{ to: '3', nextClass: null }]);
  });
});
