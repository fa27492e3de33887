import { sql } from 'kysely';
import { addDays, middleDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listMeasures, listResults, scoreWords } from '#src/modules/assessments/index.ts';
import { type FoundPupil, searchPupils } from '#src/modules/pupils/index.ts';
import { listRegisterLines, needLabel, type RegisterLine } from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { isLowScore, type Suited, suitedTo } from '../domain/suited.ts';

export type Asked = Suited & {
  /** What the run is measured by: low scores on it are a reason. */
  readonly measureKeys?: readonly string[];
  /** The intervention of the run: whoever is in another run of it today is left out. */
  readonly kind?: string | null;
};

/** A pupil of the register with the reasons why a run may suit them, in words. */
export type SuggestedPupil = RegisterLine & { readonly reasons: readonly string[] };

/**
 * Pupils whom a run may suit, each with the reasons (rule prov-9); of those whom the actor may see. Nobody is put in by it. At
 * most four statements.
 */
export async function suggestPupils(tx: Tx, asked: Asked): Promise<readonly SuggestedPupil[]> {
  const { measureKeys = [], kind = null } = asked;
  if (asked.areas.length === 0 && measureKeys.length === 0) return [];
  const low = await listLow(tx, measureKeys);
  const without = new Set([...(asked.without ?? []), ...(kind === null ? [] : await listInKind(tx, kind))]);
  const lines = await listRegisterLines(tx, low.size > 0 ? 'all' : 'register');
  return suitedTo(lines, { ...asked, without }, new Set(low.keys())).map(({ pupil, reason }) => ({
    ...pupil,
    reasons: [
      ...(low.get(pupil.pupilId) ?? []),
      ...(reason.need === null
        ? []
        : [`${reason.isMainNeed ? 'Main need' : 'Need'}: ${needLabel(reason.need)}`]),
    ],
  }));
}

/** Whose last score on a measure within a year is low, in words. */
async function listLow(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<PupilId, readonly string[]>> {
  if (keys.length === 0) return new Map();
  const since = addDays(tx.scope.today, -365);
  const measures = (await listMeasures(tx)).filter(({ key }) => keys.includes(key));
  const results = await listResults(tx, { measureKeys: keys, fromOn: since });
  const last = new Map(results.map((one) => [`${one.pupilId} ${one.measureKey}`, one]));
  const low = [...last.values()].flatMap(({ pupilId, measureKey, score, on }) => {
    const measure = measures.find(({ key }) => key === measureKey);
    return measure !== undefined && isLowScore(measure, score)
      ? [{ pupilId, words: `${measure.name} ${scoreWords(measure, score)} on ${middleDate(on)}: low` }]
      : [];
  });
  return new Map(
    [...Map.groupBy(low, ({ pupilId }) => pupilId)].map(([pupilId, some]) => [
      pupilId,
      some.map(({ words }) => words),
    ]),
  );
}

/** Who is in a run of an intervention today. */
async function listInKind(tx: Tx, kind: string): Promise<readonly PupilId[]> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<{ pupilId: string }>`
    select distinct p.pupil_id from runs r
    join run_pupils p on p.school_id = r.school_id and p.run_id = r.run_id and p.withdrawn_at is null
      and p.from_on <= ${today}::date and coalesce(p.until_on >= ${today}::date, true)
    where r.school_id = ${actor.schoolId} and r.withdrawn_at is null
      and ${kind} in (r.entry_key, r.entry_id::text)`.execute(tx);
  return rows.map(({ pupilId }) => PupilId.parse(pupilId));
}

export type NameFault = { readonly line: string; readonly found: readonly FoundPupil[] };

/** The pupils on roll whom lines of names mean. A line that means nobody, or several, is a fault: nothing is guessed. */
export async function findByNames(
  tx: Tx,
  text: string | undefined,
): Promise<{ readonly pupilIds: readonly PupilId[]; readonly faults: readonly NameFault[] }> {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 40);
  const pupilIds: PupilId[] = [];
  const faults: NameFault[] = [];
  for (const line of lines) {
    const found = (await searchPupils(tx, line, 6)).filter(({ isOnRoll }) => isOnRoll);
    const [only] = found;
    if (only !== undefined && found.length === 1) pupilIds.push(only.pupilId);
    else faults.push({ line, found });
  }
  return { pupilIds, faults };
}
