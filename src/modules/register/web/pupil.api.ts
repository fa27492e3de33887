import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { enrolmentStatuses, factKinds, factLabel, findPupil } from '#src/modules/pupils/index.ts';
import { needLabel } from '../domain/needs.ts';
import { censusCode, latestOf, SenStatus } from '../domain/sen-status.ts';
import { specialPlaceKinds } from '../domain/special-places.ts';
import { findSenRecord } from '../queries/find-sen-record.ts';
import { OfPupil, statusVersion } from './pupil-of-register.ts';

const Name = z.object({ forename: z.string(), surname: z.string() });
const spell = { fromOn: Day, untilOn: Day.nullable() };
const told = { source: z.string(), sourceOn: Day };

/** One pupil as their page tells of them, as far as the role of the token sees. */
export default endpoint({
  method: 'GET',
  path: '/pupils/:pupilId',
  summary: 'One pupil: names, enrolment, facts from the MIS, status, needs and strengths',
  params: OfPupil,
  may: 'pupil.read',
  about: ({ pupilId }) => [PupilId.parse(pupilId)],
  answer: z.object({
    pupilId: z.uuid(),
    name: Name.describe('As used'),
    legalName: Name,
    bornOn: Day,
    yearGroup: z.string().nullable(),
    className: z.string().nullable(),
    isOnRoll: z.boolean(),
    enrolment: z
      .object({ ...spell, status: z.enum(enrolmentStatuses), referringSchool: z.string().nullable() })
      .nullable(),
    keyWorker: z.string().nullable(),
    facts: z.array(
      z.object({ kind: z.enum(factKinds), label: z.string(), value: z.string(), fromOn: Day, ...told }),
    ),
    statusVersion: z.string().describe('To be sent back as `version` with a new status'),
    statuses: z
      .array(
        z.object({
          ...spell,
          ...told,
          statusId: z.uuid(),
          status: SenStatus,
          reason: z.string().nullable(),
          parentsToldOn: Day.nullable(),
        }),
      )
      .describe('The newest first'),
    censusCode: z.enum(['N', 'K', 'E']),
    needs: z.array(
      z.object({
        needId: z.uuid(),
        type: z.string(),
        label: z.string(),
        rank: z.int(),
        ownWords: z.string().nullable(),
        fromOn: Day,
      }),
    ),
    strengths: z.array(z.object({ words: z.string(), toldBy: z.string().nullable(), fromOn: Day })),
    specialPlace: z.enum(specialPlaceKinds).nullable(),
  }),
  handle: async ({ tx, params: { pupilId } }) => {
    const pupil = await findPupil(tx, pupilId);
    const record = pupil === null ? null : await findSenRecord(tx, pupilId);
    if (pupil === null || record === null) return null;
    const { statuses } = record;
    return {
      ...pupil,
      keyWorker: pupil.keyWorker?.name ?? null,
      facts: pupil.facts.map((fact) => ({ ...fact, label: factLabel(fact.kind) })),
      statusVersion: statusVersion(statuses),
      statuses: [...statuses],
      censusCode: censusCode[latestOf(statuses)?.status ?? 'none'],
      needs: record.needs.map((need) => ({ ...need, type: need.senType, label: needLabel(need.senType) })),
      strengths: [...record.strengths],
      specialPlace: record.specialPlace?.kind ?? null,
    };
  },
});
