import { timeWords } from '#src/platform/clock/clock.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { recordOwnSecurity } from '../commands/record-own-security.ts';
import { unlink } from '../commands/unlink.ts';
import { oneOfListForm } from '../domain/second-step.form.ts';
import { listLinked } from '../queries/list-linked.ts';

const columns = [
  { key: 'name', label: 'Account', isRowHead: true },
  { key: 'since', label: 'Linked' },
  { key: 'deed', label: 'Unlink' },
] as const;

const known: Readonly<Record<string, string>> = { microsoft: 'Microsoft', google: 'Google' };

/** Which accounts elsewhere sign somebody in here. Linked by the first sign-in; unlinked here. */
export default openPage({
  path: '/me/linked',
  may: 'signed in',
  title: 'Linked accounts',
  form: oneOfListForm,
  load: async ({ program, person }) => {
    if (person === null) return null;
    const { providers = [] } = program.settings;
    const nameOf = (id: string) =>
      providers.find((one) => one.id === id)?.name ?? known[id] ?? 'OpenID Connect';
    const linked = await listLinked(program.database.auth, person.personId);
    return { linked: linked.map((one) => ({ ...one, name: nameOf(one.providerId) })), offered: providers };
  },
  view: ({ subject }) => (
    <div class="narrow">
      <BackLink href="/me">Your account</BackLink>
      <PageHead title="Linked accounts" lead="Accounts elsewhere that sign you in here." />
      {subject.linked.length === 0 ? (
        <EmptyState title="No account is linked">
          <p>
            {subject.offered.length === 0
              ? 'Whoever runs Sendero has not set up Microsoft or Google.'
              : `Sign in once with ${subject.offered.map(({ name }) => name).join(' or ')} and the same email address: then it is linked.`}
          </p>
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption="Linked accounts"
            isStacked
            columns={columns}
            rows={subject.linked.map(({ id, name, createdAt }) => ({
              name,
              since: timeWords(createdAt),
              deed: (
                <form method="post">
                  <HiddenField name="id" value={id} />
                  <SubmitButton kind="second">
                    Unlink<span class="govuk-visually-hidden"> {name}</span>
                  </SubmitButton>
                </form>
              ),
            }))}
          />
          <p class="quiet">
            The next sign-in with the same email address links it again. Without it you need your password; a{' '}
            <a href="/forgotten-password">link by mail</a> lets you choose one.
          </p>
        </Card>
      )}
    </div>
  ),
  submit: async ({ program, person, actor, subject, values }) => {
    const chosen = subject.linked.find(({ id }) => id === values.id);
    if (person === null || chosen === undefined)
      return { goTo: '/me/linked', flash: 'It was unlinked before' };
    await unlink(program.database.auth, person.personId, chosen.id);
    const changes = { provider: { before: chosen.providerId, after: null } };
    await recordOwnSecurity(program, actor, 'ProviderUnlinked', changes);
    return { goTo: '/me/linked', flash: 'Unlinked' };
  },
});
