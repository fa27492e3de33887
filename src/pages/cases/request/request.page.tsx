import {
  type RequestPartKey,
  type RequestSource,
  requestPartKeys,
  requestParts,
  sourceWords,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { PupilBand } from '../../pupil/pupil-band.view.tsx';
import { aboutPupil, fullName } from '../../pupil/pupil-head.ts';
import { partHref, RequestList } from './request-list.view.tsx';
import { loadRequest, OfPupil, type RequestSubject, requestHref } from './request-of.ts';
import { Lacks, SentBefore, Wishes } from './request-side.view.tsx';

/** A request for an assessment as it would be sent: filled from the records, changed by hand where somebody did. */
export default page({
  path: '/pupils/:pupilId/request',
  params: OfPupil,
  may: 'case.write',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: RequestSubject) => `Request for an assessment: ${fullName(pupil)}`,
  load: ({ tx, actor, params }): Promise<RequestSubject | null> => loadRequest(tx, params.pupilId, actor),
  view: ({ subject, actor }) => {
    const { pupilId } = subject.pupil;
    const href = requestHref(pupilId);
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Cases" />
        <div class="head">
          <div>
            <h2>Request for an assessment</h2>
            <p class="lead">
              Filled from the records as they stand today. What is not changed by hand changes with them,
              until it is sent.
            </p>
          </div>
          <div class="buttons">
            <ExportMenu
              ways={[
                { label: 'Word, to write on and sign', href: `${href}.docx` },
                { label: 'PDF with its appendices', href: `${href}.pdf` },
              ]}
            />
            <LinkButton href={`${href}/send`} kind="second">
              Send it
            </LinkButton>
          </div>
        </div>
        <Workbench
          list={<RequestList subject={subject} current="whole" />}
          side={
            <>
              <Lacks subject={subject} />
              <Wishes subject={subject} />
              <SentBefore subject={subject} />
            </>
          }
        >
          {requestPartKeys.map((key) => (
            <Part key={key} part={key} subject={subject} />
          ))}
          <Card title="Appendices">
            {subject.content.appendices.length === 0 ? (
              <p class="quiet">No document goes with it.</p>
            ) : (
              <ol>
                {subject.content.appendices.map((each) => (
                  <li key={each.href}>
                    <Source source={each} />
                  </li>
                ))}
              </ol>
            )}
            <p>
              <a href={`${href}/appendices`}>Choose the appendices</a>
            </p>
          </Card>
        </Workbench>
      </>
    );
  },
});

const Source = ({ source }: { source: RequestSource }) =>
  source.href === '' ? <span>{sourceWords(source)}</span> : <a href={source.href}>{sourceWords(source)}</a>;

function Part({ part, subject }: { part: RequestPartKey; subject: RequestSubject }) {
  const paragraphs = subject.content[part];
  const isNotNeeded = subject.request?.parts.some((one) => one.part === part && one.state === 'not_needed');
  return (
    <Card title={requestParts[part]}>
      {paragraphs.length === 0 && (
        <p class="quiet">{isNotNeeded === true ? 'Set down as not needed.' : 'Nothing is recorded yet.'}</p>
      )}
      {paragraphs.map(({ key, words, source, isByHand }) => (
        <p key={key}>
          <span class="words">{words}</span>
          <span class="why">
            <Source source={source} />
            {isByHand === true && ' · changed by hand'}
          </span>
        </p>
      ))}
      <p class="not-on-paper">
        <a href={partHref(subject.pupil.pupilId, part)} aria-label={`Change: ${requestParts[part]}`}>
          Change
        </a>
      </p>
    </Card>
  );
}
