import { timeWords } from '#src/platform/clock/clock.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { recordOwnSecurity } from '../commands/record-own-security.ts';
import { oneOfListForm } from '../domain/second-step.form.ts';
import { listPasskeys, type OwnPasskey } from './list-passkeys.ts';

const columns = [
  { key: 'name', label: 'Name', isRowHead: true },
  { key: 'since', label: 'Added' },
  { key: 'deed', label: 'Remove' },
] as const;

const row = ({ id, name, createdAt }: OwnPasskey) => ({
  name,
  since: createdAt === null ? '–' : timeWords(createdAt),
  deed: (
    <form method="post">
      <HiddenField name="id" value={id} />
      <SubmitButton kind="second">
        Remove<span class="govuk-visually-hidden"> {name}</span>
      </SubmitButton>
    </form>
  ),
});

/** One's own passkeys: each signs in without password or code. */
export default openPage({
  path: '/me/passkeys',
  may: 'signed in',
  title: 'Passkeys',
  form: oneOfListForm,
  load: async ({ web, program, person }) =>
    person === null ? null : { passkeys: await listPasskeys(web, program) },
  view: ({ subject }) => (
    <div class="narrow">
      <BackLink href="/me">Your account</BackLink>
      <PageHead
        title="Passkeys"
        lead="Sign in by the finger, face or PIN of a device of yours. A passkey counts as the second step."
        actions={<LinkButton href="/me/passkeys/new">Add a passkey</LinkButton>}
      />
      {subject.passkeys.length === 0 ? (
        <EmptyState title="You have no passkey">
          <p>Add one on each device that only you use. Your password goes on working beside it.</p>
        </EmptyState>
      ) : (
        <Card>
          <DataTable caption="Your passkeys" isStacked columns={columns} rows={subject.passkeys.map(row)} />
        </Card>
      )}
    </div>
  ),
  submit: async ({ web, program, actor, subject, values }) => {
    const passkey = subject.passkeys.find(({ id }) => id === values.id);
    if (passkey === undefined) return { goTo: '/me/passkeys', flash: 'This passkey was removed before' };
    await program.auth.api.deletePasskey({ body: { id: passkey.id }, headers: web.req.raw.headers });
    await recordOwnSecurity(program, actor, 'PasskeyRemoved', {
      name: { before: passkey.name, after: null },
    });
    return { goTo: '/me/passkeys', flash: 'Passkey removed' };
  },
});
