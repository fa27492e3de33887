import { type Member, may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { approversFor, approverWords, heldApprovals, lackingApprovals } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import {
  documentHref,
  type Held,
  isPublishedAsItStands,
  missingIn,
  publicHref,
  publicNow,
  reportHref,
} from './document-of-school.ts';

/** What can be done next, for those who may. */
function nextSteps(held: Held, actor: Member): readonly Action[] {
  const href = documentHref(held.kind);
  const lacks = missingIn(held).length;
  const lacking = lackingApprovals(held.document);
  const { isPublic } = kindsOfDocument[held.kind];
  const steps: readonly (Action & { readonly isOpen: boolean })[] = [
    {
      label: 'Approve it as headteacher',
      href: `${href}/approve`,
      why: 'Whoever changes a word afterwards needs your approval again',
      isOpen: may(actor, 'published.approve') && lacking.includes('head'),
    },
    {
      label: 'Note the governors’ approval',
      href: `${href}/governors`,
      why: 'With the day of their meeting',
      isOpen: lacking.includes('governors'),
    },
    {
      label: isPublic ? 'Publish it' : 'Give it to the governors',
      href: `${href}/publish`,
      why: 'It is searched for pupils first',
      isOpen:
        may(actor, 'school.manage') && lacks === 0 && lacking.length === 0 && !isPublishedAsItStands(held),
    },
    {
      label: isPublic ? 'Compare with what was published last' : 'Compare with the last report',
      href: `${href}/compare`,
      why: 'Word by word',
      isOpen: held.last !== null,
    },
    {
      label: isPublic ? 'Withdraw what is public' : 'Take it back from the governors',
      href: `${href}/withdraw`,
      why: 'With a reason',
      isOpen: may(actor, 'school.manage') && publicNow(held) !== null,
    },
  ];
  return steps.filter(({ isOpen }) => isOpen);
}

/** What is missing, who approved, and what can be done next. */
export function Steps({ held, actor }: { held: Held; actor: Member }) {
  const lacks = missingIn(held);
  const approvals = heldApprovals(held.document);
  const now = publicNow(held);
  const { last } = held;
  return (
    <>
      <Card title={lacks.length === 0 ? 'Nothing is missing' : `${lacks.length} missing`}>
        {lacks.length > 0 && (
          <ul>
            {lacks.map(({ what, at }) => (
              <li key={at}>{what}</li>
            ))}
          </ul>
        )}
        {approversFor(held.kind).map((giver) => {
          const own = approvals.find(({ givenBy }) => givenBy === giver);
          return (
            <p key={giver} class="small">
              <Tag kind={own === undefined ? 'watch' : 'good'}>
                {own === undefined ? 'Not approved' : 'Approved'}
              </Tag>{' '}
              {`by ${approverWords[giver]}${own === undefined ? '' : ` on ${middleDate(own.approvedOn)}`}`}
            </p>
          );
        })}
      </Card>
      <Card title="Next">
        <ActionList items={nextSteps(held, actor)} />
        {now !== null && (
          <p>
            {kindsOfDocument[held.kind].isPublic ? (
              <a href={publicHref(held.school.urn, held.kind)}>{`Public page, number ${now.number}`}</a>
            ) : (
              <a href={reportHref(now.number)}>{`As governors read it, number ${now.number}`}</a>
            )}
          </p>
        )}
        {last !== null && last.withdrawnOn !== null && (
          <p>{`Number ${last.number} was withdrawn on ${middleDate(last.withdrawnOn)}: ${last.withdrawnWhy}`}</p>
        )}
      </Card>
    </>
  );
}
