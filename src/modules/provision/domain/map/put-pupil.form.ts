import { chosen, date, form, optionalText } from '../../../../kernel/form.ts';

/** In the list of runs that the pupil may leave: none. */
export const leavesNothing = 'none';

/** From a cell of the map: a pupil goes into a run, and leaves another where one is named. */
export const putPupilForm = form({
  toRunId: chosen({ label: 'Goes into', missing: 'Select where the pupil goes', kind: 'select' }),
  fromOn: date({ label: 'From' }),
  leaves: chosen({
    label: 'Instead of',
    missing: 'Select what the pupil leaves, or nothing',
    kind: 'select',
  }),
  why: optionalText({ label: 'Why', max: 1000, hint: 'Needed for a move, and where two things clash' }),
});
