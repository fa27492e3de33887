import { findCode } from '#src/kernel/codes/codes.ts';
import { senProvision } from '#src/kernel/codes/sen-provision.codes.ts';
import { addDays, longDate, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { IncomingNeed, IncomingPupil, SenCode, SenStatusInFile } from './incoming.ts';
import {
  type Change,
  type HeldPupil,
  type HeldStatus,
  type NeedToRecord,
  ownSource,
  type SenStatusHeld,
  type StatusToRecord,
} from './proposal.ts';

const statusOf: Record<SenCode, SenStatusHeld> = {
  N: 'none',
  K: 'sen_support',
  E: 'ehc_plan',
  S: 'ehc_plan',
  A: 'sen_support',
  P: 'sen_support',
  Q: 'sen_support',
};
export const statusWords: Record<SenStatusHeld, string> = {
  none: 'No SEN',
  monitoring: 'Monitoring',
  sen_support: 'SEN support',
  ehc_plan: 'EHC plan',
};
const census: Record<SenStatusHeld, 'N' | 'K' | 'E'> = {
  none: 'N',
  monitoring: 'N',
  sen_support: 'K',
  ehc_plan: 'E',
};

const meant = (status: SenStatusInFile): SenStatusHeld | null =>
  status.isMonitoring ? 'monitoring' : status.code === null ? null : statusOf[status.code];

/** The last day of a letter of the years before 2014 and 2018; null for one of today. */
const lastDayOf = ({ code }: SenStatusInFile): SchoolDate | null => {
  const old = code === null ? null : findCode(senProvision, code);
  return old?.status === 'withdrawn' && old.validUntil !== undefined ? schoolDate(old.validUntil) : null;
};

type Told = {
  readonly status: SenStatusInFile;
  readonly from: SchoolDate;
  readonly until: SchoolDate | null;
};

/** An old letter is history only: it ends with its last day, and one that would begin later says nothing. */
function toRecord({ status, from, until }: Told): StatusToRecord[] {
  const known = meant(status);
  const last = lastDayOf(status);
  if (known === null || (last !== null && from > last)) return [];
  const recordedCode = (last === null ? status.text : (status.code ?? status.text)).slice(0, 40);
  return [
    { status: known, recordedCode, fromOn: from, untilOn: last !== null && until === null ? last : until },
  ];
}

/** What a file gives as the status of today although its letter ended years ago; null when it gives none such. */
export function endedStatus({ senNow }: IncomingPupil): string | null {
  const last = senNow == null ? null : lastDayOf(senNow.status);
  return last === null || senNow == null
    ? null
    : `The SEN status “${senNow.status.text}” ended on ${longDate(last)}; it is history and no status of today.`;
}

/**
 * The file's own account, oldest first: its history, or the one status that it gives. Unknown words are left out, and
 * so is what has an impossible date: before birth, or after the day of the file.
 */
function periods(incoming: IncomingPupil, of: HeldPupil | null, givenOn: SchoolDate): StatusToRecord[] {
  const history = (incoming.senHistory ?? []).flatMap(toRecord);
  const bornOn = of?.bornOn ?? incoming.bornOn ?? null;
  const isPossible = ({ fromOn, status }: StatusToRecord): boolean =>
    fromOn <= givenOn &&
    (bornOn === null || fromOn >= bornOn) &&
    !(of?.withdrawn ?? []).some((gone) => gone.fromOn === fromOn && gone.status === status);
  const now = incoming.senNow;
  const only =
    (incoming.senHistory ?? []).length > 0 || now == null
      ? []
      : toRecord({ status: now.status, from: now.since ?? incoming.entryOn ?? givenOn, until: null });
  return [...history, ...only].filter(isPossible);
}

const held = (statuses: readonly HeldStatus[], period: StatusToRecord): boolean =>
  statuses.some((one) => one.fromOn === period.fromOn && one.status === period.status);

const inWords = (list: readonly StatusToRecord[]): string =>
  list.map(({ status, fromOn }) => `${statusWords[status]} from ${longDate(fromOn)}`).join('; ');

/** A pupil whose file says nothing but `N` needs no line in the register. */
const isOnlyNone = (list: readonly StatusToRecord[]): boolean =>
  list.every(({ status }) => status === 'none');

/**
 * SEN status. Without any held, the file's history is taken whole. With some, history from before the first held
 * is added as evidence, and a present status that differs is proposed; monitoring is N in the census, so N in the
 * file does not contradict it.
 */
export function proposeStatuses(
  incoming: IncomingPupil,
  of: HeldPupil | null,
  givenOn: SchoolDate,
): Change[] {
  const told = periods(incoming, of, givenOn);
  const statuses = of?.statuses ?? [];
  if (statuses.length === 0) {
    return told.length === 0 || isOnlyNone(told)
      ? []
      : [
          {
            label: 'SEN status',
            before: null,
            after: inWords(told),
            isOurs: false,
            does: { kind: 'statuses', statuses: told },
          },
        ];
  }
  return [...earlier(told, statuses), ...present(told, statuses, givenOn)];
}

function earlier(told: readonly StatusToRecord[], statuses: readonly HeldStatus[]): Change[] {
  const first = statuses.map((one) => one.fromOn).sort()[0];
  if (first === undefined) return [];
  const before = told
    .filter((period) => period.fromOn < first && !held(statuses, period))
    .map((period) => ({
      ...period,
      untilOn: period.untilOn === null || period.untilOn >= first ? addDays(first, -1) : period.untilOn,
    }));
  if (before.length === 0 || isOnlyNone(before)) return [];
  return [
    {
      label: 'Earlier SEN status',
      before: null,
      after: inWords(before),
      isOurs: false,
      does: { kind: 'statuses', statuses: before },
    },
  ];
}

function present(
  told: readonly StatusToRecord[],
  statuses: readonly HeldStatus[],
  givenOn: SchoolDate,
): Change[] {
  const now = told.find((period) => period.untilOn === null);
  const current = statuses.find((one) => one.untilOn === null);
  if (now === undefined || current === undefined) return [];
  const isSame = now.status === current.status || (now.status === 'none' && census[current.status] === 'N');
  if (isSame) return [];
  // The file cannot change what began after it: the change then holds from the day of the file.
  const fromOn = now.fromOn > current.fromOn ? now.fromOn : givenOn;
  if (fromOn <= current.fromOn) return [];
  const next = { ...now, fromOn };
  return [
    {
      label: 'SEN status',
      before: `${statusWords[current.status]} from ${longDate(current.fromOn)}`,
      after: inWords([next]),
      isOurs: current.source === ownSource,
      does: { kind: 'statuses', statuses: [next] },
    },
  ];
}

/** The file's needs with a rank each: its own, else the next that is free. Needs that have ended or have no type are left out. */
function ranked(needs: readonly IncomingNeed[], givenOn: SchoolDate): NeedToRecord[] {
  const open = needs.filter((need) => need.type !== null && (need.until == null || need.until >= givenOn));
  const taken = new Set<number>();
  const types = new Set<string>();
  const list: NeedToRecord[] = [];
  for (const need of open) {
    const senType = need.type?.code ?? need.type?.text.slice(0, 20).trim() ?? '';
    if (senType === '' || types.has(senType)) continue;
    let rank = need.rank ?? 1;
    while (taken.has(rank)) rank += 1;
    taken.add(rank);
    types.add(senType);
    const written = need.type?.code === null ? need.type.text : null;
    list.push({
      senType,
      rank,
      ownWords: (need.ownWords ?? written)?.slice(0, 2000) ?? null,
      fromOn: need.from ?? null,
    });
  }
  return list.sort((one, other) => one.rank - other.rank);
}

const typesInOrder = (needs: readonly { senType: string; rank: number }[]): string =>
  [...needs]
    .sort((one, other) => one.rank - other.rank)
    .map((need) => need.senType)
    .join(', ');

/** Needs, when the types or their order differ from what is held. A file without needs says nothing about them. */
export function proposeNeeds(incoming: IncomingPupil, of: HeldPupil | null, givenOn: SchoolDate): Change[] {
  const needs = ranked(incoming.needs ?? [], givenOn);
  const before = of?.needs ?? [];
  if (needs.length === 0 || typesInOrder(needs) === typesInOrder(before)) return [];
  return [
    {
      label: 'Needs',
      before: before.length === 0 ? null : typesInOrder(before),
      after: typesInOrder(needs),
      isOurs: before.some((need) => need.source === ownSource),
      does: { kind: 'needs', needs },
    },
  ];
}

/**
 * A place in the SEN unit or resourced provision. `false` in a file is what the census writes for
 * everybody else; a place that the school's settings do not offer is not proposed.
 */
export function proposePlace(
  incoming: IncomingPupil,
  of: HeldPupil | null,
  offered: readonly string[],
): Change[] {
  const place = incoming.isInSenUnit ? 'sen_unit' : incoming.hasResourcedPlace ? 'resourced_provision' : null;
  if (place === null || of?.specialPlace === place || !offered.includes(place)) return [];
  const after = place === 'sen_unit' ? 'SEN unit' : 'Resourced provision';
  return [{ label: 'Special place', before: null, after, isOurs: false, does: { kind: 'place', place } }];
}
