import { z } from 'zod';
import { listEmails } from '#src/platform/auth/accounts.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import type { KeptMail } from '#src/platform/mail/mail.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { listMembers } from '../queries/list-members.ts';

type Subject = { readonly isSent: boolean; readonly mail: readonly KeptMail[] };

const paragraphsOf = (text: string) =>
  text
    .trim()
    .split(/\n+/)
    .map((line) => <p key={line}>{line}</p>);

const MailCard = ({ mail }: { mail: KeptMail }) => (
  <Card title={mail.subject}>
    <SummaryList
      rows={[
        { key: 'To', value: mail.to },
        { key: 'When', value: timeWords(mail.at) },
        { key: 'Text', value: paragraphsOf(mail.text) },
      ]}
    />
  </Card>
);

/**
 * What Sendero would have sent, where no mail server is set up. Only mail to members of this school: a link to
 * choose a password opens an account, so other schools' are not for its administrator.
 */
export default page({
  path: '/mail',
  params: z.object({}),
  may: 'mail.read',
  about: { none: 'Mail names no pupil' },
  section: 'School',
  title: 'Mail',
  load: async ({ tx, program }): Promise<Subject> => {
    if (program.settings.smtpUrl !== null) return { isSent: true, mail: [] };
    const members = await listMembers(tx);
    const emails = await listEmails(
      program.database.auth,
      members.map((member) => member.personId),
    );
    const own = new Set(emails.values());
    return { isSent: false, mail: (await program.post.listKept()).filter((mail) => own.has(mail.to)) };
  },
  view: ({ subject: { isSent, mail } }) => (
    <>
      <PageHead title="Mail" lead={<a href="/school">School</a>} />
      {isSent && <p>Mail is sent by the mail server that is set up. None is kept here.</p>}
      {!isSent && (
        <p>
          No mail server is set up, so nothing is sent. What people of this school would have got stands here:
          hand it on by another way.
        </p>
      )}
      {!isSent && mail.length === 0 && (
        <EmptyState title="No mail yet">
          <p>A link to choose a password is the first that comes here.</p>
        </EmptyState>
      )}
      {mail.map((one) => (
        <MailCard key={`${one.at.getTime()}${one.to}`} mail={one} />
      ))}
    </>
  ),
});
