import { z } from 'zod';
import { ImportId, PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { findProgress, type Progress } from '#src/platform/jobs/progress.ts';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { summaryOf } from '#src/ui/post-form.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { beginCommit } from '../commands/commit-import.ts';
import { pupilsOfContent } from '../domain/kept-rows.ts';
import { reviewImportForm } from '../domain/review-import.form.ts';
import { findReview, parts, type Review } from '../queries/find-review.ts';
import { openImport } from '../queries/open-import.ts';
import { Aftermath } from './import-aftermath.view.tsx';
import { AboutFile, TakeIn } from './import-head.view.tsx';
import { stateTags, stateWords } from './import-words.ts';
import { ReviewParts } from './review-parts.view.tsx';

type Opened = { readonly review: Review; readonly progress: Progress | null };

const isAtWork = ({ kept }: Review): boolean => kept.state === 'committing' || kept.state === 'undoing';

/** The pupils whose names and facts this part of the review shows. */
function pupilsOf({ review }: Opened): readonly PupilId[] {
  if (isAtWork(review)) return [];
  const matched = review.rows.flatMap(({ kind, matchId, content }): readonly string[] =>
    kind === 'pupil' && matchId !== null ? [matchId] : [...pupilsOfContent(kind, content)],
  );
  return [...new Set([...matched, ...review.missing.map(({ pupilId }) => pupilId)])].map((id) =>
    PupilId.parse(id),
  );
}

function AtWork({ progress }: { progress: Progress | null }) {
  return (
    <>
      <ProgressBar
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        label="Taking the file in, record by record"
      />
      <p>You may leave this page: it goes on by itself. The page looks again every two seconds.</p>
    </>
  );
}

/** One import: its review, its progress, or what became of it. */
export default page({
  path: '/imports/:importId',
  params: z.object({ importId: ImportId }),
  search: z.object({
    show: z.enum(parts).optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  }),
  may: 'import.review',
  about: pupilsOf,
  section: 'School',
  title: ({ review }: Opened) => `Import of ${review.kept.fileName}`,
  wide: true,
  refreshSeconds: ({ review }) => (isAtWork(review) ? 2 : undefined),
  load: async ({ tx, params, search }): Promise<Opened | null> => {
    const kept = await openImport(tx, params.importId);
    if (kept === null) return null;
    const review = await findReview(tx, kept, { part: search.show, page: search.page });
    const progress = isAtWork(review)
      ? await findProgress(tx, { name: 'import', reference: kept.importId })
      : null;
    return { review, progress };
  },
  form: reviewImportForm,
  view: ({ subject, attempt, actor }) => {
    const { review, progress } = subject;
    const { kept } = review;
    return (
      <>
        <PageHead
          title={kept.fileName}
          lead={
            <>
              <a href="/imports">Imports</a> <Tag kind={stateTags[kept.state]}>{stateWords[kept.state]}</Tag>
            </>
          }
        />
        {kept.state !== 'reviewing' && Object.keys(attempt.errors).length > 0 && (
          <ErrorSummary errors={summaryOf(attempt)} />
        )}
        {isAtWork(review) ? (
          <AtWork progress={progress} />
        ) : (
          <>
            <AboutFile review={review} actor={actor} />
            <Aftermath review={review} actor={actor} />
            <TakeIn review={review} attempt={attempt} />
            <ReviewParts review={review} actor={actor} />
          </>
        )}
      </>
    );
  },
  submit: async ({ tx, actor, program, subject, values }) => {
    const { kept, counts } = subject.review;
    if (kept.state === 'reviewing' && values.version !== kept.version)
      return refuse(
        'Somebody has changed this import since you opened it. Look at it again, then take it in.',
      );
    if (kept.state === 'reviewing' && counts.toAdd + counts.toChange === 0)
      return refuse('There is nothing to take in.');
    const begun = await beginCommit(tx, kept);
    if (!begun.ok) return refuse('Somebody has taken this import in or set it aside already.');
    await program.jobs.send(tx, 'commit-import', {
      schoolId: actor.schoolId,
      importId: kept.importId,
      personId: actor.personId,
    });
    return goTo(`/imports/${kept.importId}`);
  },
});
