import { email, type Field, text } from '#src/kernel/form.ts';

/** Who is the first administrator of a school that a trust adds. The school's own fields come with it. */
export const firstSencoFields = {
  sencoName: text({
    label: 'Name of its SENCO',
    hint: 'As colleagues know them',
    max: 100,
    missing: 'Enter the name of its SENCO',
  }),
  sencoEmail: email({ label: 'Email address of its SENCO', autocomplete: 'off' }),
} satisfies Record<string, Field>;
