import { chosen, form, oneOf, optionalDate, optionalText, text } from '#src/kernel/form.ts';
import { areaLabel, type ConcernArea, concernAreas } from './concern.ts';

const hints: Readonly<Record<ConcernArea, string>> = {
  communication: 'Speaking, understanding, being with others',
  cognition: 'Learning more slowly, reading, number, memory',
  social: 'Withdrawn, anxious, restless, upset',
  sensory: 'Hearing, sight, movement',
  not_sure: 'Nobody has to know yet',
};

export const raiseConcernForm = form({
  pupilId: chosen({ label: 'Pupil', missing: 'Select the pupil' }),
  observed: text({
    label: 'What do you see?',
    hint: 'What happens, where and how often. Nothing about child protection: tell the safeguarding lead',
    max: 4000,
    kind: 'longText',
    missing: 'Enter what you see',
  }),
  area: oneOf({
    label: 'Which area does it seem to be?',
    options: concernAreas.map((value) => ({ value, label: areaLabel[value], hint: hints[value] })),
    missing: 'Select an area, or not sure',
  }),
  sinceOn: optionalDate({ label: 'Since when', hint: 'About: the first of a month will do' }),
  tried: optionalText({ label: 'What have you tried?', max: 4000, kind: 'longText' }),
  cameOfIt: optionalText({ label: 'What came of it?', max: 4000, kind: 'longText' }),
});

export const withdrawConcernForm = form({
  why: text({
    label: 'Why it was raised in error',
    hint: 'It stays to be read, marked as withdrawn, with this reason.',
    max: 1000,
    kind: 'longText',
    missing: 'Enter why it was raised in error',
  }),
});
