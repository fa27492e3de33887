import { dayWords, type SchoolDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { type CardLink, cardLinkToken, doesAnswer } from '#src/modules/plans/index.ts';
import type { ClassOfToday } from '#src/modules/register/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { QrCode } from '#src/ui/qr-code.tsx';
import { findLentLink, lendHref, OfLink } from './lent-class.ts';

type Subject = {
  readonly group: ClassOfToday;
  readonly link: CardLink;
  readonly address: string;
  readonly today: SchoolDate;
};

/** One link, to be handed over: as a code for the phone, and written out. It prints as a slip. */
export default page({
  path: '/classes/:groupId/card/lend/:cardLinkId',
  params: OfLink,
  may: 'card.lend',
  about: { none: 'It shows a link, no pupil' },
  section: 'Pupils',
  title: 'Link for a supply teacher',
  load: async ({ tx, params, program }): Promise<Subject | null> => {
    const found = await findLentLink(tx, params);
    if (found === null) return null;
    const { group, link } = found;
    const { schoolId } = tx.scope.actor;
    const { token } = cardLinkToken(program.settings.secret, { schoolId, cardLinkId: link.cardLinkId });
    return { group, link, address: `${program.settings.url}/supply/${token}`, today: tx.scope.today };
  },
  view: ({ subject: { group, link, address, today }, actor }) => {
    const href = lendHref(group.groupId);
    return (
      <div class="narrow">
        <BackLink href={href}>Back to the links of this class</BackLink>
        <PageHead
          title={`${group.name}: lesson card`}
          lead={`${actor.schoolName} · for ${link.lentTo ?? 'the supply teacher'} · ${dayWords(link.onDay)}`}
        />
        {link.isStopped ? (
          <EmptyState title="This link was stopped">
            <p>It answers nobody any more. Make another if one is needed.</p>
          </EmptyState>
        ) : (
          <Card>
            <p>
              {doesAnswer(link, today)
                ? 'Works until midnight. Hold the camera of a phone to it, or type the address.'
                : `Works on ${dayWords(link.onDay)} only.`}
            </p>
            <QrCode text={address} label="The address of the lesson card as a QR code" />
            <p class="small address">{address}</p>
            <p class="small quiet">Whoever has it can open it that day. Every opening is recorded.</p>
          </Card>
        )}
        {!link.isStopped && (
          <PostForm
            action={`${href}/${link.cardLinkId}/stop`}
            attempt={noAttempt}
            submit="Stop this link"
            kind="warning"
          />
        )}
      </div>
    );
  },
});
