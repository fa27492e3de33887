import { may } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { listMeasures, listResults } from '#src/modules/assessments/index.ts';
import { listDocuments } from '#src/modules/documents/index.ts';
import { findEhcPlan, listAdvice, listAuthorities, listReviews } from '#src/modules/ehcp/index.ts';
import { findBidWords, listBids, listTopUpSettings, stateOfBid } from '#src/modules/funding/index.ts';
import { listHolders } from '#src/modules/identity/index.ts';
import { findLastReviewed, findPlanAtWork, listPlanVersions } from '#src/modules/plans/index.ts';
import { findPupilCosts, findPupilProvision } from '#src/modules/provision/index.ts';
import {
  findPupil,
  listAlerts,
  listAttendance,
  listCarersOf,
  listIdentifiers,
  listSuspensions,
  type Pupil,
} from '#src/modules/pupils/index.ts';
import { findSenRecord } from '#src/modules/register/index.ts';
import { getSchool, listSites, listStaff, listStaffedGroups } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

type Loaded = Awaited<ReturnType<typeof readAll>>;

/** All that facts are told from, of one pupil on one day, as far as the actor may see it. */
export type FactsRead = Omit<Loaded, 'pupil'> & {
  readonly pupil: Pupil;
  readonly today: SchoolDate;
  /** Who fills the form. */
  readonly filler: string;
};

const readAll = (tx: Tx, pupilId: PupilId) =>
  tx.scope.together({
    pupil: (on: Tx) => findPupil(on, pupilId),
    identifiers: (on: Tx) => listIdentifiers(on, pupilId),
    carers: (on: Tx) => listCarersOf(on, [pupilId]),
    alerts: (on: Tx) => listAlerts(on, pupilId),
    sen: (on: Tx) => findSenRecord(on, pupilId),
    attendance: (on: Tx) => listAttendance(on, pupilId),
    suspensions: (on: Tx) => listSuspensions(on, pupilId),
    school: getSchool,
    sites: listSites,
    staff: (on: Tx) => listStaff(on, on.scope.today),
    groups: (on: Tx) => listStaffedGroups(on, on.scope.today),
    sencos: (on: Tx) => listHolders(on, 'senco'),
    heads: (on: Tx) => listHolders(on, 'head'),
    plan: (on: Tx) => findPlanAtWork(on, pupilId),
    reviewed: (on: Tx) => findLastReviewed(on, pupilId),
    versions: (on: Tx) => listPlanVersions(on, pupilId),
    provision: (on: Tx) => findPupilProvision(on, pupilId),
    costs: (on: Tx) => findPupilCosts(on, pupilId),
    bid: (on: Tx) => findBidNow(on, pupilId),
    results: (on: Tx) => listResults(on, { pupilIds: [pupilId] }),
    measures: listMeasures,
    documents: (on: Tx) =>
      may(on.scope.actor, 'document.read')
        ? listDocuments(on, { pupilId, q: '', kinds: [], limit: 200, offset: 0 })
        : Promise.resolve([]),
    ehcPlan: (on: Tx) => findEhcPlan(on, pupilId),
    advice: (on: Tx) => listAdvice(on, pupilId),
    reviews: (on: Tx) => listReviews(on, { pupilId }),
    authorities: (on: Tx) => listAuthorities(on),
  });

/** The newest application for top-up of a pupil that was not withdrawn, with what the school wrote in it; null where none is. */
async function findBidNow(tx: Tx, pupilId: PupilId) {
  const [bids, settings] = await Promise.all([listBids(tx, { pupilId }), listTopUpSettings(tx)]);
  const bid = bids.find((one) => stateOfBid(one) !== 'dropped');
  if (bid === undefined) return null;
  const bands = settings.get(bid.authorityId)?.bands ?? [];
  const band = bands.find(({ bandId }) => bandId === bid.bandId)?.name ?? null;
  return { bid, band, words: await findBidWords(tx, bid.bidId) };
}

/** Reads it in two statements, however much there is; null when the pupil is not the actor's to see. */
export async function findFactsRead(
  tx: Tx,
  { pupilId, filler }: { readonly pupilId: PupilId; readonly filler: string },
): Promise<FactsRead | null> {
  const { pupil, ...read } = await readAll(tx, pupilId);
  return pupil === null ? null : { ...read, pupil, today: tx.scope.today, filler };
}
