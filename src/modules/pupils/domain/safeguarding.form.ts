import { date, form, tick } from '../../../kernel/form.ts';

/** A day and a tick: there is nowhere to write a word (rule access-5). */
export const flagForm = form({ fromOn: date({ label: 'From', missing: 'Enter the first day' }) });
export const endFlagForm = form({
  untilOn: date({ label: 'Last day', missing: 'Enter the last day' }),
  isMistake: tick({
    label: 'It was set by mistake',
    hint: 'Tick when no file was ever held for this pupil; the last day is then not used',
  }),
});
