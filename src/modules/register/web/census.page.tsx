import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { CensusDays, FaultTable, LineTable } from './census-tables.view.tsx';
import { CensusSearch, type CensusView, loadCensus, pupilsOfCensus, seasonWords } from './census-view.ts';
import { Printed } from './printed.view.tsx';

/** The SEN part of the school census as it would be returned on a day, and what is inconsistent in it. */
export default page({
  path: '/census',
  params: z.object({}),
  search: CensusSearch,
  may: 'register.read',
  section: 'Pupils',
  title: 'Census',
  load: async ({ tx, actor, search }) => {
    const view = await loadCensus(tx, actor, search.on);
    return view === null ? null : { view, at: timeWords(tx.scope.clock.now()) };
  },
  about: ({ view }) => pupilsOfCensus(view),
  view: ({ subject: { view, at }, actor }) => {
    const { census } = view;
    const { N, K, E } = census.counts;
    return (
      <div class="landscape">
        <BackLink href="/pupils">Back to the register</BackLink>
        <PageHead
          title="Census"
          lead={leadOf(view)}
          actions={
            <LinkButton href={`/census.csv?on=${view.day.on}`} kind="second">
              CSV
            </LinkButton>
          }
        />
        <Printed by={actor.knownAs} at={at} what="SEN in the school census" />
        <CensusDays view={view} />
        <Strip
          figures={[
            { figure: N, label: 'N · no SEN' },
            { figure: K, label: 'K · SEN support' },
            { figure: E, label: 'E · EHC plan' },
            { figure: N + K + E, label: 'on roll' },
            { figure: census.errors, label: 'errors to mend' },
            { figure: census.queries, label: 'queries to answer' },
          ]}
        />
        {census.errors + census.queries === 0 ? (
          <EmptyState title="Nothing is inconsistent">
            <p>{N + K + E === 0 ? 'Nobody was on roll on this day.' : 'Every check of this page passes.'}</p>
          </EmptyState>
        ) : (
          <FaultTable lines={census.lines} actor={actor} />
        )}
        {K + E > 0 && <LineTable lines={census.lines.filter((line) => line.code !== 'N')} of={view} />}
        <p class="small quiet">
          Sendero returns nothing itself: your school's own system does. The checks are made by meaning; the
          Department's own may ask more. Pupils who are guests are not counted.
        </p>
      </div>
    );
  },
});

/** `Spring census, 21 January 2027. As the record stands today …` */
function leadOf({ day, isByRule, isAhead }: CensusView): string {
  const needs = day.collectsNeeds ? 'Needs are collected.' : 'Needs are not collected.';
  const rule = isByRule ? ' The day follows the rule; the Department can move it.' : '';
  const ahead = isAhead ? ' The record may still change until then.' : '';
  return `${seasonWords[day.season]}, ${longDate(day.on)}: what would be returned by the record of that day. ${needs}${rule}${ahead}`;
}
