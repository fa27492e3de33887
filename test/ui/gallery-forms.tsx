import {
  anyOf,
  date,
  email,
  file,
  form,
  noAttempt,
  oneOf,
  optionalOneOf,
  optionalText,
  password,
  text,
  tick,
  version,
  wholeNumber,
} from '#src/kernel/form.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';

export const everyField = form({
  name: text({ label: 'Name', max: 80 }),
  words: optionalText({
    label: 'In your own words',
    hint: 'What was seen, by whom.',
    max: 2000,
    kind: 'longText',
  }),
  address: email({ label: 'Email address' }),
  since: date({ label: 'Since', hint: 'For example, 27 3 2026' }),
  minutes: wholeNumber({ label: 'Minutes a week', min: 0, max: 2000 }),
  status: oneOf({
    label: 'Status',
    hint: 'What the school does now, not what it hopes for.',
    options: [
      { value: 'monitor', label: 'Monitor', hint: 'Watched for a term' },
      { value: 'support', label: 'SEN support' },
      { value: 'plan', label: 'EHC plan' },
    ],
  }),
  worker: optionalOneOf({
    label: 'Key worker',
    options: [
      { value: 'doyle', label: 'Mrs Doyle' },
      { value: 'kaur', label: 'Miss Kaur' },
    ],
  }),
  needs: anyOf({
    label: 'Needs',
    options: [
      { value: 'slcn', label: 'Speech, language and communication' },
      { value: 'semh', label: 'Social, emotional and mental health' },
    ],
  }),
  agreed: tick({ label: 'The family has agreed' }),
  letter: file({ label: 'Letter' }),
  version: version(),
});

const failed = {
  values: { name: 'Amara', since: { day: '31', month: '2', year: '2026' }, needs: ['slcn'], minutes: 'ten' },
  errors: {
    since: 'Since must be a real date',
    minutes: 'Enter minutes a week',
    status: 'Select status',
    letter: 'Select letter',
    form: 'Somebody else changed this record while you were typing',
  },
};

export function FormsScreen() {
  const fields = Object.values(everyField.fields);
  return (
    <>
      <BackLink href="/pupils/1">Amara Okafor</BackLink>
      <PageHead title="Record a need" />
      <Columns
        side={
          <PostForm attempt={noAttempt} submit="Save" cancel={{ href: '/pupils/1' }}>
            <Inset>The same form as new, with what is held.</Inset>
            <FormField
              of={{ ...everyField.fields.name, name: 'held-name' }}
              attempt={noAttempt}
              value="Amara"
            />
            <FormField
              of={{ ...everyField.fields.since, name: 'held-since' }}
              attempt={noAttempt}
              value="2026-03-01"
            />
            <FormField
              of={{ ...everyField.fields.status, name: 'held-status' }}
              attempt={noAttempt}
              value="support"
            />
            <FormField
              of={{ ...everyField.fields.agreed, name: 'held-agreed' }}
              attempt={noAttempt}
              value={true}
            />
          </PostForm>
        }
      >
        <PostForm
          attempt={failed}
          submit="Save the need"
          encType="multipart/form-data"
          cancel={{ href: '/pupils/1' }}
        >
          {fields.map((field) => (
            <FormField
              key={field.name}
              of={field}
              attempt={failed}
              value={field.name === 'version' ? 3 : undefined}
            />
          ))}
        </PostForm>
      </Columns>
    </>
  );
}

const signIn = form({ email: email({ label: 'Email address' }), password: password({ label: 'Password' }) });

export function SignInScreen() {
  return (
    <>
      <PageHead title="Sign in" />
      <PostForm attempt={noAttempt} submit="Sign in">
        <FormField of={signIn.fields.email} attempt={noAttempt} />
        <FormField of={signIn.fields.password} attempt={noAttempt} />
      </PostForm>
    </>
  );
}
