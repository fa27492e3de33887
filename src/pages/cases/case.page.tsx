import { may } from '#src/kernel/access.ts';
import { listDocuments } from '#src/modules/documents/index.ts';
import { isForInformation } from '#src/modules/ehcp/index.ts';
import { type Carer, listCarersOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { HappenedTable } from './case-happened.view.tsx';
import { CaseLine } from './case-line.view.tsx';
import { type CaseSubject, loadCase, OfCase, ofCase } from './case-of.ts';
import { CasePeople, NextSteps } from './case-side.view.tsx';
import { caseState, caseTitle } from './case-words.ts';
import { ClockTable } from './clock-table.view.tsx';
import { ReopenCase } from './reopen-case.view.tsx';

type Subject = CaseSubject & {
  readonly titles: ReadonlyMap<string, string>;
  readonly carers: readonly Carer[];
};

/** A case: both clocks on one line, why each date is what it is, what happened, and what can come next. */
export default page({
  path: '/cases/:caseId',
  params: OfCase,
  may: 'case.read',
  about: ofCase,
  section: 'Pupils',
  title: ({ of, pupil }: Subject) => `${caseTitle(of)}: ${pupil.name.forename} ${pupil.name.surname}`,
  load: async ({ tx, actor, params }): Promise<Subject | null> => {
    const subject = await loadCase(tx, params);
    if (subject === null) return null;
    const { pupilId } = subject.pupil;
    const { documents, carers } = await tx.scope.together({
      documents: async (asked) =>
        may(actor, 'document.read')
          ? listDocuments(asked, { pupilId, q: '', kinds: [], limit: 200, offset: 0 })
          : [],
      carers: async (asked) => (may(actor, 'contacts.read') ? listCarersOf(asked, [pupilId]) : []),
    });
    return { ...subject, carers, titles: new Map(documents.map((each) => [each.documentId, each.title])) };
  },
  view: ({ subject, actor }) => {
    const { of, clocks, authority, today, titles, carers } = subject;
    const mayWrite = may(actor, 'case.write');
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Cases" />
        <div class="head">
          <div>
            <h2>{authority === null ? caseTitle(of) : `${caseTitle(of)}, ${authority.name}`}</h2>
            <p class="lead">
              {isForInformation(of.kind) ? `${caseState(of)}. For information` : caseState(of)}
            </p>
          </div>
        </div>
        <Columns
          side={
            <>
              {mayWrite && <NextSteps of={of} />}
              {mayWrite && <ReopenCase of={of} />}
              <CasePeople of={of} authority={authority} carers={carers} />
            </>
          }
        >
          <Card title="Both clocks">
            <CaseLine clocks={clocks.clocks} today={today} />
            {clocks.clocks.length === 0 && (
              <p>No clock runs: no event that starts one is recorded, or a decision has ended them.</p>
            )}
            {clocks.warnings.map((warning) => (
              <p key={warning}>{warning}</p>
            ))}
            {clocks.clocks.length > 0 && <ClockTable clocks={clocks.clocks} of={of} mayWrite={mayWrite} />}
          </Card>
          <Card title="What happened">
            <HappenedTable of={of} mayWrite={mayWrite} titles={titles} />
          </Card>
        </Columns>
      </>
    );
  },
});
