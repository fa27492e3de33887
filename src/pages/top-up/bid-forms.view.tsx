import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { draftHref, pupilFormsHref } from '../forms/draft-of.ts';
import type { BidSubject } from './bid-of.ts';

/** The Word forms of the authority that is asked, each filled from the same records and from this application. */
export function FormsCard({ subject: { bid, pupil, forms } }: { subject: BidSubject }) {
  const its = forms.filter((form) => form.kind === 'own' && form.authority === bid.authority);
  return (
    <Card title="In a Word form">
      <ActionList
        items={its.map((form) => ({
          label: form.name,
          href: draftHref(pupil.pupilId, form.key),
          why: `Form of ${bid.authority}`,
        }))}
      />
      <p class="small">
        {its.length === 0 && `No form of ${bid.authority} is kept. `}
        <a href={pupilFormsHref(pupil.pupilId)}>All forms for this pupil</a>
        {its.length === 0 && (
          <>
            {' · '}
            <a href="/school/forms/new">Add its form</a>
          </>
        )}
      </p>
    </Card>
  );
}
