import { z } from 'zod';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag, type TagKind } from '#src/ui/tag.tsx';
import { type Invitation, type InvitationState, stateOf } from '../domain/invitation.ts';
import { roles } from '../domain/roles.ts';
import { listInvitations } from '../queries/list-invitations.ts';

type Subject = {
  readonly invitations: readonly Invitation[];
  readonly now: Date;
  readonly today: SchoolDate;
};

const stateWords: Readonly<Record<InvitationState, { readonly kind: TagKind; readonly words: string }>> = {
  waiting: { kind: 'warn', words: 'Waiting' },
  accepted: { kind: 'good', words: 'Accepted' },
  withdrawn: { kind: 'watch', words: 'Withdrawn' },
  expired: { kind: 'late', words: 'Expired' },
};

const whatOf = ({ role, fromOn, untilOn, guest }: Invitation): string => {
  const days =
    untilOn === null ? `from ${middleDate(fromOn)}` : `${middleDate(fromOn)} to ${middleDate(untilOn)}`;
  const { length = 0 } = guest?.pupilIds ?? [];
  const pupils = guest === null ? '' : ` to ${length} ${length === 1 ? 'pupil' : 'pupils'}`;
  return `${roles[role].name}${pupils}, ${days}`;
};

function Deeds({ of: { invitationId, knownAs } }: { of: Invitation }) {
  const address = `/people/invitations/${invitationId}`;
  const about = <span class="govuk-visually-hidden"> the invitation of {knownAs}</span>;
  return (
    <>
      <a href={`${address}/send-again`}>Send again{about}</a>
      {' · '}
      <a href={`${address}/withdraw`}>Withdraw{about}</a>
    </>
  );
}

const rowOf = ({ now, today }: Subject) => {
  const draw = (one: Invitation) => {
    const state = stateOf(one, { now, today });
    const isOpen = state === 'waiting' || state === 'expired';
    return {
      name: one.knownAs,
      email: one.email,
      what: whatOf(one),
      sent: `${timeWords(one.sentAt)}${one.invitedBy === null ? '' : `, by ${one.invitedBy}`}`,
      state: (
        <>
          <Tag kind={stateWords[state].kind}>{stateWords[state].words}</Tag>
          {state === 'waiting' && ` until ${timeWords(one.expiresAt)}`}
          {one.withdrawnWhy !== null && `: ${one.withdrawnWhy}`}
        </>
      ),
      deed: isOpen ? <Deeds of={one} /> : '–',
    };
  };
  return draw;
};

/** Everybody who was asked to come in, and what became of it. */
export default page({
  path: '/people/invitations',
  params: z.object({}),
  may: 'people.manage',
  about: { none: 'It counts the pupils of a guest and names none' },
  section: 'School',
  title: 'Invitations',
  load: async ({ tx }): Promise<Subject> => ({
    invitations: await listInvitations(tx),
    now: tx.scope.clock.now(),
    today: tx.scope.today,
  }),
  view: ({ subject }) => (
    <>
      <PageHead
        title="Invitations"
        lead={<a href="/people">People and roles</a>}
        actions={<LinkButton href="/people/new">Invite somebody</LinkButton>}
      />
      {subject.invitations.length === 0 ? (
        <EmptyState title="Nobody was invited yet">
          <p>Invite a colleague here, or a guest to a pupil from the page of guests.</p>
        </EmptyState>
      ) : (
        <Sheet label="Invitations">
          <DataTable
            caption="Invitations, the last first"
            isStacked
            columns={[
              { key: 'name', label: 'Name', isRowHead: true },
              { key: 'email', label: 'Email address' },
              { key: 'what', label: 'Invited as' },
              { key: 'sent', label: 'Sent', isQuiet: true },
              { key: 'state', label: 'State' },
              { key: 'deed', label: 'Change' },
            ]}
            rows={subject.invitations.map(rowOf(subject))}
          />
        </Sheet>
      )}
    </>
  ),
});
