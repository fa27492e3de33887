import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { writePart } from '../commands/work-on-document.ts';
import { wordsOf, yearWords } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { reportSuggestions } from '../domain/draw-report.ts';
import { forceWords, type PartRule } from '../domain/part-rule.ts';
import { partForm } from '../domain/publishing.form.ts';
import { type SuggestedText, suggestedFor } from '../domain/suggestions.ts';
import { getPublicFacts } from '../queries/get-public-facts.ts';
import { getReportFacts } from '../queries/get-report-facts.ts';
import { documentHref, type Held, loadDocument, OfKind, publicNow, rulesOf } from './document-of-school.ts';
import { Parts } from './part-list.view.tsx';
import { Words } from './words.view.tsx';

const staleWords =
  'Somebody else wrote this part while you had it open. Nothing was overwritten: both texts stand here';

type Subject = Held & { readonly rule: PartRule; readonly suggested: readonly SuggestedText[] };

/** One part of a document in words, beside what the rule wants and what the records suggest. */
export default page({
  path: '/school/published/:document/parts/:part',
  params: OfKind.extend({ part: z.string().max(40) }),
  may: 'school.manage',
  about: { none: 'Words about the school, and figures with small numbers hidden' },
  section: 'School',
  title: ({ rule }: Subject) => rule.title,
  form: partForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadDocument(tx, params.document);
    const rule = held === null ? undefined : rulesOf(held).find(({ part }) => part === params.part);
    if (held === null || rule === undefined) return null;
    const { suggested = [] } = rule;
    if (held.kind === 'governors_report') {
      const facts = await getReportFacts(tx, held.document);
      return { ...held, rule, suggested: reportSuggestions(facts, rule.part) };
    }
    const facts = suggested.length === 0 ? null : await getPublicFacts(tx);
    return { ...held, rule, suggested: facts === null ? [] : suggestedFor(suggested, facts) };
  },
  view: ({ subject, attempt }) => {
    const { kind, rule, document } = subject;
    const version = document.parts.find(({ part }) => part === rule.part)?.version ?? 0;
    const words = wordsOf(document, rule.part);
    const isStale = 'version' in attempt.values && Number(attempt.values.version) !== version;
    return (
      <>
        <BackLink href={documentHref(kind)}>{kindsOfDocument[kind].title}</BackLink>
        <PageHead
          title={rule.title}
          lead={`${kindsOfDocument[kind].title} ${yearWords(document.firstYear)}`}
        />
        <Workbench list={<Parts held={subject} at={rule.part} />} side={<Margin subject={subject} />}>
          {isStale && (
            <Inset>
              <b>On record now</b>
              <Words words={words === '' ? 'Nothing' : words} />
            </Inset>
          )}
          <PostForm attempt={attempt} submit="Save">
            <HiddenField name="version" value={String(version)} />
            <Card>
              <FormField
                of={{
                  ...partForm.fields.words,
                  label: rule.title,
                  isOptional: false,
                  hint: 'A line that begins with a dash becomes a point of a list. Name no pupil.',
                }}
                attempt={attempt}
                value={words}
              />
            </Card>
          </PostForm>
        </Workbench>
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const set = { part: subject.rule.part, words: values.words ?? '', version: values.version };
    const done = await writePart(tx, subject.document, set);
    if (!done.ok) return refuse(staleWords);
    return goTo(documentHref(subject.kind), done.value ? 'Saved' : 'Nothing was different');
  },
});

/** What the rule wants, what the records suggest, and what was published before. */
function Margin({ subject }: { subject: Subject }) {
  const { rule, suggested } = subject;
  const before = publicNow(subject)?.content.parts.find(({ part }) => part === rule.part);
  return (
    <>
      <Card title="What is asked for">
        <p>{rule.wants}</p>
        <p class="small">
          <Tag kind="watch">{forceWords[rule.force]}</Tag> {rule.source}
        </p>
      </Card>
      {suggested.length > 0 && (
        <Card title="From your records">
          <p class="small quiet">Copy what fits. Numbers below five are hidden, and no pupil is named.</p>
          {suggested.map(({ from, words }) => (
            <section key={from}>
              <h3>{from}</h3>
              <Words words={words} />
            </section>
          ))}
        </Card>
      )}
      {before !== undefined && (
        <Card title="As published last">
          <Words words={before.words} />
        </Card>
      )}
    </>
  );
}
