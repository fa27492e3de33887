import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { newId, type SchoolId } from '#src/kernel/ids.ts';
import { audienceOfFact, type FactKind } from '#src/modules/pupils/index.ts';
import type { DemoPupil } from './demo-pupil.ts';
import type { DemoSchool } from './demo-trust.ts';
import type { Rows } from './rows.ts';
import { eventRows } from './rows-of-events.ts';
import { oneLine } from './rows-of-school.ts';

const source = 'Demo';
type Ids = {
  readonly staffIds: ReadonlyMap<string, string>;
  readonly groupIds: ReadonlyMap<string, string>;
  readonly schoolId: SchoolId;
};
type Entry = { readonly pupil: DemoPupil; readonly pupilId: string };

/** Everything that a made-up school knows of its pupils, as rows of many tables, in the order of their foreign keys. */
export function pupilRows(school: DemoSchool, ids: Ids): Rows {
  const entries: Entry[] = school.pupils.map((pupil) => ({ pupil, pupilId: newId() }));
  const carerIds = new Map(school.carers.map((carer) => [carer.key, newId()]));
  return {
    pupils: entries.map(({ pupil, pupilId }) => ({
      pupilId,
      childId: pupilId,
      bornOn: pupil.bornOn,
      source,
    })),
    pupilIdentifiers: entries.flatMap(identifiers),
    pupilFacts: entries.flatMap((entry) => facts(entry)),
    enrolments: entries.map(({ pupil, pupilId }) => ({
      enrolmentId: newId(),
      pupilId,
      status: pupil.enrolment.status,
      fromOn: pupil.enrolment.from,
      untilOn: pupil.enrolment.until,
      referringSchool: pupil.referringSchool?.name ?? null,
      source,
    })),
    groupPupils: entries.flatMap(({ pupil, pupilId }) =>
      pupil.groups.map((group) => ({
        groupPupilId: newId(),
        groupId: ids.groupIds.get(group.groupKey) ?? '',
        pupilId,
        fromOn: group.from,
        untilOn: group.until,
        source,
      })),
    ),
    ...carerRows(school, entries, carerIds),
    pupilAlerts: entries.flatMap((entry) => alerts(entry, carerIds)),
    keyWorkers: entries.flatMap(({ pupil, pupilId }) => {
      const staffId =
        pupil.keyWorkerStaffCode === null ? undefined : ids.staffIds.get(pupil.keyWorkerStaffCode);
      return staffId === undefined
        ? []
        : [{ keyWorkerId: newId(), pupilId, staffId, fromOn: pupil.enrolment.from }];
    }),
    attendance: entries.flatMap(({ pupil, pupilId }) =>
      pupil.attendance.map((sum) => ({
        attendanceId: newId(),
        pupilId,
        fromOn: sum.from,
        untilOn: sum.until,
        sessionsPossible: sum.possible,
        sessionsAttended: sum.attended,
        sessionsAuthorised: sum.authorised,
        sessionsUnauthorised: sum.unauthorised,
        source,
        sourceOn: sum.until,
      })),
    ),
    suspensions: entries.flatMap(({ pupil, pupilId }) =>
      pupil.suspensions.map((one) => ({
        suspensionId: newId(),
        pupilId,
        fromOn: one.from,
        sessions: one.sessions,
        category: one.category,
        reason: one.reason,
        source,
        sourceOn: one.from,
      })),
    ),
    ...senRows(school, entries),
    events: eventRows(entries),
  };
}

function identifiers({ pupil, pupilId }: Entry) {
  const one = (kind: string, value: string, audience = 'identity') => ({
    identifierId: newId(),
    pupilId,
    kind,
    value,
    source,
    audience,
  });
  return [
    one('upn', pupil.upn),
    one('mis_id', pupil.misId),
    ...pupil.formerUpns.map(({ upn }) => one('former_upn', upn)),
  ];
}

function facts({ pupil, pupilId }: Entry) {
  const entry = pupil.enrolment.from;
  const fact = (
    kind: FactKind,
    value: string | null,
    held?: { from: SchoolDate; until: SchoolDate | null },
  ) =>
    value === null
      ? []
      : [
          {
            factId: newId(),
            pupilId,
            kind,
            value,
            fromOn: held?.from ?? entry,
            untilOn: held?.until ?? null,
            source,
            sourceOn: held?.from ?? entry,
            audience: audienceOfFact[kind],
          },
        ];
  const former = pupil.formerSurname;
  return [
    ...fact(
      'legal_surname',
      pupil.legalSurname,
      former === null ? undefined : { from: later(former.until, entry), until: null },
    ),
    ...fact('legal_forename', pupil.legalForename),
    ...fact('middle_names', pupil.middleNames),
    ...fact('preferred_forename', pupil.preferredForename),
    ...fact('preferred_surname', pupil.preferredSurname),
    ...fact('former_surname', former?.surname ?? null),
    ...fact('sex', pupil.sex),
    ...pupil.yearGroups.flatMap((year) => fact('year_group', year.yearGroup, year)),
    ...fact('ethnicity', pupil.ethnicity),
    ...fact('home_language', pupil.homeLanguage),
    ...fact('home_authority', pupil.homeLaCode),
    ...fact('eal', pupil.isEal ? 'yes' : null),
    ...pupil.fsm.flatMap((instance) => fact('fsm', 'yes', instance)),
    ...pupil.pupilPremium.slice(-1).flatMap((premium) => fact('pupil_premium', 'yes', premium)),
    ...fact('in_care', pupil.lookedAfter === null ? null : 'yes', pupil.lookedAfter ?? undefined),
    ...fact('care_authority', pupil.lookedAfter?.laCode ?? null, pupil.lookedAfter ?? undefined),
    ...fact('service_child', pupil.serviceChild === 'Y' ? 'Y' : null),
    ...fact('top_up', pupil.topUp === null ? null : 'yes', pupil.topUp ?? undefined),
  ];
}

