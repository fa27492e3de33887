import { type Member, may } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { carerName, listCarersOf, relationshipWords, yearWords } from '#src/modules/pupils/index.ts';
import {
  listSummaries,
  needLabel,
  partTitle,
  type Summary,
  type SummaryPart,
  summaryParts,
  unwritten,
} from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { findPupilHead, fullName, type PupilHead } from './pupil-head.ts';

/** One part of the page, as lines; a part without lines is not written yet and is left out of what is printed. */
export type Part = {
  readonly title: string;
  readonly lines: readonly string[];
  /** A list of short things, or sentences. */
  readonly isList: boolean;
};

export type SummaryPage = PupilHead & {
  /** The newest first. */
  readonly versions: readonly Summary[];
  readonly parts: readonly Part[];
  /** What is missing, in words. */
  readonly missing: readonly string[];
  readonly nameLine: string;
};

/** Reads all that stands on a pupil's summary; null when the pupil is not the actor's to see. */
export async function findSummaryPage(tx: Tx, actor: Member, pupilId: PupilId): Promise<SummaryPage | null> {
  const head = await findPupilHead(tx, pupilId);
  if (head === null) return null;
  const versions = await listSummaries(tx, pupilId);
  const carers = may(actor, 'contacts.read') ? await listCarersOf(tx, [pupilId]) : [];
  const { pupil, sen } = head;
  const [now = null] = versions;
  const people = [
    ...(pupil.keyWorker === null ? [] : [`${pupil.keyWorker.name}, key worker`]),
    // A court's restriction says that somebody is not one of the pupil's people at school.
    ...carers
      .filter((carer) => !carer.isRestricted)
      .map((carer) => `${carerName(carer)}, ${relationshipWords(carer.relationship).toLowerCase()}`),
  ];
  const needs = (sen?.needs ?? []).map(({ senType, ownWords }) =>
    ownWords === null ? needLabel(senType) : `${needLabel(senType)}: ${ownWords}`,
  );
  const own = (part: SummaryPart): Part => ({
    title: partTitle[part],
    lines: linesOf(now?.[part] ?? null),
    isList: false,
  });
  const held: readonly Part[] = [
    { title: 'What I am good at', lines: sen?.strengths.map((one) => one.words) ?? [], isList: true },
    { title: 'What I find hard', lines: needs, isList: true },
  ];
  const key: Part = { title: 'My people', lines: people, isList: true };
  const parts = [...held, ...summaryParts.map(own), key];
  return {
    ...head,
    versions,
    parts: parts.filter((part) => part.lines.length > 0),
    missing: [
      ...[...held, key].filter((part) => part.lines.length === 0).map((part) => part.title),
      ...unwritten(now).map((part) => partTitle[part]),
    ],
    nameLine: [fullName(pupil), yearWords(pupil.yearGroup), pupil.className].filter(Boolean).join(' · '),
  };
}

const linesOf = (words: string | null): readonly string[] =>
  words === null ? [] : words.split(/\r?\n/).filter((line) => line.trim() !== '');
