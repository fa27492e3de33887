import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import type { HeldPart } from '../domain/redact.ts';
import {
  AccessRequestId,
  type Bundle,
  type KeptRedaction,
  listBundles,
  listRedactions,
} from '../queries/list-access-requests.ts';
import { listHeldParts } from '../queries/list-held-parts.ts';
import { CopiesCard, PartsTable, RedactionsCard, requestRows } from './access-request.view.tsx';
import { aboutRequest, findOfRequest, type OfRequest, requestAddress } from './rights-of-pupil.ts';

type Subject = OfRequest & {
  readonly parts: readonly HeldPart[];
  readonly redactions: readonly KeptRedaction[];
  readonly bundles: readonly Bundle[];
};

/** One request: by when and why, what is held, what is left out, and the copies that were made. */
export default page({
  path: '/pupils/:pupilId/access-requests/:accessRequestId',
  params: z.object({ pupilId: PupilId, accessRequestId: AccessRequestId }),
  may: 'rights.read',
  about: aboutRequest,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Request to see the record of ${pupil.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const found = await findOfRequest(tx, params);
    if (found === null) return null;
    return {
      ...found,
      parts: await listHeldParts(tx, params.pupilId),
      redactions: await listRedactions(tx, found.request),
      bundles: await listBundles(tx, found.request),
    };
  },
  view: ({ subject: { pupil, request, parts, redactions, bundles }, actor }) => {
    const address = requestAddress(request);
    const isOpen = request.closedOn === null && may(actor, 'rights.manage');
    return (
      <>
        <PageHead
          title={`Request to see the record of ${pupil.name}`}
          lead={<a href={`/pupils/${pupil.pupilId}/rights`}>Rights of this pupil</a>}
          actions={
            may(actor, 'rights.manage') && (
              <LinkButton href={`${address}/change`} kind="second">
                Identity, more time, answered
              </LinkButton>
            )
          }
        />
        <Columns
          side={
            <>
              <Card title="The request">
                <SummaryList rows={requestRows(request)} />
              </Card>
              <CopiesCard bundles={bundles} address={address} isOpen={isOpen} />
            </>
          }
        >
          <PartsTable parts={parts} address={address} isOpen={isOpen} />
          <RedactionsCard redactions={redactions} parts={parts} address={address} isOpen={isOpen} />
        </Columns>
      </>
    );
  },
});
