import { z } from 'zod';
import { type RoleName, roleNames, roles } from '#src/modules/identity/index.ts';
import { getSchool } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Settings } from '#src/platform/settings.ts';
import { type Answers, blankNames, type DraftFacts, type DraftName } from '../domain/drafts.ts';
import { keptWords } from '../domain/kept-for.ts';
import { audiencesInWords } from '../domain/who-can-see.ts';
import { listKeptTables } from './list-kept-tables.ts';
import { getRetentionYears } from './list-retention.ts';
import { servicesOf } from './outside-services.ts';

const Kept = z.record(z.string(), z.string());

export type KeptAnswers = {
  readonly answers: Answers;
  /** 0 before anything was saved. */
  readonly revision: number;
  readonly savedAt: Date | null;
};

/** What the school wrote into the blanks of a document, as it was saved last. */
export async function findAnswers(tx: Tx, document: DraftName): Promise<KeptAnswers> {
  const row = await tx
    .selectFrom('privacyAnswers')
    .select(['answers', 'revision', 'savedAt'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('document', '=', document)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return { answers: {}, revision: 0, savedAt: null };
  const kept = Kept.parse(row.answers);
  const answers: Answers = Object.fromEntries(blankNames.map((name) => [name, kept[name]]));
  return { answers, revision: row.revision, savedAt: row.savedAt };
}

const reachWords = {
  school: 'Every pupil',
  pupils: 'Pupils they teach or support, or their own child',
  none: 'No pupil: figures only',
} as const;

const roleFact = (name: RoleName) => ({
  name: roles[name].name,
  reach: reachWords[roles[name].reach],
  sees: audiencesInWords(roles[name].sees),
});

/** What the program says of itself: tables and their periods from the database, roles from their table, settings as set. */
export async function getDraftFacts(tx: Tx, settings: Settings): Promise<DraftFacts> {
  const tables = await listKeptTables(tx);
  return {
    schoolName: (await getSchool(tx)).name,
    records: tables.map(({ title, about, purpose, isSpecial = false, keptFor }) => ({
      title,
      about,
      purpose,
      isSpecial,
      kept: keptFor === null ? 'Not declared' : keptWords(keptFor),
    })),
    roles: roleNames.map(roleFact),
    years: await getRetentionYears(tx),
    services: servicesOf(settings),
  };
}
