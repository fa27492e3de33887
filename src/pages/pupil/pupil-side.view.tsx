import { type Actor, may } from '#src/kernel/access.ts';
import { longDate, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import {
  type Alert,
  alertsOf,
  audienceOfFact,
  type Carer,
  type ContactNote,
  type CurrentFact,
  carerName,
  contactWords,
  type FactKind,
  factLabel,
  factWords,
  languageWords,
  type Pupil,
  relationshipWords,
  toldWords,
} from '#src/modules/pupils/index.ts';
import type { RegisterLine } from '#src/modules/register/index.ts';
import type { Task } from '#src/modules/tasks/index.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { AudienceTag } from '#src/ui/audience-tag.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { HeardBy } from './heard-by.view.tsx';
import { nextActions } from './next-actions.ts';
import type { PupilHead } from './pupil-head.ts';

type NextProps = { readonly head: PupilHead; readonly actor: Actor; readonly line: RegisterLine | null };

/** What the actor can do for this pupil now. */
export function Next({ head, actor, line }: NextProps) {
  const items = nextActions(head, actor, line);
  if (items.length === 0) return null;
  return (
    <Card title="Next">
      <ActionList items={items} />
    </Card>
  );
}

/** The last contacts, worries and decisions: what was said, by whom and when. */
export function LastSpoke({ contacts, actor }: { contacts: readonly ContactNote[]; actor: Actor }) {
  if (contacts.length === 0) return null;
  return (
    <Card title="Last spoke">
      <ActionList
        items={contacts.map(({ kind, withWhom, words, on, byName, pupilId, contactNoteId, audience }) => ({
          label: (
            <>
              <b>{withWhom === null ? contactWords[kind] : `${contactWords[kind]}, ${withWhom}`}:</b> {words}
            </>
          ),
          why: (
            <>
              {[middleDate(on), byName ?? ''].filter(Boolean).join(' · ')}{' '}
              <HeardBy
                pupilId={pupilId}
                of={{ kind: 'contact-note', recordId: contactNoteId, audience }}
                actor={actor}
              />
            </>
          ),
        }))}
      />
    </Card>
  );
}

/** What is still to be done about this pupil, and by whom. */
export function OpenTasks({ tasks, actor }: { tasks: readonly Task[]; actor: Actor }) {
  if (tasks.length === 0) return null;
  return (
    <Card title="Tasks">
      <ActionList
        items={tasks.map((task) => ({
          label: task.title,
          href: `/tasks/${task.taskId}`,
          why: (
            <>
              {`${task.ownerName} · ${task.dueOn === null ? 'no date' : `due ${middleDate(task.dueOn)}`}`}{' '}
              {task.pupilId !== null && (
                <HeardBy
                  pupilId={task.pupilId}
                  of={{ kind: 'task', recordId: task.taskId, audience: task.audience }}
                  actor={actor}
                />
              )}
            </>
          ),
        }))}
      />
    </Card>
  );
}

type AlertsProps = {
  readonly alerts: readonly Alert[];
  readonly actor: Actor;
  readonly today: SchoolDate;
  readonly leads: readonly string[];
};

/** Each alert with its days, who said so, and for those who keep them the way to end it. */
export function Alerts({ alerts, actor, today, leads }: AlertsProps) {
  if (alerts.length === 0) return null;
  return (
    <Card title="Alerts">
      <ActionList
        items={alerts.map((alert) =>
          alert.kind === 'safeguarding'
            ? flagItem(alert, { actor, leads })
            : {
                label: (
                  <>
                    <b>{alertsOf[alert.kind].label}:</b> {alert.words}
                  </>
                ),
                why: (
                  <>
                    {daysOf(alert, today)}
                    {` · ${alert.source}`}{' '}
                    <HeardBy
                      pupilId={alert.pupilId}
                      of={{
                        kind: 'alert',
                        recordId: alert.alertId,
                        audience: alert.audience,
                        part: alert.kind,
                      }}
                      actor={actor}
                    />
                    {may(actor, 'alert.change') && <AlertLinks alert={alert} />}
                  </>
                ),
              },
        )}
      />
    </Card>
  );
}

const daysOf = ({ fromOn, untilOn }: Alert, today: SchoolDate): string =>
  `${fromOn > today ? 'from' : 'since'} ${middleDate(fromOn)}${untilOn === null ? '' : ` until ${middleDate(untilOn)}`}`;

/** The flag and whom to ask, and nothing more; not on paper (rule access-5). */
const flagItem = (
  { words, fromOn, audience, pupilId, alertId }: Alert,
  { actor, leads }: Pick<AlertsProps, 'actor' | 'leads'>,
) => ({
  label: <b class="not-on-paper">{words}</b>,
  why: (
    <span class="not-on-paper">
      {`since ${middleDate(fromOn)} · ask ${leads.length === 0 ? 'the safeguarding lead' : leads.join(' or ')}`}{' '}
      <AudienceTag audience={audience} />
      {may(actor, 'safeguarding.flag') && (
        <>
          {' · '}
          <a href={`/pupils/${pupilId}/safeguarding/${alertId}/end`}>End the flag</a>
        </>
      )}
    </span>
  ),
});

function AlertLinks({ alert: { pupilId, alertId, words } }: { alert: Alert }) {
  const about = <span class="govuk-visually-hidden"> the alert {words}</span>;
  return (
    <>
      {' · '}
      <a href={`/pupils/${pupilId}/alerts/${alertId}/end`}>End{about}</a>
      {' · '}
      <a href={`/pupils/${pupilId}/alerts/${alertId}/withdraw`}>Withdraw{about}</a>
    </>
  );
}

const FIRST_CARERS = 2;

/** Whom to ring first. Shown to those who may see contacts. */
export function Family({ carers, pupil }: { carers: readonly Carer[]; pupil: Pupil }) {
  return (
    <Card title="Family">
      {carers.length === 0 && <p class="small quiet">No parent or carer is recorded.</p>}
      {carers.slice(0, FIRST_CARERS).map((carer) => (
        <p key={carer.carerId} class="small">
          {[`${carerName(carer)}, ${relationshipWords(carer.relationship)}`, ...waysOf(carer)].join(' · ')}
          {carer.isRestricted && (
            <>
              {' '}
              <Tag kind="late">Court restriction</Tag>
            </>
          )}
        </p>
      ))}
      {carers.length > 0 && (
        <p class="small">
          <a href={`/pupils/${pupil.pupilId}/people`}>Everybody, with telephone numbers</a>
        </p>
      )}
    </Card>
  );
}

const waysOf = ({ preferredContact, needsInterpreter, language }: Carer): readonly string[] => [
  ...(preferredContact === null ? [] : [`prefers ${preferredContact}`]),
  ...(needsInterpreter
    ? [`${language === null ? '' : `${languageWords(language)} `}interpreter at meetings`.trim()]
    : []),
];

/** What schools' systems tell, in the order in which a SENCO asks. Names and year stand in the band. */
const shownFacts: readonly FactKind[] = [
  'fsm',
  'pupil_premium',
  'eal',
  'home_language',
  'in_care',
  'care_authority',
  'young_carer',
  'service_child',
  'top_up',
  'medical_flag',
  'home_authority',
  'maintaining_authority',
  'ethnicity',
  'sex',
  'former_surname',
  'former_forename',
];

/** Facts that are told, not judged: each with where it comes from and the day that was spoken of. */
export function Facts({ pupil }: { pupil: Pupil }) {
  const facts = shownFacts.flatMap((kind) => pupil.facts.filter((fact) => fact.kind === kind));
  const legal = `${pupil.legalName.forename} ${pupil.legalName.surname}`;
  const isUsed = legal === `${pupil.name.forename} ${pupil.name.surname}`;
  if (facts.length === 0 && isUsed) return null;
  return (
    <Card title="Facts on file">
      <ActionList items={[...(isUsed ? [] : [{ label: `Legal name: ${legal}` }]), ...facts.map(factLine)]} />
    </Card>
  );
}

const factLine = (fact: CurrentFact) => ({
  label: (
    <>
      {factLabel(fact.kind)}: <b>{factWords(fact.kind, fact.value)}</b>
    </>
  ),
  why: (
    <>
      {`since ${longDate(fact.fromOn)} · ${toldWords(fact)}`}{' '}
      <AudienceTag audience={audienceOfFact[fact.kind]} />
    </>
  ),
});
