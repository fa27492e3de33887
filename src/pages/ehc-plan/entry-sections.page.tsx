import {
  type Offered,
  type SectionLetter,
  sectionLetters,
  sectionsForm,
  writeEntry,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { fullName } from '../pupil/pupil-head.ts';
import { ehcHref, loadEntry, OfPupil, ofPupil, staleWords } from './ehc-of-pupil.ts';

const { fields } = sectionsForm;

/** All sections of the document, each with what was read of it: checked by whoever saves. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/entry/sections',
  params: OfPupil,
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'Sections A to K',
  form: sectionsForm,
  largestPost: 4 * 1024 * 1024,
  about: ofPupil,
  load: ({ tx, params }) => loadEntry(tx, params.pupilId),
  view: ({ subject: { pupil, entry }, attempt }) => {
    const { content, offered } = entry;
    const isFirst = Object.keys(content.sections).length === 0;
    const held = (letter: SectionLetter) =>
      content.sections[letter] ?? (isFirst ? offered?.sections[letter] : undefined);
    return (
      <div class="narrow">
        <PageHead
          title="Sections A to K"
          lead={`${fullName(pupil)}. Check each against the authority’s document.`}
        />
        {offered !== null && isFirst && <Read offered={offered} />}
        <PostForm
          attempt={attempt}
          submit="Save and continue"
          cancel={{ href: `${ehcHref(pupil.pupilId)}/entry` }}
        >
          <Card>
            {sectionLetters.map((letter) => (
              <FormField key={letter} of={fields[letter]} attempt={attempt} value={held(letter)} />
            ))}
            <FormField of={fields.version} attempt={attempt} value={entry.version} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil, plan, entry }, values: { version, ...typed } }) => {
    if (version !== entry.version) return refuse(staleWords);
    const sections = Object.fromEntries(
      sectionLetters.flatMap((letter) => {
        const words = typed[letter];
        return words === undefined ? [] : [[letter, words] as const];
      }),
    );
    if (Object.keys(sections).length === 0) return refuse({ A: 'Enter the words of at least one section' });
    const written = await writeEntry(tx, { plan, entry, content: { ...entry.content, sections } });
    return written.ok ? goTo(`${ehcHref(pupil.pupilId)}/entry/lines`, 'Sections saved') : refuse(staleWords);
  },
});

/** What was read, and what not: said plainly, as it is only an offer. */
function Read({ offered: { sections, rest, from, pages, isCut } }: { offered: Offered }) {
  const found = sectionLetters.filter((letter) => sections[letter] !== undefined);
  const missing = sectionLetters.filter((letter) => sections[letter] === undefined);
  return (
    <>
      <Inset>
        <p>
          {`Read from ${from}${pages === null ? '' : ` of ${pages} pages`}. `}
          {found.length === 0
            ? 'No heading of a section was found: place the words yourself.'
            : `Headings were found of ${found.join(', ')}${missing.length === 0 ? '' : `; none of ${missing.join(', ')}`}.`}
        </p>
        {isCut && (
          <p>
            <strong>
              The file is very long: only its first 200,000 letters were read. What comes after them, as
              advice that is attached, is not here; the whole file is among the documents.
            </strong>
          </p>
        )}
      </Inset>
      {rest !== '' && (
        <Details summary="What stands before the first heading" isOpen={found.length === 0}>
          <p class="words">{rest}</p>
        </Details>
      )}
    </>
  );
}
