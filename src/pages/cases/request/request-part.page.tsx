import { z } from 'zod';
import {
  keptOf,
  requestPartForm,
  requestPartKeys,
  requestParts,
  typedParagraphs,
  writeRequestPart,
} from '#src/modules/ehcp/index.ts';
import { attemptOf, throwAwayDraft } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { DraftOffer } from '#src/ui/draft-form.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { PupilBand } from '../../pupil/pupil-band.view.tsx';
import { aboutPupil, fullName } from '../../pupil/pupil-head.ts';
import { partHref, RequestList } from './request-list.view.tsx';
import { OfPart, requestHref } from './request-of.ts';
import { PartForm } from './request-part.view.tsx';
import { draftHref, draftPartOf, loadPart, type PartSubject, writtenOf } from './request-part-of.ts';
import { Lacks, Wishes } from './request-side.view.tsx';

/** One part of a request: each paragraph with its source, to be changed by hand; where the records moved on, both are shown. */
export default page({
  path: '/pupils/:pupilId/request/parts/:requestPart',
  params: OfPart,
  search: z.object({ draft: z.literal('use').optional().catch(undefined) }),
  may: 'case.write',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil, part }: PartSubject) => `${requestParts[part]}: request for ${fullName(pupil)}`,
  form: requestPartForm,
  largestPost: 2 * 1024 * 1024,
  load: ({ tx, actor, params }): Promise<PartSubject | null> => loadPart(tx, params, actor),
  view: ({ subject, attempt, search, actor }) => {
    const { part, draft, pupil } = subject;
    const isFresh = Object.keys(attempt.values).length === 0;
    const isUsed = search.draft === 'use' && isFresh;
    const shown = isUsed ? attemptOf(requestPartForm, draft) : attempt;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Cases" />
        <h2>{requestParts[part]}</h2>
        <Workbench
          list={<RequestList subject={subject} current={part} />}
          side={
            <>
              <Lacks subject={subject} />
              <Wishes subject={subject} />
            </>
          }
        >
          {draft !== null && isFresh && !isUsed && (
            <DraftOffer
              draftHref={draftHref(pupil.pupilId, part)}
              formHref={partHref(pupil.pupilId, part)}
              keptAt={timeWords(draft.savedAt)}
              isOld={draft.baseVersion !== (writtenOf(subject)?.version ?? 0)}
            />
          )}
          <PartForm subject={subject} attempt={shown} />
        </Workbench>
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { pupil, part, live, request } = subject;
    const { version, state, own = null, goOn } = values;
    const held = writtenOf(subject)?.paragraphs ?? [];
    const paragraphs = keptOf(typedParagraphs(values), live[part], held);
    const of = { pupilId: pupil.pupilId, request };
    const saved = await writeRequestPart(tx, of, { part, state, paragraphs, own, version });
    if (!saved.ok) return refuse(saved.words);
    await throwAwayDraft(tx, { pupilId: pupil.pupilId, part: draftPartOf(subject, part) });
    const next = requestPartKeys[requestPartKeys.indexOf(part) + 1];
    const href = requestHref(pupil.pupilId);
    const onward = next === undefined ? `${href}/appendices` : partHref(pupil.pupilId, next);
    const words = saved.value ? 'Saved' : 'Nothing was different';
    return goTo(goOn === 'next' ? onward : partHref(pupil.pupilId, part), words);
  },
});
