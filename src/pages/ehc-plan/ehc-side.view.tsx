import { type Member, may } from '#src/kernel/access.ts';
import { longDate, middleDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { type EhcPlan, versionKindWords } from '#src/modules/ehcp/index.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { ehcHref } from './ehc-of-pupil.ts';

/** Who maintains the plan, its documents in order, and what can be done with it. */
export function PlanSide({ plan, actor }: { plan: EhcPlan; actor: Member }) {
  const home = ehcHref(plan.pupilId);
  const writes = may(actor, 'ehcp.write');
  const { authority, madeOn, endedOn, versions, entry } = plan;
  return (
    <>
      {entry !== null && writes && (
        <Card title="Being entered" tone="next">
          <p>{`${versionKindWords[entry.kind]} of ${longDate(entry.datedOn)}. It counts once it is kept.`}</p>
          <LinkButton href={`${home}/entry`}>Go on</LinkButton>
        </Card>
      )}
      <Card title="The plan">
        <SummaryList
          rows={[
            { key: 'Authority', value: authority },
            { key: 'First made', value: madeOn === null ? 'Not yet' : longDate(madeOn) },
            ...(endedOn === null ? [] : [{ key: 'Ended', value: longDate(endedOn) }]),
          ]}
        />
        <p class="small quiet">
          The authority must secure what Section F says (CFA 2014 s42). The school gives it and proves it.
        </p>
      </Card>
      <Card title="Documents of the authority">
        {versions.length === 0 ? (
          <p class="quiet">None is kept yet.</p>
        ) : (
          <ActionList
            items={versions.toReversed().map(({ number, kind, datedOn }, at) => ({
              label: `${number}. ${versionKindWords[kind]}`,
              href: `${home}/versions/${number}`,
              why: middleDate(datedOn),
              end: at === 0 && kind === 'draft' ? <Tag kind="warn">Binds nobody</Tag> : undefined,
            }))}
          />
        )}
        {versions.length > 1 && (
          <p>
            <a href={`${home}/compare`}>Two of them side by side</a>
          </p>
        )}
      </Card>
      <Card title="Next">
        <ActionList
          items={[
            { label: 'What did this child get this half-term?', href: `${home}/ledger` },
            { label: 'Advice beside the plan', href: `${home}/advice` },
            ...(writes && entry === null && endedOn === null
              ? [{ label: 'Enter a draft, final or amended plan', href: `${home}/entry/new` }]
              : []),
            ...(writes && endedOn === null ? [{ label: 'The plan has ended', href: `${home}/end` }] : []),
            ...(writes && endedOn !== null
              ? [{ label: 'Enter another EHC plan', href: `${home}/begin` }]
              : []),
          ]}
        />
        {writes && endedOn !== null && (
          <PostForm attempt={noAttempt} action={`${home}/reopen`} submit="It has not ended" kind="second" />
        )}
      </Card>
    </>
  );
}
