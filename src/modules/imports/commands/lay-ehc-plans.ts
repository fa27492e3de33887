import { listCodesInForce } from '#src/kernel/codes/codes.ts';
import { laCode } from '#src/kernel/codes/la-code.codes.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  type Authority,
  type Case,
  checkEvents,
  listAuthorities,
  listCases,
} from '#src/modules/ehcp/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { authorityNamed, type EhcPlanInFile } from '../domain/ehc-plan-file.ts';
import type { LaidEhcPlan } from '../domain/kept-rows.ts';
import type { LaidRow } from '../domain/lay.ts';
import { type Known, know } from '../domain/match.ts';
import { meantPupil } from '../domain/meant-pupil.ts';
import { listKnownPupils } from '../queries/list-known-pupils.ts';

export type EhcPlanWorld = {
  readonly known: Known;
  readonly bornOn: (pupilId: PupilId) => SchoolDate | undefined;
  readonly authorities: readonly Authority[];
  /** Those of the national list that are in force. */
  readonly national: readonly { readonly code: string; readonly name: string }[];
  readonly open: readonly Case[];
  readonly today: SchoolDate;
};

type Fault = { readonly why: string };
type Meant = { readonly laid: LaidEhcPlan; readonly authority: string; readonly told: readonly string[] };

const eventsOf = ({ madeOn, decidedOn, meetingOn }: EhcPlanInFile) =>
  [
    { name: 'planMade', happenedOn: madeOn },
    { name: 'lastDecisionSent', happenedOn: decidedOn },
    { name: 'meeting', happenedOn: meetingOn },
  ].flatMap(({ name, happenedOn }) => (happenedOn === null ? [] : [{ name, happenedOn }]));

type Whose = { readonly held: Authority | null; readonly added: LaidEhcPlan['newAuthority'] };

/** The authority that a row names: one of the school's, one of the national list, or in a sentence why neither. */
function authorityOf(text: string | null, world: EhcPlanWorld): Whose | Fault {
  if (text === null) return { held: null, added: null };
  const held = authorityNamed(text, world.authorities);
  const added = held === null ? authorityNamed(text, world.national) : null;
  return held === null && added === null
    ? {
        why: `No authority is called ‘${text.slice(0, 60)}’. Write its name or its number of three figures.`,
      }
    : { held, added };
}

/** Why the days of a row cannot be those of a plan; null where they can. */
function dayFault(told: EhcPlanInFile, bornOn: SchoolDate | undefined, today: SchoolDate): string | null {
  const { faults, madeOn } = told;
  if (faults.length > 0) return faults.join(' ');
  const events = eventsOf(told);
  if (events.length === 0)
    return 'There is no day: give the day the plan was made, the last decision or the next meeting.';
  if (bornOn !== undefined && madeOn !== null && madeOn < bornOn)
    return `The plan was made on ${longDate(madeOn)}, before the pupil was born.`;
  return checkEvents('annual-review', events, today)?.words ?? null;
}

/** What a row means, or in a sentence why it cannot be taken. */
function meantBy(told: EhcPlanInFile, world: EhcPlanWorld): Meant | Fault {
  const pupil = meantPupil(told.pupil, world);
  if (!pupil.ok) return { why: pupil.why };
  const { pupilId, byName } = pupil;
  const fault = dayFault(told, world.bornOn(pupilId), world.today);
  if (fault !== null) return { why: fault };
  const whose = authorityOf(told.authority, world);
  if ('why' in whose) return whose;
  const { held, added } = whose;
  return {
    laid: { pupilId, authorityId: held?.authorityId ?? null, newAuthority: added, events: eventsOf(told) },
    authority: held?.name ?? added?.name ?? '',
    told: [
      ...(byName ? ['Found by the name alone.'] : []),
      ...(added === null ? [] : [`${added.name} is added to the school’s authorities.`]),
      ...(told.authority === null ? ['The row names no authority: give it one on the case.'] : []),
    ],
  };
}

