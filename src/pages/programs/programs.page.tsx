import { z } from 'zod';
import { endpoints } from '#src/api/endpoints.ts';
import { apiBase } from '#src/api/openapi.ts';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { type ApiToken, listApiTokens, roles, stateOfToken } from '#src/modules/identity/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Details } from '#src/ui/details.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';

const columns = [
  { key: 'name', label: 'Program', isRowHead: true },
  { key: 'role', label: 'Role' },
  { key: 'until', label: 'Until' },
  { key: 'state', label: 'Today' },
  { key: 'used', label: 'Last used', isQuiet: true },
  { key: 'deed', label: 'Change' },
] as const;

const routeColumns = [
  { key: 'address', label: 'Address', isRowHead: true },
  { key: 'summary', label: 'What it is' },
  { key: 'may', label: 'Permission', isQuiet: true },
] as const;

type Subject = {
  readonly tokens: readonly ApiToken[];
  readonly today: SchoolDate;
  readonly url: string;
};

function State({ token, today }: { token: ApiToken; today: SchoolDate }) {
  const state = stateOfToken(token, today);
  if (state === 'works') return <Tag kind="good">Works</Tag>;
  return (
    <>
      <Tag kind="watch">{state === 'ended' ? 'Ended' : 'Revoked'}</Tag>
      {token.revokedWhy !== null && (
        <>
          <br />
          <span class="quiet">{token.revokedWhy}</span>
        </>
      )}
    </>
  );
}

const row = (today: SchoolDate) => (token: ApiToken) => ({
  name: (
    <>
      {token.name}
      <br />
      <span class="quiet">
        {token.prefix}…, made by {token.madeByName ?? 'the command line'}
      </span>
    </>
  ),
  role: `${roles[token.role].name}, ${token.isReadOnly ? 'read only' : 'read and change'}`,
  until: middleDate(token.untilOn),
  state: <State token={token} today={today} />,
  used: token.lastUsedAt === null ? 'Never' : timeWords(token.lastUsedAt),
  deed:
    stateOfToken(token, today) === 'works' ? (
      <a href={`/school/programs/${token.apiTokenId}/revoke`}>
        Revoke<span class="govuk-visually-hidden"> the token of {token.name}</span>
      </a>
    ) : (
      '–'
    ),
});

const routeRow = ({ method, path, summary, may }: (typeof endpoints)[number]) => ({
  address: `${method} ${path.replace(/:([A-Za-z]+)/g, '{$1}')}`,
  summary,
  may: may === 'any' ? 'Any token' : may,
});

/** What other systems need to work with this school's records, and the tokens that they hold. */
export default page({
  path: '/school/programs',
  params: z.object({}),
  may: 'people.manage',
  about: { none: 'It shows programs, no pupil' },
  section: 'School',
  title: 'For programs',
  load: async ({ tx, program }): Promise<Subject> => ({
    tokens: await listApiTokens(tx),
    today: tx.scope.today,
    url: `${program.settings.url}${apiBase}`,
  }),
  view: ({ subject: { tokens, today, url } }) => (
    <>
      <PageHead
        title="For programs"
        lead={<a href="/school">School</a>}
        actions={<LinkButton href="/school/programs/new">Make a token</LinkButton>}
      />
      {tokens.length === 0 ? (
        <EmptyState title="No token yet">
          <p>
            A token lets another system, such as an attendance board or a report of the trust, read or change
            what one role may. Everything it does and sees is recorded under its name.
          </p>
        </EmptyState>
      ) : (
        <Sheet label="Tokens">
          <DataTable
            caption="Tokens, those that work first"
            isStacked
            columns={columns}
            rows={tokens.map(row(today))}
          />
        </Sheet>
      )}
      <Card title="How a program asks">
        <p>
          The address is {url}. Each request carries its token; answers are JSON. The whole description, for
          tools, is <a href={`${apiBase}/openapi.json`}>openapi.json</a>.
        </p>
        <p>
          <code>curl -H "Authorization: Bearer snd_…" "{url}/pupils?status=sen_support"</code>
        </p>
        <Details summary={`All ${endpoints.length} addresses`}>
          <DataTable
            caption="Addresses of the API"
            isStacked
            columns={routeColumns}
            rows={endpoints.map(routeRow)}
          />
        </Details>
      </Card>
    </>
  ),
});
