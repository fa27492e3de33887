import type { SchoolDate } from '#src/kernel/dates.ts';
import { type PupilId, StaffId } from '#src/kernel/ids.ts';
import { type Entry, getCatalogue } from '#src/modules/provision/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LaidRun } from '../domain/kept-rows.ts';
import type { LaidRow } from '../domain/lay.ts';
import { findTeacher } from '../domain/lay-groups.ts';
import type { HeldStaff } from '../domain/lay-staff.ts';
import { type Known, know } from '../domain/match.ts';
import { meantPupil } from '../domain/meant-pupil.ts';
import type { RunInFile } from '../domain/run-file.ts';
import { listKnownPupils } from '../queries/list-known-pupils.ts';
import { listHeldStaff } from '../queries/list-world.ts';

export type RunWorld = {
  readonly known: Known;
  readonly bornOn: (pupilId: PupilId) => SchoolDate | undefined;
  readonly staff: readonly HeldStaff[];
  readonly entries: readonly Entry[];
  /** Runs that are there, by name in small letters and first day. */
  readonly held: ReadonlySet<string>;
};

const heldKey = (name: string, fromOn: string): string => `${name.toLowerCase()}\n${fromOn}`;
const change = (label: string, after: string) => ({ label, before: null, after, isOurs: false });
const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

const slotWords = ({ weekday, startsAt, minutes }: RunInFile['slots'][number]): string =>
  `${weekdays[weekday] ?? ''}${startsAt === null ? '' : ` at ${startsAt}`}, ${minutes} minutes`;

type Found = {
  readonly pupilIds: readonly PupilId[];
  readonly staffIds: readonly StaffId[];
  readonly left: readonly string[];
};

/** The pupils and adults who are meant, and in sentences who could not be told. */
function whoIsMeant({ pupils, staff }: RunInFile, world: RunWorld): Found {
  const left: string[] = [];
  const byName: string[] = [];
  const pupilIds = pupils.flatMap((key) => {
    const meant = meantPupil(key, world);
    const name = [key.forename, key.surname].filter((part) => part != null).join(' ') || (key.upn ?? '?');
    if (!meant.ok) left.push(`${name}: ${meant.why}`);
    else if (meant.byName) byName.push(name);
    return meant.ok ? [meant.pupilId] : [];
  });
  const adults = staff.map((named) => ({ named, member: findTeacher(named, world.staff) }));
  for (const { named, member } of adults)
    if (member === undefined) left.push(`${named}: nobody on the staff has this name or code.`);
  if (byName.length > 0) left.push(`Found by the name alone: ${byName.join(', ')}.`);
  return {
    pupilIds: [...new Set(pupilIds)],
    staffIds: [
      ...new Set(
        adults.flatMap(({ member }) => (member === undefined ? [] : [StaffId.parse(member.staffId)])),
      ),
    ],
    left,
  };
}

function contentOf(told: RunInFile, from: SchoolDate, found: Found, entry: Entry | undefined): LaidRun {
  return {
    name: told.name,
    entryKey: entry?.seedKey ?? null,
    entryId: entry === undefined || entry.seedKey !== null ? null : entry.entryId,
    tier: entry?.tier ?? 'targeted',
    areas: [...(entry?.areas ?? [])],
    fromOn: from,
    untilOn: told.until,
    place: told.place,
    pupilIds: [...found.pupilIds],
    staffIds: [...found.staffIds],
    slots: [...told.slots],
  };
}

const changesOf = (told: RunInFile, content: LaidRun) => [
  change('Pupils', String(content.pupilIds.length)),
  ...(told.staff.length === 0 ? [] : [change('Adults', told.staff.join(', '))]),
  ...(told.slots.length === 0 ? [] : [change('Times', told.slots.map(slotWords).join('; '))]),
  change('From', content.fromOn),
  ...(content.untilOn === null ? [] : [change('Until', content.untilOn)]),
];

/** Lays provision of a file beside what is there: a run of the same name and first day is known already. */
export function layRuns(runs: readonly RunInFile[], world: RunWorld): readonly LaidRow[] {
  return runs.map((told): LaidRow => {
    const base = { kind: 'run' as const, number: told.row, title: told.name, matchId: null };
    const leave = (why: string): LaidRow => ({
      ...base,
      content: { left: 'unreadable' },
      state: 'unreadable',
      why,
      changes: [],
    });
    const { from } = told;
    if (from === null)
      return leave('There is no first day: add a column for it, or say it when you bring the file.');
    if (told.until !== null && told.until < from) return leave('The last day is before the first.');
    if (told.faults.length > 0) return leave(told.faults.join(' '));
    const found = whoIsMeant(told, world);
    if (found.pupilIds.length === 0)
      return leave(`No pupil of it is known. ${found.left.join(' ')}`.trim().slice(0, 1000));
    const entry = world.entries.find(({ name }) => name.toLowerCase() === told.name.toLowerCase());
    const content = contentOf(told, from, found, entry);
    const isHeld = world.held.has(heldKey(told.name, from));
    const why = found.left.length === 0 ? null : found.left.join(' ').slice(0, 1000);
    return {
      ...base,
      content,
      state: isHeld ? 'unchanged' : 'new',
      why,
      changes: isHeld ? [] : changesOf(told, content),
    };
  });
}

/** What provision of a file is laid beside. */
export async function loadRunWorld(tx: Tx): Promise<RunWorld> {
  const pupils = await listKnownPupils(tx);
  const births = new Map(pupils.map(({ pupilId, bornOn }) => [pupilId, bornOn]));
  const runs = await tx
    .selectFrom('runs')
    .select(['name', 'fromOn'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('withdrawnAt', 'is', null)
    .execute();
  return {
    known: know(pupils),
    bornOn: (pupilId) => births.get(pupilId),
    staff: await listHeldStaff(tx),
    entries: (await getCatalogue(tx)).filter(({ isWithdrawn }) => !isWithdrawn),
    held: new Set(runs.map(({ name, fromOn }) => heldKey(name, fromOn))),
  };
}
