import { z } from 'zod';
import type { Values } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { redactRecord } from '../commands/redact-record.ts';
import { redactionForm } from '../domain/access.form.ts';
import { type Entry, everywhere, type HeldPart, type Redaction } from '../domain/redact.ts';
import { AccessRequestId } from '../queries/list-access-requests.ts';
import { listHeldParts } from '../queries/list-held-parts.ts';
import { aboutRequest, findOfRequest, type OfRequest, requestAddress } from './rights-of-pupil.ts';

const { fields } = redactionForm;
type Subject = OfRequest & { readonly part: HeldPart; readonly entry: Entry };

/** The mark that the answers make, or what is missing in them. */
function markOf(
  { part, entry }: Subject,
  { what, field, words, isEverywhere, ground, why }: Values<typeof redactionForm>,
): (Redaction & { why: string }) | Readonly<Record<string, string>> {
  const mark = { source: part.source, item: entry.item, field: null, words: null, ground, why };
  if (what === 'entry') return mark;
  if (what === 'field') {
    const isKnown = entry.lines.some((line) => line.field === field);
    return field === undefined || !isKnown ? { field: 'Select which fact is not given' } : { ...mark, field };
  }
  if (words === undefined) return { words: 'Enter the words that are not given' };
  return isEverywhere ? { ...mark, source: everywhere, item: everywhere, words } : { ...mark, words };
}

const isMark = (
  given: (Redaction & { why: string }) | Readonly<Record<string, string>>,
): given is Redaction & { why: string } => 'item' in given && 'ground' in given;

/** One entry, and what of it is not given: by hand, with the exemption and the reason. */
export default page({
  path: '/pupils/:pupilId/access-requests/:accessRequestId/leave-out',
  params: z.object({ pupilId: PupilId, accessRequestId: AccessRequestId }),
  search: z.object({ source: z.string().max(63).catch(''), item: z.string().max(100).catch('') }),
  may: 'rights.manage',
  about: aboutRequest,
  section: 'Pupils',
  title: 'Leave something out',
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const found = await findOfRequest(tx, params);
    const parts = found === null ? [] : await listHeldParts(tx, params.pupilId);
    const part = parts.find(({ source, notInCopy }) => source === search.source && notInCopy === null);
    const entry = part?.entries.find(({ item }) => item === search.item);
    return found === null || part === undefined || entry === undefined ? null : { ...found, part, entry };
  },
  form: redactionForm,
  view: ({ subject: { request, part, entry }, attempt }) => (
    <div class="narrow">
      <PageHead title="Leave something out" lead={part.title} />
      <Card title="The entry">
        <SummaryList rows={entry.lines.map(({ label, value }) => ({ key: label, value }))} />
      </Card>
      <PostForm
        attempt={attempt}
        submit="Leave it out"
        cancel={{ href: `${requestAddress(request)}/entries?source=${part.source}` }}
      >
        <FormField of={fields.what} attempt={attempt} />
        <SelectField
          name="field"
          label="Which fact (where it is one fact)"
          error={attempt.errors.field}
          options={[
            { value: '', label: 'None' },
            ...entry.lines.map(({ field, label }) => ({ value: field, label })),
          ]}
          value={typeof attempt.values.field === 'string' ? attempt.values.field : ''}
        />
        <FormField of={fields.words} attempt={attempt} />
        <FormField of={fields.isEverywhere} attempt={attempt} />
        <FormField of={fields.ground} attempt={attempt} />
        <FormField of={fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const mark = markOf(subject, values);
    if (!isMark(mark)) return refuse(mark);
    const marked = await redactRecord(tx, subject.request, mark);
    return marked.ok
      ? goTo(
          `${requestAddress(subject.request)}/entries?source=${subject.part.source}`,
          'Left out of the copy',
        )
      : refuse('This request has ended: nothing of it is changed');
  },
});
