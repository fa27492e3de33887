import { openPage } from '#src/platform/http/open-page.tsx';
import { ActionList } from '#src/ui/action-list.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { isRoleName, roles } from '../domain/roles.ts';
import { emptyForm } from '../domain/sign-in.form.ts';
import { listPlaces, type Place } from '../queries/list-places.ts';

const rolesAt = (place: Place) =>
  `${place.schoolName}: ${place.roles.map((role) => (isRoleName(role) ? roles[role].name : role)).join(', ')}`;

const parts = [
  { label: 'Reading preferences', href: '/me/reading', why: 'Size, spacing, colour and typeface' },
  { label: 'Password', href: '/me/password', why: 'Change it; other devices are signed out' },
  { label: 'Second step', href: '/me/second-step', why: 'A code from your phone, besides the password' },
  { label: 'Passkeys', href: '/me/passkeys', why: 'Sign in by finger, face or PIN of your own device' },
  { label: 'Where you are signed in', href: '/me/sessions', why: 'Your devices; end what is not yours' },
  { label: 'Linked accounts', href: '/me/linked', why: 'Microsoft, Google and others that sign you in' },
  { label: 'Schools', href: '/schools', why: 'Go to another school where you have a role' },
];

/** One's own account, whatever the school. */
export default openPage({
  path: '/me',
  may: 'signed in',
  title: 'Your account',
  form: emptyForm,
  load: async ({ program, person, actor }) =>
    person === null
      ? null
      : {
          knownAs: actor?.knownAs ?? person.name,
          email: person.email,
          places: await listPlaces(program, person.personId, program.clock.today()),
        },
  view: ({ subject }) => (
    <div class="narrow">
      <PageHead
        title="Your account"
        actions={
          <LinkButton href="/sign-out" kind="second">
            Sign out
          </LinkButton>
        }
      />
      <Card>
        <SummaryList
          rows={[
            { key: 'Name', value: subject.knownAs },
            { key: 'Email address', value: subject.email },
            { key: 'Roles', value: subject.places.map(rolesAt).join('; ') || 'None today' },
          ]}
        />
      </Card>
      <Card>
        <ActionList items={parts} />
      </Card>
    </div>
  ),
});
