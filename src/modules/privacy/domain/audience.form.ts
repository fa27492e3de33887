import { chosen, form, text, version } from '../../../kernel/form.ts';

export const audienceForm = form({
  audience: chosen({ label: 'Who may read it', kind: 'radios', missing: 'Select who may read it' }),
  why: text({
    label: 'Why it changes',
    hint: 'Such as: the family asked for a copy. Those who could read the record read this too',
    max: 500,
    kind: 'longText',
    missing: 'Enter why it changes',
  }),
  version: version(),
});
