import { describe, expect, test } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { phaseMoveOf, preparesForAdulthood } from './phase-move.ts';

const today = schoolDate('2026-11-24');

describe('a move to the next phase, found a year ahead (rule ar-4)', () => {
  test.each([
    ['6', 'primary', 'primary-secondary', '2027-09-01'],
    ['5', 'primary', 'primary-secondary', '2028-09-01'],
    ['2', 'infant', 'infant-junior', '2027-09-01'],
    ['8', 'middle', 'middle-secondary', '2027-09-01'],
    ['11', 'secondary', 'secondary-post16', '2027-09-01'],
    ['10', 'alternative', 'secondary-post16', '2028-09-01'],
    ['N2', 'nursery', 'early-years-school', '2027-09-01'],
  ] as const)('Year %s at a %s school: %s on %s', (yearGroup, phase, kind, transferOn) => {
    expect(phaseMoveOf({ yearGroup, phase }, today)).toMatchObject({ kind, transferOn });
  });

  test.each([
    ['2', 'primary'],
    ['4', 'primary'],
    ['9', 'secondary'],
    ['6', 'middle'],
    ['M', 'primary'],
  ] as const)('Year %s at a %s school stands before none', (yearGroup, phase) => {
    expect(phaseMoveOf({ yearGroup, phase }, today)).toBeNull();
  });

  test('in the summer the move is that of the coming September', () => {
    const move = phaseMoveOf({ yearGroup: '6', phase: 'primary' }, schoolDate('2027-06-01'));
    expect(move?.transferOn).toBe('2027-09-01');
  });

  test('a pupil without a year group stands before none', () => {
    expect(phaseMoveOf({ yearGroup: null, phase: 'primary' }, today)).toBeNull();
  });
});

test.each([
  ['8', false],
  ['9', true],
  ['13', true],
  ['R', false],
  [null, false],
])('Year %s prepares for adulthood: %s (rule ar-5)', (year, is) => {
  expect(preparesForAdulthood(year)).toBe(is);
});
