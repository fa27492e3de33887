import { noAttempt } from '#src/kernel/form.ts';
import {
  asksOf,
  missingOf,
  type RequestPartKey,
  type RequestSource,
  requestParts,
  sourceWords,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { PupilBand } from '../../pupil/pupil-band.view.tsx';
import { aboutPupil, fullName } from '../../pupil/pupil-head.ts';
import { loadRequest, OfPupil, type RequestSubject, requestHref } from './request-of.ts';
import { partKeys } from './request-paper.ts';

/** A request for an assessment, filled from the records, with what it lacks and what the authority wishes. */
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
              Filled from the records as they stand today. What you change there changes here.
            </p>
          </div>
          <div class="buttons">
            <ExportMenu
              ways={[
                { label: 'Word, to write on and sign', href: `${href}.docx` },
                { label: 'PDF', href: `${href}.pdf` },
              ]}
            />
            <LinkButton href={`/pupils/${pupilId}/cases/new?kind=needs-assessment`} kind="second">
              It was sent: open the case
            </LinkButton>
          </div>
        </div>
        <Columns
          side={
            <>
              <Lacks subject={subject} />
              <Wishes subject={subject} />
            </>
          }
        >
          {partKeys.map((key) => (
            <Part key={key} part={key} subject={subject} />
          ))}
          <Card title="Appendices">
            {subject.content.appendices.length === 0 ? (
              <p class="quiet">No professional’s report is kept.</p>
            ) : (
              <ol>
                {subject.content.appendices.map((each) => (
                  <li key={each.href}>
                    <Source source={each} />
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

const Source = ({ source }: { source: RequestSource }) => <a href={source.href}>{sourceWords(source)}</a>;

function Part({ part, subject }: { part: RequestPartKey; subject: RequestSubject }) {
  const paragraphs = subject.content[part];
  return (
    <Card title={requestParts[part]}>
      {paragraphs.length === 0 && <p class="quiet">Nothing is recorded yet.</p>}
      {paragraphs.map(({ words, source }, at) => (
        <p key={at}>
          {words}
          <span class="why">
            <Source source={source} />
          </span>
        </p>
      ))}
    </Card>
  );
}

/** What is missing, each a button that makes a task of it. None of it bars the way. */
function Lacks({ subject }: { subject: RequestSubject }) {
  const missing = missingOf(subject.content);
  return (
    <Card title="Still missing" tone="next">
      {missing.length === 0 && <p>Every part has something in it.</p>}
      {missing.map(({ key, title, why }) => (
        <div key={key}>
          <p>
            <b>{title}</b>
            <span class="why">{why}</span>
          </p>
          <PostForm
            action={`${requestHref(subject.pupil.pupilId)}/tasks/${key}`}
            attempt={noAttempt}
            submit="Make a task"
            kind="second"
          />
        </div>
      ))}
    </Card>
  );
}

const stateWords = { there: 'There', 'not there': 'Not there', look: 'Look yourself' } as const;

/** What the authority wishes to be sent. It is no condition: the law has a test of its own. */
function Wishes({ subject: { authority, content } }: { subject: RequestSubject }) {
  const asks = asksOf(authority, content);
  if (authority === null || asks.length === 0) return null;
  return (
    <Card title={`${authority.name} asks for`}>
      <p class="small">
        <Tag kind="warn">LOCAL</Tag> The authority’s wish. It cannot refuse for a missing item alone: the test
        is CFA 2014 s36(8).
      </p>
      <ul class="list plain">
        {asks.map(({ ask, state }) => (
          <li key={ask.words}>
            {ask.words} <Tag kind={state === 'there' ? 'good' : 'watch'}>{stateWords[state]}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
