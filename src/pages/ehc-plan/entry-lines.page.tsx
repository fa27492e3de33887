import { newId } from '#src/kernel/ids.ts';
import {
  type EhcEntry,
  linesForm,
  linesFrom,
  linesOfSection,
  outcomesFrom,
  writeEntry,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { ehcHref, loadEntry, OfPupil, ofPupil, staleWords } from './ehc-of-pupil.ts';

const { fields } = linesForm;
/** More lines no plan has; a paste of the whole plan has. */
const mostLines = 150;

/** Outcomes and promises, one a line: proposed from Sections E and F, put right by hand. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/entry/lines',
  params: OfPupil,
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'Outcomes and provision, line by line',
  form: linesForm,
  about: ofPupil,
  load: ({ tx, params }) => loadEntry(tx, params.pupilId),
  view: ({ subject: { pupil, plan, entry }, attempt }) => {
    const first = isUnread(entry, plan.versions.length > 0);
    const { outcomes, lines, sections } = entry.content;
    const proposed = (held: readonly { words: string }[], section: string | undefined) =>
      (first && section !== undefined ? linesOfSection(section) : held.map(({ words }) => words)).join('\n');
    return (
      <div class="narrow">
        <PageHead
          title="Outcomes and provision, line by line"
          lead={`${fullName(pupil)}. Each line of provision gets its own account of what was given. Take out headings, and put what belongs together on one line.`}
        />
        <PostForm
          attempt={attempt}
          submit="Save and check"
          cancel={{ href: `${ehcHref(pupil.pupilId)}/entry` }}
        >
          <Card>
            <FormField of={fields.outcomes} attempt={attempt} value={proposed(outcomes, sections.E)} />
            <FormField of={fields.lines} attempt={attempt} value={proposed(lines, sections.F)} />
            <FormField of={fields.version} attempt={attempt} value={entry.version} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil, plan, entry }, values }) => {
    if (values.version !== entry.version) return refuse(staleWords);
    const texts = { outcomes: linesIn(values.outcomes), lines: linesIn(values.lines) };
    if (Math.max(texts.outcomes.length, texts.lines.length) > mostLines)
      return refuse({
        lines: `Enter ${mostLines} lines or fewer: one promise a line, without the rest of the plan`,
      });
    if ([...texts.outcomes, ...texts.lines].some((line) => line.length > 2000))
      return refuse({ lines: 'A line must be 2,000 characters or fewer: one promise a line' });
    const make = { newId: () => newId(tx.scope.clock.now().getTime()) };
    const last = plan.versions.at(-1);
    const held = entry.content;
    const content = {
      sections: held.sections,
      outcomes: outcomesFrom(
        texts.outcomes,
        held.outcomes.length > 0 ? held.outcomes : (last?.outcomes ?? []),
        make,
      ),
      lines: linesFrom(texts.lines, held.lines.length > 0 ? held.lines : (last?.lines ?? []), make),
    };
    const written = await writeEntry(tx, { plan, entry, content });
    return written.ok ? goTo(`${ehcHref(pupil.pupilId)}/entry`, 'Lines saved') : refuse(staleWords);
  },
});

/** Whether the lines have not been read from the sections yet: what is carried from the last document is no reading of this. */
const isUnread = ({ content, offered }: EhcEntry, hasVersions: boolean): boolean =>
  content.lines.length === 0 && content.outcomes.length === 0 ? true : hasVersions && offered !== null;

const linesIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
