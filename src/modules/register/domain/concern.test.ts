import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PersonId, PupilId } from '#src/kernel/ids.ts';
import {
  type Concern,
  type ConcernDecision,
  decisionOf,
  isNews,
  isToDecide,
  mayWithdraw,
  type Outcome,
  refusalOfConcern,
} from './concern.ts';

const today = schoolDate('2026-11-24');
const teacher = PersonId.parse(newId());
const other = PersonId.parse(newId());

const decision = (outcome: Outcome, more: Partial<ConcernDecision> = {}): ConcernDecision => ({
  concernDecisionId: newId(),
  outcome,
  why: 'Seen in class',
  decidedOn: today,
  byName: 'Mrs Doyle',
  task: null,
  endedTaskId: null,
  statusId: null,
  statusVersion: null,
  needId: null,
  withdrawnWhy: null,
  version: 1,
  ...more,
});

const concern = (...decisions: ConcernDecision[]): Concern => ({
  concernId: newId(),
  pupilId: PupilId.parse(newId()),
  forename: 'Amara',
  surname: 'Okafor',
  area: 'not_sure',
  observed: 'Loses the thread',
  sinceOn: null,
  tried: null,
  cameOfIt: null,
  raisedOn: today,
  raisedByPersonId: teacher,
  raisedByName: 'Mr Reed',
  withdrawnWhy: null,
  version: 1,
  decisions,
});

const undone = decision('assess', { withdrawnWhy: 'Undone the same day' });

describe('a concern', () => {
  it.each([
    ['nothing is decided', concern(), true, null],
    ['it is decided', concern(decision('no_action')), false, 'no_action'],
    ['it is decided anew', concern(decision('monitor'), decision('no_action')), false, 'monitor'],
    ['the decision was undone', concern(undone), true, null],
    ['the newest was undone', concern(undone, decision('monitor')), false, 'monitor'],
    ['it was withdrawn', { ...concern(), withdrawnWhy: 'Wrong pupil' }, false, null],
  ])(
    'when %s waits as it should (rule concern-1), the newest in force (rule concern-2)',
    (_, one, waits, now) => {
      expect(isToDecide(one)).toBe(waits);
      expect(decisionOf(one)?.outcome ?? null).toBe(now);
    },
  );

  it.each([
    ['2026-11-24', true],
    ['2026-11-11', true],
    ['2026-11-10', false],
  ])('decided on %s is told to whoever raised it: %s', (day, told) => {
    expect(isNews(concern(decision('monitor', { decidedOn: schoolDate(day) })), today)).toBe(told);
  });

  it('tells nothing of one that waits, or was withdrawn', () => {
    expect(isNews(concern(), today)).toBe(false);
    expect(isNews({ ...concern(decision('monitor')), withdrawnWhy: 'Wrong pupil' }, today)).toBe(false);
  });

  it.each([
    [undefined, null],
    ['2026-11-24', null],
    ['2018-05-03', null],
    ['2026-11-25', 'since_in_future'],
    ['2018-05-02', 'since_before_birth'],
  ])('since %s is refused for %s', (sinceOn, refusal) => {
    const given = sinceOn === undefined ? {} : { sinceOn: schoolDate(sinceOn) };
    expect(refusalOfConcern(given, { bornOn: schoolDate('2018-05-03'), today })).toBe(refusal);
  });

  it.each([
    ['its raiser, undecided', concern(), teacher, false, true],
    ['its raiser, decided', concern(decision('no_action')), teacher, false, false],
    ['its raiser, undone', concern(undone), teacher, false, true],
    ['another teacher', concern(), other, false, false],
    ['the SENCO, decided', concern(decision('no_action')), other, true, true],
    ['the SENCO, withdrawn', { ...concern(), withdrawnWhy: 'Wrong pupil' }, other, true, false],
  ])('can be withdrawn by %s as the rule says (rule concern-5)', (_, one, personId, isDeciding, may) => {
    expect(mayWithdraw(one, { personId, isDeciding })).toBe(may);
  });
});
