import { timeWords } from '#src/platform/clock/clock.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { endSessions, listSessions, type OpenSession } from '../commands/own-sessions.ts';
import { deviceInWords } from '../domain/device-words.ts';
import { oneOfListForm } from '../domain/second-step.form.ts';
import { strongByWords } from './strong-by-words.ts';

const columns = [
  { key: 'device', label: 'Device', isRowHead: true },
  { key: 'began', label: 'Signed in' },
  { key: 'seen', label: 'Last seen' },
  { key: 'by', label: 'By' },
  { key: 'deed', label: 'End' },
] as const;

const allOthers = 'all-others';

const row = (here: string) => (session: OpenSession) => {
  const device = deviceInWords(session.userAgent);
  return {
    device,
    began: timeWords(session.createdAt),
    seen: timeWords(session.lastSeenAt),
    by: strongByWords(session.strongBy),
    deed:
      session.id === here ? (
        <Tag kind="good">This one</Tag>
      ) : (
        <form method="post">
          <HiddenField name="id" value={session.id} />
          <SubmitButton kind="second">
            End
            <span class="govuk-visually-hidden">
              {` ${device}, last seen ${timeWords(session.lastSeenAt)}`}
            </span>
          </SubmitButton>
        </form>
      ),
  };
};

/** Where somebody is signed in. What ends here ends at once: its next request is sent to the sign-in page. */
export default openPage({
  path: '/me/sessions',
  may: 'signed in',
  title: 'Where you are signed in',
  form: oneOfListForm,
  load: async ({ program, person }) =>
    person === null
      ? null
      : {
          sessions: await listSessions(program.database.auth, person.personId),
          here: person.sessionId,
        },
  view: ({ subject: { sessions, here } }) => (
    <>
      <BackLink href="/me">Your account</BackLink>
      <PageHead
        title="Where you are signed in"
        lead="End what you do not know, and change your password if you are in doubt. Each ends by itself after 12 hours."
      />
      <Card>
        <DataTable
          caption="Where you are signed in, the last seen first"
          isStacked
          columns={columns}
          rows={sessions.map(row(here))}
        />
        {sessions.length > 1 && (
          <form class="post" method="post">
            <HiddenField name="id" value={allOthers} />
            <SubmitButton>End all others</SubmitButton>
          </form>
        )}
      </Card>
    </>
  ),
  submit: async ({ program, person, values }) => {
    if (person === null) return { goTo: '/sign-in' };
    const { personId, sessionId } = person;
    const which = values.id === allOthers ? { butFor: sessionId } : { only: sessionIdIn(values.id) };
    const ended = await endSessions(program.database.auth, personId, which);
    return { goTo: '/me/sessions', flash: ended === 0 ? 'It had ended before' : 'Ended' };
  },
});

const nobodys = '00000000-0000-0000-0000-000000000000';
const sessionIdIn = (typed: string): string => (/^[0-9a-f-]{36}$/.test(typed) ? typed : nobodys);
