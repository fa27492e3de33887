import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { done } from '#src/kernel/result.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type TopUpBand,
  type TopUpRules,
  type TopUpSettings,
  type TopUpWindow,
  windowFault,
} from '../domain/bid-settings.ts';
import { listBids } from '../queries/list-bids.ts';
import { type BidResult, bidRefused, recordBid } from './bid-step.ts';

const stale = bidRefused(
  'Somebody changed this while you had it open. Nothing was overwritten: look at it as it stands now, and save again if yours is right.',
);

/** Says what an authority wants to see and how long it takes. `false` where nothing was different. */
export async function changeTopUpRules(
  tx: Tx,
  { authorityId, rules: held, version }: TopUpSettings,
  rules: TopUpRules,
): Promise<BidResult<boolean>> {
  const told = ({ others, ...rest }: TopUpRules) => ({ ...rest, others: others.join('\n') });
  const changes = changesBetween<Record<string, unknown>>({ ...told(held) }, { ...told(rules) });
  if (nothingChanged(changes)) return done(false);
  if (!(await saveRules(tx, { authorityId, rules, version }))) return stale;
  await recordBid(tx, { type: 'TopUpRulesChanged', audience: 'staff', subjectId: authorityId, changes });
  return done(true);
}

async function saveRules(
  tx: Tx,
  { authorityId, rules, version }: Pick<TopUpSettings, 'authorityId' | 'rules' | 'version'>,
): Promise<boolean> {
  const { schoolId } = tx.scope.actor;
  const set = { rules: JSON.stringify(rules) };
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('topUpRules')
      .values({ schoolId, authorityId, ...set })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('topUpRules')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', schoolId)
    .where('authorityId', '=', authorityId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type NewBand = Pick<TopUpBand, 'name' | 'pencePerYear' | 'fromOn'>;

/** Adds a band. Refused where one of the same name is paid on its first day. Returns its id. */
export async function addBand(tx: Tx, of: TopUpSettings, set: NewBand): Promise<BidResult<string>> {
  const { name, pencePerYear, fromOn } = set;
  const isTaken = of.bands.some(
    (band) => band.name === name && (band.untilOn === null || band.untilOn >= fromOn),
  );
  if (isTaken) return bidRefused(`${name} is kept already: end that one first`, 'name');
  if (pencePerYear === 0) return bidRefused('Enter what it pays', 'pencePerYear');
  const { actor, clock } = tx.scope;
  const bandId = newId(clock.now().getTime());
  await tx
    .insertInto('topUpBands')
    .values({
      schoolId: actor.schoolId,
      bandId,
      authorityId: of.authorityId,
      ...set,
      recordedAt: clock.now(),
    })
    .execute();
  await recordBid(tx, {
    type: 'TopUpBandAdded',
    audience: 'staff',
    subjectId: of.authorityId,
    changes: changesBetween({}, { ...set }),
  });
  return done(bandId);
}

/** The band as it was read gets its next version; false where somebody else was faster. */
async function setBand(tx: Tx, { bandId, version }: TopUpBand, set: object): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('topUpBands')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bandId', '=', bandId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends a band: until that day it is paid. What was decided in it stays. */
export async function endBand(tx: Tx, band: TopUpBand, untilOn: SchoolDate): Promise<BidResult<null>> {
  if (untilOn < band.fromOn) return bidRefused('The last day must be after the first', 'untilOn');
  if (!(await setBand(tx, band, { untilOn }))) return stale;
  await recordBid(tx, {
    type: 'TopUpBandEnded',
    audience: 'staff',
    subjectId: band.authorityId,
    changes: { [band.name]: { before: band.untilOn, after: untilOn } },
  });
  return done(null);
}

async function isNamed(tx: Tx, { bandId }: TopUpBand): Promise<boolean> {
  const bids = await listBids(tx);
  return bids.some((bid) => bid.bandId === bandId || bid.events.some((event) => event.bandId === bandId));
}

/** Takes out a band that was kept by mistake. Refused where an application names it: that one is ended, and stays. */
export async function withdrawBand(tx: Tx, band: TopUpBand, why: string): Promise<BidResult<null>> {
  if (await isNamed(tx, band))
    return bidRefused('An application names this band. Give it a last day instead: what was decided stays.');
  if (!(await setBand(tx, band, { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why }))) return stale;
  await recordBid(tx, {
    type: 'TopUpBandWithdrawn',
    audience: 'staff',
    subjectId: band.authorityId,
    why,
    changes: { name: { before: band.name, after: null } },
  });
  return done(null);
}

type NewWindow = Pick<TopUpWindow, 'name' | 'opensOn' | 'closesOn' | 'opensWeek' | 'closesWeek'>;

/** Adds a window. Refused for one that is in the past or closes before it opens (rule topup-4). */
export async function addWindow(tx: Tx, authorityId: string, set: NewWindow): Promise<BidResult<string>> {
  const fault = windowFault(set, tx.scope.today);
  if (fault !== null) return bidRefused(fault.words, fault.field);
  const { actor, clock } = tx.scope;
  const windowId = newId(clock.now().getTime());
  await tx
    .insertInto('topUpWindows')
    .values({ schoolId: actor.schoolId, windowId, authorityId, ...set, recordedAt: clock.now() })
    .execute();
  await recordBid(tx, {
    type: 'TopUpWindowAdded',
    audience: 'staff',
    subjectId: authorityId,
    changes: changesBetween({}, { ...set }),
  });
  return done(windowId);
}

/** Takes a window out, with the reason: the authority moved it, or gave it up. */
export async function withdrawWindow(tx: Tx, window: TopUpWindow, why: string): Promise<BidResult<null>> {
  const { numUpdatedRows } = await tx
    .updateTable('topUpWindows')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why, version: window.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('windowId', '=', window.windowId)
    .where('version', '=', window.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return stale;
  await recordBid(tx, {
    type: 'TopUpWindowWithdrawn',
    audience: 'staff',
    subjectId: window.authorityId,
    why,
    changes: { name: { before: window.name, after: null } },
  });
  return done(null);
}
