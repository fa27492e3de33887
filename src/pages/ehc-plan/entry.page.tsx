import { longDate } from '#src/kernel/dates.ts';
import { form, noAttempt, version } from '#src/kernel/form.ts';
import {
  type EhcEntry,
  hasQuantity,
  keepEntry,
  promisesSessions,
  sectionLetters,
  vagueWording,
  versionKindWords,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { ehcHref, entryWords, loadEntry, OfPupil, ofPupil, staleWords } from './ehc-of-pupil.ts';
import { DoseOf, Wording } from './line-table.view.tsx';

const keepForm = form({ version: version() });

/** What is being entered, read over before it is kept: then it never changes. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/entry',
  params: OfPupil,
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'Check and keep',
  form: keepForm,
  about: ofPupil,
  load: ({ tx, params }) => loadEntry(tx, params.pupilId),
  view: ({ subject: { pupil, entry }, attempt }) => {
    const home = ehcHref(pupil.pupilId);
    const { sections, outcomes, lines } = entry.content;
    const written = sectionLetters.filter((letter) => sections[letter] !== undefined);
    const empty = sectionLetters.filter((letter) => sections[letter] === undefined);
    const change = (href: string, label = 'Change') => [{ label, href: `${home}/entry/${href}` }];
    return (
      <>
        <PageHead
          title={`${versionKindWords[entry.kind]} of ${longDate(entry.datedOn)}: check and keep`}
          lead={fullName(pupil)}
        />
        <Card>
          <SummaryList
            rows={[
              {
                key: 'Sections with words',
                value: `${written.join(', ') || 'none yet'}${empty.length === 0 ? '' : `; without: ${empty.join(', ')}`}`,
                actions: change('sections'),
              },
              { key: 'Outcomes', value: String(outcomes.length), actions: change('lines') },
              { key: 'Lines of Section F', value: linesInWords(entry), actions: change('lines') },
            ]}
          />
        </Card>
        {lines.length > 0 && (
          <Card title="What Section F promises, as it was read">
            <DataTable
              caption="Lines of Section F"
              isStacked
              columns={[
                { key: 'line', label: 'Line', isRowHead: true },
                { key: 'dose', label: 'Promised' },
                { key: 'deed', label: '' },
              ]}
              rows={lines.map((line, at) => ({
                line: (
                  <>
                    {`${at + 1}. ${line.words}`}
                    <Wording words={line.words} />
                  </>
                ),
                dose: <DoseOf line={line} />,
                deed: (
                  <a href={`${home}/entry/lines/${line.commitmentId}`}>
                    Put right<span class="govuk-visually-hidden">{`: line ${at + 1}`}</span>
                  </a>
                ),
              }))}
            />
          </Card>
        )}
        <PostForm
          attempt={attempt}
          submit="Keep it: it will not change"
          cancel={{ label: 'Later', href: home }}
        >
          <FormField of={keepForm.fields.version} attempt={attempt} value={entry.version} />
        </PostForm>
        <PostForm
          attempt={noAttempt}
          action={`${home}/entry/throw-away`}
          submit="Throw it away"
          kind="second"
        />
      </>
    );
  },
  submit: async ({ tx, subject: { pupil, plan, entry }, values }) => {
    if (values.version !== entry.version) return refuse(staleWords);
    const kept = await keepEntry(tx, plan, entry);
    return kept.ok
      ? goTo(ehcHref(pupil.pupilId), `Kept as document ${kept.value}`)
      : refuse(entryWords[kept.refusal]);
  },
});

function linesInWords({ content: { lines } }: EhcEntry): string {
  const without = lines.filter((line) => !hasQuantity(line) && !promisesSessions(line)).length;
  const loose = lines.filter(({ words }) => vagueWording(words).length > 0).length;
  return `${lines.length}: ${without} without a quantity, ${loose} loosely worded`;
}
