import type { Values } from '#src/kernel/form.ts';
import type { StaffId } from '#src/kernel/ids.ts';
import { StaffId as AnyStaff } from '#src/kernel/ids.ts';
import { findStaffMember } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { putInRun } from '../commands/run-pupils.ts';
import { addSlot, giveRunStaff } from '../commands/run-week.ts';
import { startRun } from '../commands/start-run.ts';
import type { Entry } from '../domain/catalogue.ts';
import type { newRunForm } from '../domain/run.form.ts';
import type { Charge } from '../domain/run.ts';
import { findRun } from '../queries/list-runs.ts';
import { findByNames } from '../queries/suggest-pupils.ts';
import { clashFault, namesFault, refusalWords } from './of-run.ts';

type Typed = Values<typeof newRunForm>;
type Errors = Readonly<Record<string, string>>;
type Done = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly errors: Errors };

const wrong = (errors: Errors): Done => ({ ok: false, errors });

async function staffChosen(tx: Tx, typed: string | undefined): Promise<StaffId | null | 'unknown'> {
  if (typed === undefined || typed === '') return null;
  const parsed = AnyStaff.safeParse(typed);
  if (!parsed.success) return 'unknown';
  return (await findStaffMember(tx, parsed.data)) === null ? 'unknown' : parsed.data;
}

/** Starts a run from one form: the run, its pupils, its places in the week and who runs it, or nothing of it. */
export async function setUpRun(
  tx: Tx,
  { entry, charge }: { readonly entry: Entry | null; readonly charge: Charge },
  typed: Typed,
): Promise<Done> {
  const named = await findByNames(tx, typed.others);
  if (named.faults.length > 0) return wrong(namesFault(named.faults));
  const pupilIds = [...new Set([...typed.pupils, ...named.pupilIds])];
  if (pupilIds.length === 0) return wrong({ others: 'Name one pupil at least' });
  const staffId = await staffChosen(tx, typed.staffId);
  if (staffId === 'unknown') return wrong({ staffId: 'Select somebody of the list' });
  const { fromOn, untilOn = null } = typed;
  const { minutes } = typed;
  if (typed.weekdays.length > 0 && minutes === undefined)
    return wrong({ minutes: 'Enter how many minutes a session has' });
  const slots = typed.weekdays.map((weekday) => ({
    weekday: Number(weekday),
    startsAt: typed.startsAt,
    minutes: minutes ?? 0,
    place: null,
    fromOn,
    untilOn,
  }));
  const clash = await clashFault(
    tx,
    {
      wanted: slots,
      what: typed.name,
      pupilIds,
      staffIds: staffId === null ? [] : [staffId],
      exceptRunId: null,
    },
    typed.clashWhy,
  );
  if (clash !== null) return wrong(clash);
  const started = await startRun(tx, { ...wordsOf(entry, typed), charge });
  if (!started.ok) return wrong(refusalWords[started.refusal]);
  const full = await findRun(tx, started.value);
  if (full === null) throw new Error('A run that was started is gone');
  const { run } = full;
  const why = typed.clashWhy;
  for (const pupilId of pupilIds) await orThrow(putInRun(tx, { run, pupilId, fromOn, aim: null, why }));
  for (const slot of slots) await orThrow(addSlot(tx, { run, ...slot, why }));
  if (staffId !== null)
    await orThrow(giveRunStaff(tx, { run, staffId, share: 'lead', fromOn, untilOn: null, why }));
  return { ok: true, value: run.runId };
}

/** What was looked at before cannot be refused now. */
async function orThrow(result: Promise<{ ok: boolean }>): Promise<void> {
  if (!(await result).ok) throw new Error('A new run refused what belongs to it');
}

const wordsOf = (entry: Entry | null, typed: Typed) => ({
  name: typed.name,
  entryKey: entry?.seedKey ?? null,
  entryId: entry === null || entry.seedKey !== null ? null : entry.entryId,
  tier: typed.tier,
  areas: typed.areas,
  fromOn: typed.fromOn,
  untilOn: typed.untilOn ?? null,
  place: typed.place ?? null,
  entryRule: entry?.entryRule ?? null,
  exitRule: entry?.exitRule ?? null,
  reviewOn: typed.untilOn ?? null,
});
