import { form, text, tick, version } from '#src/kernel/form.ts';

const fields = () => ({
  name: text({
    label: 'Name',
    hint: 'What you look for, such as “Year 6 with a plan”. No pupil’s name.',
    max: 60,
    missing: 'Enter a name',
  }),
  isShared: tick({
    label: 'Share it with the SEND team',
    hint: 'Everybody who sees the whole register finds it there',
  }),
  opensFirst: tick({ label: 'Open the register with this view' }),
});

export const saveViewForm = form(fields());
export const changeViewForm = form({ ...fields(), version: version() });
