import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { partTitle, type Summary, summaryParts } from '#src/modules/register/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PupilBand } from './pupil-band.view.tsx';
import { aboutPupil, fullName } from './pupil-head.ts';
import { findSummaryPage, type Part, type SummaryPage } from './summary-of.ts';

/** One page about a pupil in their own words, for whoever works with them: on the screen, on paper and in large print. */
export default page({
  path: '/pupils/:pupilId/summary',
  params: z.object({ pupilId: PupilId }),
  may: 'pupil.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: SummaryPage) => `${fullName(pupil)} in own words`,
  load: ({ tx, actor, params }) => findSummaryPage(tx, actor, params.pupilId),
  view: ({ subject, actor, params }) => {
    const { pupil, parts, missing, versions } = subject;
    const address = `/pupils/${params.pupilId}/summary`;
    const [now, ...before] = versions;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Own words" />
        <div class="buttons">
          {may(actor, 'register.change') && (
            <LinkButton href={`${address}/write`}>{now === undefined ? 'Write it' : 'Change it'}</LinkButton>
          )}
          <LinkButton href={`${address}.pdf`} kind="second">
            PDF, A4
          </LinkButton>
          <LinkButton href={`${address}.pdf?print=large`} kind="second">
            PDF, large print
          </LinkButton>
        </div>
        {missing.length > 0 && (
          <p class="not-on-paper quiet">{`Not written yet, and left out on paper: ${missing.join(' · ')}`}</p>
        )}
        {parts.length === 0 ? (
          <EmptyState title="Nothing is written yet">
            <p>{`Ask ${pupil.name.forename} what they are good at, what is hard, what helps and what matters to them.`}</p>
          </EmptyState>
        ) : (
          <div class="own-words">
            {parts.map((part) => (
              <PartCard key={part.title} part={part} />
            ))}
          </div>
        )}
        {now !== undefined && <p class="small quiet">{writtenWords(now)}</p>}
        {before.length > 0 && (
          <div class="not-on-paper">
            <Details summary={`Earlier versions (${before.length})`}>
              {before.map((summary) => (
                <Earlier key={summary.version} summary={summary} />
              ))}
            </Details>
          </div>
        )}
      </>
    );
  },
});

function PartCard({ part: { title, lines, isList } }: { part: Part }) {
  return (
    <Card title={title}>
      {isList ? (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
    </Card>
  );
}

function Earlier({ summary }: { summary: Summary }) {
  return (
    <>
      <h3>{writtenWords(summary)}</h3>
      {summaryParts
        .filter((part) => summary[part] !== null)
        .map((part) => (
          <p key={part}>
            <b>{partTitle[part]}:</b> {summary[part]}
          </p>
        ))}
    </>
  );
}

/** `Written on 24 November 2026 in the words of Amara, kept by Ms Hart`. */
export function writtenWords({ writtenOn, toldBy, byName }: Summary): string {
  const whose = toldBy === null ? '' : ` in the words of ${toldBy}`;
  return `Written on ${longDate(writtenOn)}${whose}${byName === null ? '' : `, kept by ${byName}`}`;
}
