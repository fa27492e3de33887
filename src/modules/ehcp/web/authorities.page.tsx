import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { askKindWords } from '../domain/authority.form.ts';
import type { Authority } from '../domain/authority.ts';
import { listAuthorities } from '../queries/list-authorities.ts';
import { authoritiesHref } from './authority-of.ts';

/** The authorities that the school works with. Several are normal: pupils live where they live. */
export default page({
  path: '/school/authorities',
  params: z.object({}),
  may: 'case.read',
  about: { none: 'It shows authorities, no pupil' },
  section: 'School',
  title: 'Local authorities',
  load: async ({ tx }): Promise<readonly Authority[]> => listAuthorities(tx),
  view: ({ subject, actor }) => (
    <>
      <BackLink href="/school">School</BackLink>
      <PageHead
        title="Local authorities"
        lead="Whom to write to, and what each does its own way. Each pupil’s case goes to one of them."
        actions={
          may(actor, 'school.manage') && <LinkButton href={`${authoritiesHref}/new`}>Add one</LinkButton>
        }
      />
      {subject.length === 0 && (
        <EmptyState title="None yet">
          <p>Add the authority of the school, and those in whose area other pupils live.</p>
        </EmptyState>
      )}
      {subject.map((authority) => (
        <AuthorityCard
          key={authority.authorityId}
          authority={authority}
          mayChange={may(actor, 'school.manage')}
          seesTopUp={may(actor, 'bid.figures')}
        />
      ))}
    </>
  ),
});

type AuthorityCardProps = {
  readonly authority: Authority;
  readonly mayChange: boolean;
  readonly seesTopUp: boolean;
};

function AuthorityCard({ authority, mayChange, seesTopUp }: AuthorityCardProps) {
  const { authorityId, name, code, teamContact, teamEmail, teamPhone, teamPost, rules } = authority;
  const about = <span class="govuk-visually-hidden">{` ${name}`}</span>;
  const local = [
    rules.draftWeek === undefined ? null : `draft plan in week ${rules.draftWeek}`,
    rules.askAdviceDays === undefined ? null : `advice asked ${rules.askAdviceDays} days before a review`,
  ].filter(Boolean);
  return (
    <Card title={code === null ? name : `${name} (${code})`}>
      <SummaryList
        rows={[
          {
            key: 'SEND team',
            value:
              [teamContact, teamEmail, teamPhone, teamPost].filter(Boolean).join(' · ') || 'Not said yet',
          },
          {
            key: (
              <>
                Its own way <Tag kind="warn">LOCAL</Tag>
              </>
            ),
            value: local.length === 0 ? 'As is usual' : local.join(', '),
          },
          {
            key: 'Asks for',
            value:
              rules.asks.length === 0
                ? 'Nothing said'
                : rules.asks.map(({ words, kind }) => (
                    <div key={words}>{`${words} (${askKindWords[kind]})`}</div>
                  )),
          },
        ]}
      />
      {seesTopUp && (
        <p>
          <a href={`${authoritiesHref}/${authorityId}/top-up`}>Top-up: bands, windows and evidence{about}</a>
        </p>
      )}
      {mayChange && (
        <p>
          <a href={`${authoritiesHref}/${authorityId}`}>Change{about}</a>
          {' · '}
          <a href={`${authoritiesHref}/${authorityId}/withdraw`}>Take out{about}</a>
        </p>
      )}
    </Card>
  );
}