const later = (until: SchoolDate, entry: SchoolDate): SchoolDate => {
  const next = addDays(until, 1);
  return next > entry ? next : entry;
};

function carerRows(
  school: DemoSchool,
  entries: readonly Entry[],
  carerIds: ReadonlyMap<string, string>,
): Rows {
  const pupilsOf = new Map<string, string[]>();
  for (const { pupil, pupilId } of entries) {
    for (const { carerKey } of pupil.carers)
      pupilsOf.set(carerKey, [...(pupilsOf.get(carerKey) ?? []), pupilId]);
  }
  return {
    carers: school.carers.map((carer) => ({
      carerId: carerIds.get(carer.key) ?? '',
      title: carer.title,
      forename: carer.forename,
      surname: carer.surname,
      email: carer.email,
      phone: carer.phone,
      address: carer.address === null ? null : oneLine(carer.address),
      language: carer.language,
      preferredContact: carer.preferredContact,
      needsInterpreter: carer.needsInterpreter,
      pupilIds: pupilsOf.get(carer.key) ?? [],
      source,
    })),
    pupilCarers: entries.flatMap(({ pupil, pupilId }) =>
      pupil.carers.map((link) => ({
        pupilCarerId: newId(),
        pupilId,
        carerId: carerIds.get(link.carerKey) ?? '',
        relationship: link.relationship,
        hasParentalResponsibility: link.parentalResponsibility,
        priority: link.priority,
        livesWith: link.livesWith,
        getsLetters: link.getsLetters,
        isRestricted: link.courtRestriction !== null,
        fromOn: pupil.enrolment.from,
        source,
      })),
    ),
  };
}

const alertAudience = {
  medical: 'health',
  safety: 'staff',
  court: 'sensitive',
  safeguarding: 'sensitive',
} as const;

function alerts({ pupil, pupilId }: Entry, carerIds: ReadonlyMap<string, string>) {
  const own = pupil.alerts.map((alert) => ({
    alertId: newId(),
    pupilId,
    kind: alert.kind,
    words: alert.text,
    carerId: null,
    fromOn: alert.from,
    untilOn: alert.until,
    source: alert.source,
    audience: alertAudience[alert.kind],
  }));
  const court = pupil.carers.flatMap(({ courtRestriction, carerKey }) =>
    courtRestriction === null
      ? []
      : [
          {
            alertId: newId(),
            pupilId,
            kind: 'court' as const,
            words: courtRestriction.text,
            carerId: carerIds.get(carerKey) ?? null,
            fromOn: courtRestriction.from,
            untilOn: courtRestriction.until,
            source,
            audience: 'sensitive' as const,
          },
        ],
  );
  return [...own, ...court];
}

function senRows(school: DemoSchool, entries: readonly Entry[]): Rows {
  return {
    senStatuses: entries.flatMap(({ pupil, pupilId }) =>
      pupil.statuses.map((one) => ({
        statusId: newId(),
        pupilId,
        status: one.status,
        fromOn: one.from,
        untilOn: one.until,
        reason: one.reason,
        parentsToldOn: one.parentsToldOn,
        source: one.source,
        sourceOn: one.from,
      })),
    ),
    needs: entries.flatMap(({ pupil, pupilId }) =>
      pupil.needs.map((need) => ({
        needId: newId(),
        pupilId,
        senType: need.type,
        rank: need.rank,
        ownWords: need.ownWords,
        toldBy: need.toldBy,
        fromOn: need.from,
        untilOn: need.until,
        source,
        sourceOn: need.from,
      })),
    ),
    strengths: entries.flatMap(({ pupil, pupilId }) =>
      pupil.strengths.map((strength) => ({
        strengthId: newId(),
        pupilId,
        words: strength.text,
        toldBy: strength.toldBy,
        fromOn: strength.since,
      })),
    ),
    specialPlaces: entries.flatMap(({ pupil, pupilId }) =>
      pupil.unitPlace === null
        ? []
        : [
            {
              specialPlaceId: newId(),
              pupilId,
              kind: school.unit?.kind ?? 'resourced_provision',
              fromOn: pupil.unitPlace.from,
              untilOn: pupil.unitPlace.until,
              source,
              sourceOn: pupil.unitPlace.from,
            },
          ],
    ),
  };
}
