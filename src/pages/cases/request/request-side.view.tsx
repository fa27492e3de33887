import { middleDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { asksOf, missingOf, notNeededOf } from '#src/modules/ehcp/index.ts';
import { Card } from '#src/ui/card.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type RequestSubject, requestHref } from './request-of.ts';

/** What is missing, each a button that makes a task of it. None of it bars the way. */
export function Lacks({ subject }: { subject: RequestSubject }) {
  const missing = missingOf(subject.content, notNeededOf(subject.request ?? { parts: [] }));
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
export function Wishes({ subject: { authority, content } }: { subject: RequestSubject }) {
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

/** Requests that were sent: each as it was, and its case. */
export function SentBefore({ subject: { sent } }: { subject: RequestSubject }) {
  if (sent.length === 0) return null;
  return (
    <Card title="Sent">
      <ul class="list plain">
        {sent.map(({ requestId, sentOn, sentHow, documentId, caseId }) => (
          <li key={requestId}>
            {documentId !== null && (
              <a
                href={`/documents/${documentId}`}
              >{`As it was sent on ${sentOn === null ? '' : middleDate(sentOn)}`}</a>
            )}
            {caseId !== null && (
              <>
                {' · '}
                <a href={`/cases/${caseId}`}>its case</a>
              </>
            )}
            <span class="why">{sentHow}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
