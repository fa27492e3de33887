import { type RawBuilder, sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Behind } from '../domain/behind.ts';
import type { RegisterShow } from '../domain/register-filter.ts';
import type { RegisterLine } from '../domain/register-lines.ts';
import { SenStatus } from '../domain/sen-status.ts';
import { specialPlaceKind } from '../domain/special-places.ts';

const whom: Readonly<Record<RegisterShow, RawBuilder<unknown>>> = {
  register: sql`is_on_roll and status in ('monitoring', 'sen_support', 'ehc_plan')`,
  monitored: sql`is_on_roll and status = 'monitoring'`,
  all: sql`is_on_roll`,
  former: sql`((is_on_roll and status = 'none' and since_on is not null)
    or (not is_on_roll and status in ('sen_support', 'ehc_plan')))`,
};

/** The lines of the register that the actor may see, by name. One statement over the read model. */
export const listRegisterLines = (tx: Tx, show: RegisterShow): Promise<readonly RegisterLine[]> =>
  selectLines(tx, whom[show]);

/** The pupils on SEN support of whom nothing says that the parents were told (CFA 2014 s68), by name. */
export const listToBeTold = (tx: Tx): Promise<readonly RegisterLine[]> =>
  selectLines(tx, sql`is_on_roll and status = 'sen_support' and not is_parents_told`);

/** The pupils on roll with a review until a day, or for whom the school is behind with something, by name. */
export const listBehind = (tx: Tx, reviewsUntil: SchoolDate): Promise<readonly RegisterLine[]> =>
  selectLines(tx, sql`is_on_roll and (behind <> '{}' or review_on <= ${reviewsUntil}::date)`);

/** The line of one pupil, on roll or not; null when the pupil is not the actor's to see. */
export async function findRegisterLine(tx: Tx, pupilId: PupilId): Promise<RegisterLine | null> {
  const [line] = await selectLines(tx, sql`pupil_id = ${pupilId}`);
  return line ?? null;
}

type Row = { readonly packed: string; readonly need_types: string };

/**
 * Hundreds of rows, all day long: each comes as one text, which the database keeps beside the columns that it is made of,
 * and is made into a line once, without the plugin that would rename its keys first.
 */
async function selectLines(tx: Tx, which: RawBuilder<unknown>): Promise<readonly RegisterLine[]> {
  const { rows } = await sql<Row>`
    select packed, array_to_string(need_types, ' ') as need_types
    from register_lines where school_id = ${tx.scope.actor.schoolId} and ${which}
    order by surname, forename`.execute(tx.withoutPlugins());
  const dayOf = dayOnce();
  return rows.map((row) => lineOf(row, dayOf));
}

const none = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

function lineOf({ packed, need_types }: Row, dayOf: (digits: string) => SchoolDate): RegisterLine {
  const [
    id,
    surname = '',
    forename = '',
    year,
    rank,
    group,
    referring,
    status,
    since,
    worker,
    place,
    flags = '',
    review,
    meetings,
  ] = packed.split(unitSeparator);
  const sinceOn = none(since);
  const specialPlace = none(place);
  const reviewOn = none(review);
  return {
    pupilId: PupilId.parse(id),
    surname,
    forename,
    yearGroup: none(year),
    yearRank: Number(rank),
    className: none(group),
    referringSchool: none(referring),
    status: SenStatus.parse(status),
    sinceOn: sinceOn === null ? null : dayOf(sinceOn),
    isParentsTold: flags.includes('t'),
    needTypes: need_types === '' ? [] : need_types.split(' '),
    keyWorker: none(worker),
    isFsm: flags.includes('f'),
    isEal: flags.includes('e'),
    isPupilPremium: flags.includes('p'),
    specialPlace: specialPlace === null ? null : specialPlaceKind(specialPlace),
    reviewOn: reviewOn === null ? null : dayOf(reviewOn),
    meetings: Number(meetings),
    behind: behindIn(flags),
  };
}

const behindMarks: readonly (readonly [mark: string, kind: Behind])[] = [
  ['R', 'review'],
  ['M', 'meetings'],
  ['N', 'no_plan'],
  ['U', 'unshared'],
];

const behindIn = (flags: string): readonly Behind[] =>
  behindMarks.filter(([mark]) => flags.includes(mark)).map(([, kind]) => kind);

/** What stands between the parts of a packed line; no name holds it. */
const unitSeparator = String.fromCharCode(31);

/** `20260901` → 1 September 2026. Most pupils share their days, so each is read once. */
function dayOnce() {
  const days = new Map<string, SchoolDate>();
  return (digits: string): SchoolDate => {
    const known = days.get(digits);
    if (known !== undefined) return known;
    const day = schoolDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
    days.set(digits, day);
    return day;
  };
}
