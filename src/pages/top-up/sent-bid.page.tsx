import { longDate } from '#src/kernel/dates.ts';
import { bidParts } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { bidHref, leadOf, ofBidPupil } from './bid-of.ts';
import { CostTable } from './cost-table.view.tsx';
import { Paragraph, sourceWords } from './paragraph.view.tsx';
import { loadSent, OfSent, type SentSubject } from './sent-of.ts';

/** An application as its authority has it. Never changed, whatever the records say since. */
export default page({
  path: '/top-up/:bidId/sent/:number',
  params: OfSent,
  may: 'bid.read',
  about: ofBidPupil,
  section: 'Pupils',
  title: ({ sent }: SentSubject) => `Application for top-up, version ${sent.number}`,
  load: ({ tx, params }): Promise<SentSubject | null> => loadSent(tx, params),
  view: ({ subject }) => {
    const { sent, bid } = subject;
    const href = `${bidHref(bid.bidId)}/sent/${sent.number}`;
    const { parts, costs, appendices } = sent.content;
    return (
      <div class="narrow">
        <BackLink href={bidHref(bid.bidId)}>The application</BackLink>
        <PageHead
          title={`As sent on ${longDate(sent.sentOn)}`}
          lead={leadOf(subject)}
          actions={
            <ExportMenu
              ways={[
                { label: 'Word', href: `${href}/application.docx` },
                { label: 'PDF', href: `${href}/application.pdf` },
              ]}
            />
          }
        />
        {parts
          .filter(({ paragraphs }) => paragraphs.length > 0)
          .map(({ part, paragraphs }) => (
            <Card key={part} title={bidParts[part]}>
              {paragraphs.map((paragraph, at) => (
                <Paragraph key={at} of={paragraph} />
              ))}
              {part === 'costs' && <CostTable costs={costs} />}
            </Card>
          ))}
        {appendices.length > 0 && (
          <Card title="Appendices">
            <ol>
              {appendices.map((each) => (
                <li key={each.href}>{sourceWords(each)}</li>
              ))}
            </ol>
          </Card>
        )}
      </div>
    );
  },
});
