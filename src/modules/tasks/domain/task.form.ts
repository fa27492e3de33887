import { chosen, date, form, optionalDate, optionalText, text, version } from '../../../kernel/form.ts';

const owner = () => chosen({ label: 'Who does it', missing: 'Select who does it' });

export const newTaskForm = form({
  title: text({ label: 'What is to be done', max: 200, missing: 'Enter what is to be done' }),
  details: optionalText({ label: 'Details', max: 4000, kind: 'longText' }),
  dueOn: optionalDate({ label: 'Due on', hint: 'Without a date it stands under Today until it is done' }),
  ownerPersonId: owner(),
});

export const finishTaskForm = form({
  outcome: optionalText({ label: 'What came of it', max: 2000, kind: 'longText' }),
  version: version(),
});

export const moveTaskForm = form({
  dueOn: date({ label: 'New date', missing: 'Enter the new date' }),
  why: text({ label: 'Why', max: 1000, kind: 'longText', missing: 'Enter why it moves' }),
  version: version(),
});

export const handOverForm = form({ ownerPersonId: owner(), version: version() });

export const withdrawTaskForm = form({
  why: text({ label: 'Why it falls away', max: 1000, kind: 'longText', missing: 'Enter why it falls away' }),
  version: version(),
});
