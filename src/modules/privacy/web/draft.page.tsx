import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type DraftBlock, type DraftName, draftBlocks, draftTitles } from '../domain/drafts.ts';
import { findAnswers, getDraftFacts } from '../queries/find-draft.ts';
import { DraftView } from './draft.view.tsx';
import { completeAddress, DraftSearch } from './draft-address.ts';

type Subject = {
  readonly blocks: readonly DraftBlock[];
  readonly name: DraftName;
  readonly saved: string;
};

/** A document as it stands now: what the program does, with the words of the school in its blanks. */
export default page({
  path: '/school/privacy/draft',
  params: z.object({}),
  search: DraftSearch,
  may: 'rights.read',
  about: { none: 'It describes the program and shows no pupil' },
  section: 'School',
  title: ({ name }: Subject) => draftTitles[name],
  load: async ({ tx, search: { document }, program }): Promise<Subject | null> => {
    if (document === null) return null;
    const { answers, revision, savedAt } = await findAnswers(tx, document);
    const facts = await getDraftFacts(tx, program.settings);
    const saved =
      savedAt === null
        ? 'Nothing was filled in yet.'
        : `Filled in ${timeWords(savedAt)}, revision ${revision}.`;
    return { name: document, blocks: draftBlocks(document, facts, answers), saved };
  },
  view: ({ subject: { name, blocks, saved }, actor }) => (
    <>
      <PageHead
        title={draftTitles[name]}
        lead={
          <>
            <a href="/school/privacy">Privacy</a> · Draft. {saved}
          </>
        }
        actions={
          <>
            {may(actor, 'rights.manage') && (
              <LinkButton href={completeAddress(name)}>Fill in the blanks</LinkButton>
            )}
            <LinkButton href={`/school/privacy/draft.pdf?document=${name}`} kind="second">
              PDF
            </LinkButton>
          </>
        }
      />
      <DraftView blocks={blocks} />
    </>
  ),
});
