import { chosen, form } from '#src/kernel/form.ts';
import { chooseSchool } from '#src/platform/auth/accounts.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { isRoleName, roles } from '../domain/roles.ts';
import { listPlaces, type Place } from '../queries/list-places.ts';

const schoolsForm = form({ school: chosen({ label: 'School', kind: 'radios', missing: 'Select a school' }) });

const rolesInWords = (place: Place) =>
  place.roles.map((role) => (isRoleName(role) ? roles[role].name : role)).join(', ');

/** Where somebody works: one school at a time is open. */
export default openPage({
  path: '/schools',
  may: 'signed in',
  title: 'Choose a school',
  form: schoolsForm,
  load: async ({ program, person }) =>
    person === null
      ? null
      : { places: await listPlaces(program, person.personId, program.clock.today()), now: person.schoolId },
  view: ({ subject, attempt }) => (
    <>
      <PageHead title="Choose a school" />
      {subject.places.length === 0 ? (
        <EmptyState title="You have no role in a school today">
          <p>The SENCO of your school can give you one. Then sign in again.</p>
        </EmptyState>
      ) : (
        <Card>
          <PostForm attempt={attempt} submit="Open">
            <FormField
              of={schoolsForm.fields.school}
              attempt={attempt}
              value={subject.now}
              options={subject.places.map((place) => ({
                value: place.schoolId,
                label: place.schoolName,
                hint: rolesInWords(place),
              }))}
            />
          </PostForm>
        </Card>
      )}
    </>
  ),
  submit: async ({ program, person, subject, values }) => {
    const place = subject.places.find((one) => one.schoolId === values.school);
    if (place === undefined || person === null)
      return { errors: { school: 'Select a school from the list' } };
    await chooseSchool(program.database.auth, { id: person.sessionId }, place.schoolId);
    return { goTo: '/' };
  },
});
