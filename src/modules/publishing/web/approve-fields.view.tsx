import type { Attempt } from '#src/kernel/form.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { yearWords } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { approveForm } from '../domain/publishing.form.ts';
import { documentHref, type Held, missingIn } from './document-of-school.ts';

type Props = {
  readonly held: Held;
  readonly attempt: Attempt;
  readonly title: string;
  readonly today: string;
};

/** The day and a note of an approval, of the words as they stand. */
export function ApproveFields({ held, attempt, title, today }: Props) {
  const { kind, document } = held;
  const lacks = missingIn(held).length;
  return (
    <div class="narrow">
      <BackLink href={documentHref(kind)}>{kindsOfDocument[kind].title}</BackLink>
      <PageHead title={title} lead={`${kindsOfDocument[kind].title} ${yearWords(document.firstYear)}`} />
      {lacks > 0 && (
        <Inset>
          {`${lacks} ${lacks === 1 ? 'thing is' : 'things are'} still missing. What is added later asks for a new approval.`}
        </Inset>
      )}
      <PostForm attempt={attempt} submit={title}>
        <HiddenField name="version" value={String(document.version)} />
        <Card>
          <FormField of={approveForm.fields.approvedOn} attempt={attempt} value={today} />
          <FormField of={approveForm.fields.note} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  );
}
