import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { KeptImport } from '../domain/kept-import.ts';
import { listImports } from '../queries/find-import.ts';
import { listUploaders } from '../queries/list-uploaders.ts';
import { mayOpen } from '../queries/open-import.ts';
import { count, fileWords, stateTags, stateWords } from './import-words.ts';
import { WhatCanBeBrought } from './what-can-be-brought.view.tsx';

const columns = [
  { key: 'file', label: 'File', isRowHead: true },
  { key: 'state', label: 'State' },
  { key: 'new', label: 'New', isNumber: true },
  { key: 'changed', label: 'Changed', isNumber: true },
  { key: 'missing', label: 'Missing', isNumber: true },
  { key: 'when', label: 'Brought', isQuiet: true },
] as const;

type Line = { readonly kept: KeptImport; readonly by: string; readonly isOpen: boolean };

const row = ({ kept, by, isOpen }: Line) => ({
  file: (
    <>
      {isOpen ? <a href={`/imports/${kept.importId}`}>{kept.fileName}</a> : kept.fileName}
      <br />
      <span class="quiet">{fileWords(kept)}</span>
    </>
  ),
  state: <Tag kind={stateTags[kept.state]}>{stateWords[kept.state]}</Tag>,
  new: count(kept.counts.new),
  changed: count(kept.counts.changed),
  missing: count(kept.counts.missing),
  when: `${timeWords(kept.uploadedAt)}, by ${by}`,
});

/** What files were brought, and where each stands. */
export default page({
  path: '/imports',
  params: z.object({}),
  may: 'import.review',
  about: { none: 'It shows files and counts, no pupil' },
  section: 'School',
  title: 'Imports',
  load: async ({ tx, actor }): Promise<readonly Line[]> => {
    const imports = await listImports(tx);
    const uploaders = await listUploaders(tx, imports);
    return imports.map((kept) => ({
      kept,
      by: uploaders.get(kept.importId) ?? '',
      isOpen: mayOpen(actor, kept),
    }));
  },
  view: ({ subject, actor }) => (
    <>
      <PageHead
        title="Imports"
        lead={<a href="/school">School</a>}
        actions={
          <>
            {may(actor, 'plan.issue') && (
              <LinkButton href="/imports/plans" kind="second">
                Bring existing plans
              </LinkButton>
            )}
            {may(actor, 'import.run') && <LinkButton href="/imports/new">Import a file</LinkButton>}
            {may(actor, 'case.write') && (
              <LinkButton href="/imports/ehc-plans/new" kind="second">
                Import EHC plans
              </LinkButton>
            )}
            {may(actor, 'import.finance') && (
              <LinkButton href="/imports/finance/new" kind="second">
                Bring a finance file
              </LinkButton>
            )}
            {may(actor, 'provision.manage') && (
              <>
                <LinkButton href="/imports/scores/new" kind="second">
                  Import scores
                </LinkButton>
                <LinkButton href="/imports/provision/new" kind="second">
                  Import provision
                </LinkButton>
              </>
            )}
          </>
        }
      />
      {subject.length === 0 ? (
        <EmptyState title="Nothing imported yet">
          <WhatCanBeBrought />
        </EmptyState>
      ) : (
        <Sheet label="Imports">
          <DataTable caption="Files brought, the newest first" columns={columns} rows={subject.map(row)} />
        </Sheet>
      )}
      {subject.some(({ isOpen }) => !isOpen) && (
        <p class="quiet">
          A file without a link was brought by somebody who sees more of pupils than you do.
        </p>
      )}
    </>
  ),
});
