import { may } from '#src/kernel/access.ts';
import { bidPartKeys, bidParts, isWritable, stateOfBid } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { FormsCard } from './bid-forms.view.tsx';
import { type BidSubject, bidHref, loadWholeBid, OfBid, ofBidPupil } from './bid-of.ts';
import { partHref } from './bid-part.ts';
import { AskedCard, HappenedCard, MissingCard, NextSteps, SentCard } from './bid-side.view.tsx';
import { BidStateTag } from './bid-state.view.tsx';
import { CostTable } from './cost-table.view.tsx';
import { Paragraph, sourceWords } from './paragraph.view.tsx';

/** An application for top-up: filled from the records, in the school's own words where it has any, with what it lacks. */
export default page({
  path: '/top-up/:bidId',
  params: OfBid,
  may: 'bid.read',
  about: ofBidPupil,
  section: 'Pupils',
  title: ({ pupil }: BidSubject) => `Application for top-up: ${fullName(pupil)}`,
  load: ({ tx, actor, params }): Promise<BidSubject | null> => loadWholeBid(tx, params.bidId, actor),
  view: ({ subject, actor }) => {
    const { bid, content, words } = subject;
    const state = stateOfBid(bid);
    const writes = may(actor, 'bid.write');
    const href = bidHref(bid.bidId);
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Top-up" />
        <div class="head">
          <div>
            <h2>
              Application to {bid.authority} <BidStateTag bid={bid} />
            </h2>
            <p class="lead">
              {isWritable(state)
                ? 'Filled from the records as they stand today. What you write yourself stays as you write it.'
                : 'As the records stand today. What its authority has is kept as it was sent.'}
            </p>
          </div>
          <div class="buttons">
            <ExportMenu
              ways={[
                { label: 'Word, to write on and sign', href: `${href}/application.docx` },
                { label: 'PDF', href: `${href}/application.pdf` },
              ]}
            />
            {writes && <NextSteps subject={subject} />}
          </div>
        </div>
        {bid.renewsBidId !== null && state === 'draft' && (
          <Inset>
            It carries on <a href={bidHref(bid.renewsBidId)}>an earlier application</a>: its words were taken
            over. Look through them: what the records say may be newer.
          </Inset>
        )}
        <Columns
          side={
            <>
              <AskedCard subject={subject} mayChange={writes && state === 'draft'} />
              <MissingCard subject={subject} mayAct={writes} />
              {may(actor, 'form.fill') && <FormsCard subject={subject} />}
              <HappenedCard subject={subject} mayAct={writes} />
              <SentCard subject={subject} />
            </>
          }
        >
          {bidPartKeys.map((part) => {
            const paragraphs = content.parts.find((one) => one.part === part)?.paragraphs ?? [];
            return (
              <Card key={part} title={bidParts[part]}>
                {paragraphs.length === 0 && <p class="quiet">Nothing is recorded yet.</p>}
                {paragraphs.map((paragraph, at) => (
                  <Paragraph key={at} of={paragraph} />
                ))}
                {part === 'costs' && <CostTable costs={content.costs} />}
                {writes && isWritable(state) && (
                  <p>
                    <a href={partHref(bid.bidId, part)}>
                      {words.parts[part]?.words == null ? 'Write it yourself' : 'Change'}
                      <span class="govuk-visually-hidden">{`: ${bidParts[part]}`}</span>
                    </a>
                  </p>
                )}
              </Card>
            );
          })}
          <Card title="Appendices">
            {content.appendices.length === 0 ? (
              <p class="quiet">No professional’s report is kept.</p>
            ) : (
              <ol>
                {content.appendices.map((each) => (
                  <li key={each.href}>
                    <a href={each.href}>{sourceWords(each)}</a>
                  </li>
                ))}
              </ol>
            )}
          </Card>
        </Columns>
      </>
    );
  },
});
