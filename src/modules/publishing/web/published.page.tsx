import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { getSchool, type School } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag, type TagKind } from '#src/ui/tag.tsx';
import {
  dueOf,
  lackingApprovals,
  missing,
  partsAsked,
  type WorkedDocument,
  yearWords,
} from '../domain/document.ts';
import { type DocumentKind, documentKinds, kindsOfDocument } from '../domain/document-kinds.ts';
import type { Publication } from '../domain/publication.ts';
import { listDocuments, presentYear } from '../queries/find-document.ts';
import { listPublications } from '../queries/list-publications.ts';
import { documentHref, isMainstream, publicHref, publicNow, reportHref } from './document-of-school.ts';

type Entry = {
  readonly kind: DocumentKind;
  readonly document: WorkedDocument | null;
  readonly last: Publication | null;
};
type Subject = {
  readonly school: School;
  readonly firstYear: number;
  readonly today: SchoolDate;
  readonly entries: readonly Entry[];
};

/** The documents at a glance: what is public, what is missing, when it is due and why. */
export default page({
  path: '/school/published',
  params: z.object({}),
  may: 'published.prepare',
  about: { none: 'It shows documents about the school, no pupil' },
  section: 'School',
  title: 'Published documents',
  load: async ({ tx }): Promise<Subject> => {
    const firstYear = presentYear(tx);
    const documents = await listDocuments(tx, firstYear);
    const { school, ...last } = await tx.scope.together({
      school: getSchool,
      inclusion_strategy: (on) => listPublications(on, 'inclusion_strategy', 1),
      sen_information_report: (on) => listPublications(on, 'sen_information_report', 1),
      governors_report: (on) => listPublications(on, 'governors_report', 1),
    });
    const entries = documentKinds.map((kind) => ({
      kind,
      document: documents.find((one) => one.kind === kind) ?? null,
      last: last[kind][0] ?? null,
    }));
    return { school, firstYear, today: tx.scope.today, entries };
  },
  view: ({ subject, actor }) => (
    <>
      <BackLink href="/school">School</BackLink>
      <PageHead
        title="Published documents"
        lead="What must be on the website, and the report to the governors: written here, approved, and given out as they stand. No pupil can be read in them."
      />
      {subject.entries.map((entry) => (
        <Entry key={entry.kind} entry={entry} of={subject} canWrite={may(actor, 'school.manage')} />
      ))}
    </>
  ),
});

/** When it is due, and whether that day has passed for want of one. */
function standing({ kind, last }: Entry, { firstYear, today }: Subject) {
  const now = publicNow({ last });
  const due = dueOf(kind, firstYear, now?.publishedOn ?? null);
  const isDone = now !== null && (kind === 'sen_information_report' || now.content.firstYear === firstYear);
  const isLate = due.on === null || due.on < today;
  const tag: { kind: TagKind; words: string } =
    isDone && !isLate
      ? { kind: 'good', words: 'Published' }
      : { kind: isLate ? 'late' : 'warn', words: isLate ? 'Late' : 'To publish' };
  return {
    now,
    due,
    tag: kind !== 'sen_information_report' && isDone ? { kind: 'good' as const, words: 'Published' } : tag,
  };
}

function Entry({ entry, of, canWrite }: { entry: Entry; of: Subject; canWrite: boolean }) {
  const { kind, document } = entry;
  const { title, why, source, slug, isPublic } = kindsOfDocument[kind];
  const { now, due, tag } = standing(entry, of);
  return (
    <Card title={`${title} ${yearWords(of.firstYear)}`}>
      <p>
        <Tag kind={tag.kind}>{tag.words}</Tag> {due.why}
      </p>
      <p>
        {why}. <span class="quiet small">{source}</span>
      </p>
      {now !== null && (
        <p>
          {`${isPublic ? 'Public' : 'With the governors'} since ${middleDate(now.publishedOn)}, number ${now.number}: `}
          <a href={isPublic ? publicHref(of.school.urn, kind) : reportHref(now.number)}>
            {isPublic ? `the public ${title}` : 'as they read it'}
          </a>
        </p>
      )}
      {document === null ? (
        canWrite && (
          <PostForm
            action={`/school/published/${slug}/begin`}
            attempt={noAttempt}
            submit={entry.last === null ? `Begin the ${title}` : `Begin the ${title} with the last words`}
          />
        )
      ) : (
        <Worked document={document} school={of.school} />
      )}
    </Card>
  );
}

function Worked({ document, school }: { document: WorkedDocument; school: School }) {
  const lacks = missing(document, isMainstream(school));
  const asked = partsAsked(document.kind, isMainstream(school)).filter(({ isMust }) => isMust).length;
  const { title } = kindsOfDocument[document.kind];
  return (
    <>
      <p>
        {lacks.length === 0
          ? 'Everything that is asked for is written.'
          : `Still missing, of ${asked} parts that must be there and what goes with them: ${lacks.map(({ what }) => what).join(', ')}.`}
        {lackingApprovals(document).length > 0 && ' Not approved as it stands.'}
      </p>
      <LinkButton href={documentHref(document.kind)} kind="second">
        {`Open the ${title}`}
      </LinkButton>
    </>
  );
}
