import { z } from 'zod';
import { endpoint, refuseWith } from '#src/api/endpoint.ts';
import { bringFile, importModes } from '../commands/bring-file.ts';
import { importStates } from '../domain/kept-import.ts';
import { newImportForm } from '../domain/new-import.form.ts';
import { findReadOptions } from '../queries/read-school-file.ts';
import { readInWorker } from '../reading/read-in-worker.ts';
import { ReportAnswer } from './import-answer.ts';
import { largestUpload, uploadName } from './upload.ts';

const { file } = newImportForm.fields;

/** Brings a file from another system, as the command line does: nothing changes unless it is asked for. */
export default endpoint({
  method: 'POST',
  path: '/imports',
  summary: 'Bring a CTF, CSV or Excel file: see what would change, keep it for review, or take it in',
  takes: 'form',
  largestBody: largestUpload,
  body: z.strictObject({
    file: file.schema.meta({ type: 'string', format: 'binary' }),
    mode: z.enum(importModes).default('dry-run'),
  }),
  may: 'import.run',
  status: 202,
  about: { none: 'It tells of a file and its rows; whose they are is matched in the review' },
  answer: ReportAnswer.extend({
    importId: z.uuid().nullable().describe('Null after a dry run: nothing was kept'),
    state: z
      .enum(importStates)
      .nullable()
      .describe('`committing`: ask /imports/{importId} until it is `committed`'),
  }),
  prepare: async ({ enter, body }) => {
    const bytes = new Uint8Array(await body.file.arrayBuffer());
    return { bytes, read: await readInWorker(bytes, await enter(findReadOptions)) };
  },
  handle: async ({ tx, program, body, prepared: { bytes, read } }) => {
    if ('refused' in read) return refuseWith({ file: read.refused });
    const brought = { fileName: uploadName(body.file.name), bytes, read };
    const { report, ...kept } = await bringFile(tx, program, { file: brought, mode: body.mode });
    return { ...report, ...kept, warnings: [...report.warnings], errors: [...report.errors] };
  },
  at: ({ importId }) => (importId === null ? null : `/imports/${importId}`),
});
