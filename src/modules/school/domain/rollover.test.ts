import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GroupId, PupilId } from '#src/kernel/ids.ts';
import { nextGroupName, previewRollover, type RolloverGiven } from './rollover.ts';
import { isYearGroup, nextYearGroup, yearGroupRank } from './year-group-order.ts';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const pupilId = (number: number) => PupilId.parse(id(number));
const groupId = (number: number) => GroupId.parse(id(number));
const pupil = (number: number, yearGroup: string, group: number | null = null) => ({
  pupilId: pupilId(number),
  name: `Pupil ${number}`,
  yearGroup,
  groupId: group === null ? null : groupId(group),
});
const group = (number: number, name: string, yearGroup: string | null) => ({
  groupId: groupId(number),
  name,
  yearGroup,
});
const preview = (given: Partial<RolloverGiven>) =>
  previewRollover({ pupils: [], groups: [], lastYearGroup: '6', ...given });

describe('year groups', () => {
  it('follow one another as text', () => {
    const passed = ['N2', 'R', '1', '9', '13', '14', 'X', 'M', 'Q'].map(nextYearGroup);
    expect(passed).toEqual(['R', '1', '2', '10', '14', null, null, null, null]);
  });
  it('have a rank, but for mixed classes and those off the curriculum', () => {
    expect(['E1', 'R', '10', '9', 'X', '0'].map(yearGroupRank)).toEqual([0, 4, 14, 13, null, null]);
    expect(['X', 'M', 'R', '15', ''].map(isYearGroup)).toEqual([true, true, true, false, false]);
  });
});

describe("a group's name a year later", () => {
  it.each([
    ['4 Oak', '4', '5', '5 Oak'],
    ['7B', '7', '8', '8B'],
    ['7b', '7', '8', '8b'],
    ['Year 9 Elm', '9', '10', 'Year 10 Elm'],
    ['Y9Elm', '9', '10', 'Y10Elm'],
    ['R Ash', 'R', '1', '1 Ash'],
    ['RA', 'R', '1', '1A'],
    ['Reception Ash', 'R', '1', '1 Ash'],
    ['07C', '7', '8', '8C'],
    ['10X/En1', '10', '11', '11X/En1'],
    ['Robins', 'R', '1', null],
    ['Kestrels', '4', '5', null],
    ['1 Oak', '10', '11', null],
    ['10 Oak', '1', '2', null],
  ])('"%s" becomes %s → %s: %s', (name, from, to, expected) => {
    expect(nextGroupName(name, from, to)).toBe(expected);
  });
});

describe('rolling over', () => {
  it('moves a class up to the class of the same name', () => {
    const groups = [group(1, '4 Oak', '4'), group(2, '5 Oak', '5'), group(3, '5 Elm', '5')];
    const { movingUp, groupsToMake, warnings } = preview({ pupils: [pupil(1, '4', 1)], groups });
    expect(movingUp).toEqual([
      { pupilId: pupilId(1), from: '4', to: '5', proposedGroupId: groupId(2), proposedNewGroup: null },
    ]);
    expect([groupsToMake, warnings]).toEqual([[], []]);
  });

  it('proposes to make the class that is missing, once', () => {
    const { movingUp, groupsToMake } = preview({
      pupils: [pupil(1, '4', 1), pupil(2, '4', 1)],
      groups: [group(1, '4 Oak', '4'), group(3, '5 Elm', '5')],
    });
    expect(movingUp.map((move) => move.proposedNewGroup)).toEqual(['5 Oak', '5 Oak']);
    expect(groupsToMake).toEqual([{ name: '5 Oak', yearGroup: '5' }]);
  });

  it('uses the only class of the next year when names do not tell, and asks when there are two', () => {
    const one = [group(1, 'Wrens', '1'), group(2, 'Kites', '2')];
    expect(preview({ pupils: [pupil(1, '1', 1)], groups: one }).movingUp[0]?.proposedGroupId).toBe(
      groupId(2),
    );
    const two = [...one, group(3, 'Owls', '2')];
    expect(preview({ pupils: [pupil(1, '1', 1)], groups: two })).toMatchObject({
      movingUp: [{ proposedGroupId: null, proposedNewGroup: null }],
      warnings: [{ warning: 'choose_group', pupilId: pupilId(1) }],
    });
  });

  it('leaves pupils of a mixed-year group where they are', () => {
    const groups = [group(1, 'Willow', null)];
    expect(preview({ pupils: [pupil(1, '3', 1)], groups }).movingUp[0]?.proposedGroupId).toBe(groupId(1));
  });

  it('keeps those in years X and M, who do not move by the calendar', () => {
    expect(preview({ pupils: [pupil(1, 'X'), pupil(2, 'M')] })).toEqual({
      movingUp: [],
      leaving: [],
      staying: [
        { pupilId: pupilId(1), yearGroup: 'X' },
        { pupilId: pupilId(2), yearGroup: 'M' },
      ],
      groupsToMake: [],
      warnings: [],
    });
  });

  it.each([
    ['2', '2'],
    ['6', '6'],
    ['11', '11'],
    ['13', '13'],
    ['14', '14'],
  ])('lets Year %s leave a school that ends with Year %s', (yearGroup, lastYearGroup) => {
    expect(preview({ pupils: [pupil(1, yearGroup)], lastYearGroup })).toMatchObject({
      leaving: [{ pupilId: pupilId(1), from: yearGroup }],
      warnings: [],
    });
  });

  it.each([
    ['7', 'beyond_last_year'],
    ['Q9', 'unknown_year_group'],
    ['N2', 'needs_admission'],
    ['3', 'choose_group'],
  ])('warns of a pupil in year "%s": %s', (yearGroup, warning) => {
    expect(preview({ pupils: [pupil(1, yearGroup)] }).warnings).toContainEqual({
      warning,
      pupilId: pupilId(1),
    });
  });

  it("warns of a pupil in another year's group and proposes none", () => {
    const groups = [group(1, '4 Oak', '4'), group(2, '5 Oak', '5')];
    expect(preview({ pupils: [pupil(1, '3', 1)], groups })).toMatchObject({
      movingUp: [{ to: '4', proposedGroupId: null }],
      warnings: [{ warning: 'group_of_another_year' }],
    });
  });

  it('puts every pupil in one list and no more', () => {
    const years = ['E1', 'N1', 'N2', 'R', '1', '5', '6', '7', '11', '14', 'X', 'M', '', 'Year 4'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...years), { maxLength: 40 }),
        fc.constantFrom('2', '6', '11', '13'),
        (yearGroups, lastYearGroup) => {
          const pupils = yearGroups.map((yearGroup, index) => pupil(index, yearGroup));
          const shown = preview({ pupils, lastYearGroup });
          const placed = [...shown.movingUp, ...shown.leaving, ...shown.staying].map((each) => each.pupilId);
          expect(placed.toSorted()).toEqual(pupils.map((each) => each.pupilId).toSorted());
        },
      ),
    );
  });
});
