import { type Member, may, type Permission } from '#src/kernel/access.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { isOfTrustOnly } from '#src/modules/identity/index.ts';
import {
  enrolmentWords,
  factWords,
  languageWords,
  type Pupil,
  yearWords,
} from '#src/modules/pupils/index.ts';
import { inForceOn, statusLabel, statusTag } from '#src/modules/register/index.ts';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { IdentityBand } from '#src/ui/identity-band.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { TrustLine } from '#src/ui/trust-line.tsx';
import { fullName, type PupilHead } from './pupil-head.ts';

const tabs = [
  { label: 'Summary', path: '', may: 'pupil.read' },
  { label: 'Own words', path: '/summary', may: 'pupil.read' },
  { label: 'Plan', path: '/plan', may: 'plan.read' },
  { label: 'Provision', path: '/provision', may: 'provision.read' },
  { label: 'EHC plan', path: '/ehc-plan', may: 'ehcp.read' },
  { label: 'Cases', path: '/cases', may: 'case.read' },
  { label: 'Top-up', path: '/top-up', may: 'bid.read' },
  { label: 'Lesson card', path: '/card', may: 'plan.read' },
  { label: 'Assessments', path: '/assessments', may: 'result.read' },
  { label: 'People', path: '/people', may: 'contacts.read' },
  { label: 'Documents', path: '/documents', may: 'document.read' },
  { label: 'Timeline', path: '/timeline', may: 'timeline.read' },
  { label: 'Privacy', path: '/seen', may: 'privacy.read' },
] as const satisfies readonly { label: string; path: string; may: Permission }[];
export type PupilTab = (typeof tabs)[number]['label'];

/** Who the page is about, and the other pages about the same pupil that the actor may open. */
export function PupilBand({ head, actor, tab }: { head: PupilHead; actor: Member; tab: PupilTab }) {
  const { pupil, sen, today } = head;
  const status = sen === null ? null : (inForceOn(sen.statuses, today)?.status ?? 'none');
  return (
    <>
      <TrustLine isShown={isOfTrustOnly(actor.roles)} />
      <IdentityBand
        name={fullName(pupil)}
        facts={factsOf(pupil, today).join(' · ')}
        kind={status === null ? undefined : statusTag[status]}
        tags={<Tags head={head} />}
      />
      <p class="on-paper">{`Printed by ${actor.knownAs} on ${head.at}: confidential`}</p>
      <ChipNav
        label={`About ${pupil.name.forename}`}
        links={tabs
          .filter((one) => may(actor, one.may))
          .map(({ label, path }) => ({
            label,
            href: `/pupils/${pupil.pupilId}${path}`,
            isCurrent: label === tab,
          }))}
      />
    </>
  );
}

/** Codes of English, and of English believed to be: nothing to say of them. */
const ENGLISH: readonly string[] = ['ENG', 'ENB', 'English'];

function factsOf(pupil: Pupil, today: SchoolDate): readonly string[] {
  const { yearGroup, className, bornOn, keyWorker, facts } = pupil;
  const language = facts.find((fact) => fact.kind === 'home_language')?.value;
  return [
    [yearWords(yearGroup), className === null ? '' : `${className} class`].filter(Boolean).join(', '),
    `born ${longDate(bornOn)}`,
    ...(keyWorker === null ? [] : [`key worker ${keyWorker.name}`]),
    ...(language === undefined || ENGLISH.includes(language)
      ? []
      : [`speaks ${languageWords(language)} at home`]),
    ...enrolmentFacts(pupil, today),
  ];
}

/** Only what is out of the ordinary: most pupils are simply on roll. */
function enrolmentFacts({ enrolment }: Pupil, today: SchoolDate): readonly string[] {
  if (enrolment === null) return ['never on roll'];
  const { status, fromOn, untilOn, referringSchool } = enrolment;
  return [
    ...(fromOn > today ? [`starts ${longDate(fromOn)}`] : []),
    ...(untilOn !== null && untilOn < today ? [`left ${longDate(untilOn)}`] : []),
    ...(status === 'C' ? [] : [enrolmentWords(status).toLowerCase()]),
    ...(referringSchool === null ? [] : [`sent by ${referringSchool}`]),
  ];
}

function Tags({ head: { pupil, sen, alerts, today } }: { head: PupilHead }) {
  const status = sen === null ? null : (inForceOn(sen.statuses, today)?.status ?? 'none');
  const authority = pupil.facts.find((fact) => fact.kind === 'maintaining_authority')?.value;
  const needs = sen?.needs.map((need) => need.senType).join(' · ') ?? '';
  return (
    <>
      {status !== null && (
        <Tag kind={statusTag[status]}>
          {statusLabel[status]}
          {status === 'ehc_plan' &&
            authority !== undefined &&
            ` · ${factWords('maintaining_authority', authority)}`}
        </Tag>
      )}
      {needs !== '' && <Tag kind="watch">{needs}</Tag>}
      {alerts
        .filter((alert) => alert.fromOn <= today)
        .map((alert) => (
          <span key={alert.alertId} class={alert.kind === 'safeguarding' ? 'not-on-paper' : undefined}>
            <Tag kind="warn">{alert.words}</Tag>
          </span>
        ))}
    </>
  );
}
