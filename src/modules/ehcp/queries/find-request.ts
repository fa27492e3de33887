import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { requestPartKeys } from '../domain/request.ts';
import { type AssessmentRequest, writtenStates } from '../domain/request-draft.ts';

const Source = z.object({ label: z.string(), on: SchoolDate.nullable(), href: z.string() });
const Part = z.object({
  part: z.enum(requestPartKeys as [(typeof requestPartKeys)[number]]),
  state: z.enum(writtenStates),
  paragraphs: z.array(z.object({ key: z.string(), words: z.string(), original: z.string(), source: Source })),
  own: z.string().nullable(),
  version: z.number(),
});
const Row = z.object({
  requestId: z.string(),
  state: z.enum(['open', 'sent']),
  begunOn: SchoolDate,
  sentOn: SchoolDate.nullable(),
  sentHow: z.string().nullable(),
  documentId: z.string().nullable(),
  caseId: z.string().nullable(),
  appendixIds: z.array(z.string()).nullable(),
  parts: z.array(Part),
  version: z.number(),
});

/** The requests of a pupil, the latest first: the one that is written now, and those that were sent. One statement. */
export async function listRequests(tx: Tx, pupilId: PupilId): Promise<readonly AssessmentRequest[]> {
  const { rows } = await sql`
    select r.assessment_request_id as request_id, r.state, r.begun_on, r.sent_on, r.sent_how, r.document_id, r.case_id,
      r.appendix_ids, r.version, coalesce(p.parts, '[]') as parts
    from assessment_requests r
    left join (select assessment_request_id, json_agg(json_build_object('part', part, 'state', state,
        'paragraphs', paragraphs, 'own', own, 'version', version)) as parts
      from assessment_request_parts where school_id = ${tx.scope.actor.schoolId} and pupil_id = ${pupilId}
      group by assessment_request_id) p on p.assessment_request_id = r.assessment_request_id
    where r.school_id = ${tx.scope.actor.schoolId} and r.pupil_id = ${pupilId}
    order by r.state = 'open' desc, r.recorded_at desc`.execute(tx);
  return z.array(Row).parse(rows);
}
