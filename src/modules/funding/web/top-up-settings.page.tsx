import { may } from '#src/kernel/access.ts';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import {
  aboutNobody,
  loadSettings,
  OfAuthority,
  type SettingsSubject,
  settingsHref,
} from './top-up-settings-of.ts';
import { windowWords, wishes } from './top-up-words.ts';

type Subject = SettingsSubject & { readonly today: SchoolDate };

/** What an authority does its own way with top-up: its bands, when it takes applications, what it wants to see. */
export default page({
  path: '/school/authorities/:authorityId/top-up',
  params: OfAuthority,
  may: 'bid.figures',
  about: aboutNobody,
  section: 'School',
  title: ({ authority }: Subject) => `Top-up of ${authority.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadSettings(tx, params);
    return held === null ? null : { ...held, today: tx.scope.today };
  },
  view: ({ subject: { authority, settings, today }, actor }) => {
    const href = settingsHref(authority.authorityId);
    const changes = may(actor, 'bid.write');
    return (
      <>
        <BackLink href="/school/authorities">Local authorities</BackLink>
        <PageHead
          title={`Top-up of ${authority.name}`}
          lead="Its bands, when it takes applications, and what it wants to see. An application is checked against this."
        />
        <p>
          <Tag kind="warn">LOCAL</Tag> None of this is law.
          {settings.rules.source !== undefined && ` ${settings.rules.source}.`}
        </p>
        <Card title="Bands">
          {settings.bands.length === 0 ? (
            <p class="quiet">None is kept yet.</p>
          ) : (
            <DataTable
              caption="Bands and what they pay a year"
              isStacked
              columns={[
                { key: 'name', label: 'Band', isRowHead: true },
                { key: 'pays', label: 'Paid a year', isNumber: true },
                { key: 'from', label: 'From' },
                { key: 'until', label: 'Until' },
                { key: 'more', label: '' },
              ]}
              rows={settings.bands.map(({ bandId, name, pencePerYear, fromOn, untilOn }) => ({
                name,
                pays: poundsInWords(pencePerYear),
                from: middleDate(fromOn),
                until:
                  untilOn === null ? (
                    '–'
                  ) : (
                    <>
                      {middleDate(untilOn)} {untilOn < today && <Tag kind="watch">Ended</Tag>}
                    </>
                  ),
                more: changes && (
                  <>
                    <a href={`${href}/bands/${bandId}/end`}>
                      Last day<span class="govuk-visually-hidden">{` of ${name}`}</span>
                    </a>
                    {' · '}
                    <a href={`${href}/bands/${bandId}/withdraw`}>
                      Take out<span class="govuk-visually-hidden">{` ${name}`}</span>
                    </a>
                  </>
                ),
              }))}
            />
          )}
          {changes && (
            <LinkButton href={`${href}/bands/new`} kind="second">
              Add a band
            </LinkButton>
          )}
        </Card>
        <Card title="When it takes applications">
          {settings.windows.length === 0 && <p class="quiet">Always: no window is kept.</p>}
          <ul class="list plain">
            {settings.windows.map((window) => (
              <li key={window.windowId}>
                {`${window.name}: ${windowWords(window)} `}
                {changes && (
                  <a href={`${href}/windows/${window.windowId}/withdraw`}>
                    Take out<span class="govuk-visually-hidden">{` ${window.name}`}</span>
                  </a>
                )}
              </li>
            ))}
          </ul>
          {changes && (
            <LinkButton href={`${href}/windows/new`} kind="second">
              Add a window
            </LinkButton>
          )}
        </Card>
        <Card title="What it wants to see, and how long it takes">
          <ul class="list plain">
            {wishes(settings.rules, today).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {changes && (
            <LinkButton href={`${href}/evidence`} kind="second">
              Change
            </LinkButton>
          )}
        </Card>
      </>
    );
  },
});