const titleOf = ({ pupil, authority }: EhcPlanInFile): string => {
  const name = [pupil.surname, pupil.forename].filter((part) => part != null).join(', ');
  return [name === '' ? (pupil.upn ?? '?') : name, authority]
    .filter((part) => part !== null)
    .join(': ')
    .slice(0, 200);
};

const labels: Readonly<Record<string, string>> = {
  planMade: 'Plan made',
  lastDecisionSent: 'Last decision',
  meeting: 'Next meeting',
};

const changesOf = ({ laid, authority }: Meant) =>
  [
    ...(authority === '' ? [] : [['Authority', authority] as const]),
    ...laid.events.map(({ name, happenedOn }) => [labels[name] ?? name, happenedOn] as const),
  ].map(([label, after]) => ({ label, before: null, after, isOurs: false }));

/** The review that is open already for this pupil and authority: as the file says it, or otherwise. */
function heldAs({ laid }: Meant, open: readonly Case[]): 'same' | 'other' | null {
  const held = open.find(
    (one) =>
      one.pupilId === laid.pupilId && one.authorityId === laid.authorityId && laid.newAuthority === null,
  );
  if (held === undefined) return null;
  const stands = held.events.filter(({ withdrawnWhy }) => withdrawnWhy === null);
  const isSame = laid.events.every(({ name, happenedOn }) =>
    stands.some((event) => event.name === name && event.happenedOn === happenedOn),
  );
  return isSame ? 'same' : 'other';
}

function layOne(told: EhcPlanInFile, world: EhcPlanWorld, seen: (readonly [Meant, number])[]): LaidRow {
  const base = { kind: 'ehc_plan' as const, number: told.row, title: titleOf(told), matchId: null };
  const leave = (why: string): LaidRow => ({
    ...base,
    content: { left: 'unreadable' },
    state: 'unreadable',
    why,
    changes: [],
  });
  const meant = meantBy(told, world);
  if ('why' in meant) return leave(meant.why);
  const { laid, authority } = meant;
  const ofPupil = seen.filter(([one]) => one.laid.pupilId === laid.pupilId);
  const twice = ofPupil.find(([one]) => one.authority === authority);
  if (twice !== undefined)
    return leave(
      `Row ${twice[1]} has a plan of this pupil from the same authority. A pupil has one EHC plan at a time: leave out the older row.`,
    );
  seen.push([meant, told.row]);
  const held = heldAs(meant, world.open);
  if (held === 'other')
    return leave('A review of this plan is open already, with other days. Record what is new in that case.');
  const elsewhere = ofPupil[0]?.[1];
  const others = world.open.some(
    (one) => one.pupilId === laid.pupilId && one.authorityId !== laid.authorityId,
  );
  const why = [
    ...meant.told,
    ...(elsewhere === undefined && !others
      ? []
      : [
          `${elsewhere === undefined ? 'There is' : `Row ${elsewhere} has`} a plan of this pupil from another authority: each gets a review of its own. End the one that has moved.`,
        ]),
  ];
  return {
    ...base,
    content: laid,
    state: held === 'same' ? 'unchanged' : 'new',
    why: why.length === 0 ? null : why.join(' '),
    changes: held === 'same' ? [] : changesOf(meant),
  };
}

/** Lays EHC plans of a file beside the reviews that are open; of two rows of one plan the first counts (rule intake-3). */
export function layEhcPlans(plans: readonly EhcPlanInFile[], world: EhcPlanWorld): readonly LaidRow[] {
  const seen: (readonly [Meant, number])[] = [];
  return plans.map((told) => layOne(told, world, seen));
}

/** What EHC plans of a file are laid beside. */
export async function loadEhcPlanWorld(tx: Tx): Promise<EhcPlanWorld> {
  const { today } = tx.scope;
  const pupils = await listKnownPupils(tx);
  const births = new Map(pupils.map(({ pupilId, bornOn }) => [pupilId, bornOn]));
  return {
    known: know(pupils),
    bornOn: (pupilId) => births.get(pupilId),
    authorities: await listAuthorities(tx),
    national: listCodesInForce(laCode, today).map(({ code, label }) => ({ code, name: label })),
    open: await listCases(tx, { kind: 'annual-review', open: true }),
    today,
  };
}
