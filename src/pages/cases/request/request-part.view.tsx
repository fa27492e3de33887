import type { Attempt } from '#src/kernel/form.ts';
import {
  fieldsOfParagraphs,
  requestPartForm,
  requestParts,
  type ShownParagraph,
  shownParagraphs,
  sourceWords,
  typedWords,
} from '#src/modules/ehcp/index.ts';
import { Card } from '#src/ui/card.tsx';
import { Differences, differencesLead } from '#src/ui/differences.tsx';
import { DraftForm } from '#src/ui/draft-form.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { requestHref } from './request-of.ts';
import { draftHref, type PartSubject, proposedState, writtenOf } from './request-part-of.ts';

const { fields } = requestPartForm;

/** A part with a field for each paragraph. Under each stands where it comes from; blank, it is left out. */
export function PartForm({ subject, attempt }: { subject: PartSubject; attempt: Attempt }) {
  const { part, live, pupil } = subject;
  const written = writtenOf(subject);
  const shown = shownParagraphs(live[part], written);
  const drawn = fieldsOfParagraphs(shown);
  const version = written?.version ?? 0;
  const isStale = 'version' in attempt.values && Number(attempt.values.version) !== version;
  return (
    <>
      <MovedOn shown={shown} />
      <DraftForm
        attempt={attempt}
        draftHref={draftHref(pupil.pupilId, part)}
        next="Save and next"
        cancel={requestHref(pupil.pupilId)}
      >
        <HiddenField name="version" value={String(version)} />
        <Card>
          {drawn.length === 0 && (
            <p class="quiet">
              Nothing is recorded of this yet. Record it where it belongs, or write it here.
            </p>
          )}
          {drawn.map(({ shown: one, at, field }) => (
            <div key={one.key}>
              <HiddenField name={`key${at}`} value={one.key} />
              <HiddenField name={`seen${at}`} value={one.live} />
              <FormField
                of={{ ...field, label: `${at}. ${sourceWords(one.source)}` }}
                attempt={{ values: {}, errors: attempt.errors }}
                value={typedWords(attempt, one.key) ?? one.words}
              />
              <p class="small quiet">
                {one.isByHand ? 'Changed by hand · ' : 'As the record has it · '}
                <a href={one.source.href}>{sourceWords(one.source)}</a>
              </p>
              {isStale && (
                <Inset>
                  <b>Saved now:</b> {one.words}
                </Inset>
              )}
            </div>
          ))}
          {shown.slice(drawn.length).map(({ key, words }) => (
            <p key={key}>{words}</p>
          ))}
          <FormField of={fields.own} attempt={attempt} value={written?.own ?? undefined} />
          {isStale && written?.own != null && (
            <Inset>
              <b>Saved now:</b> {written.own}
            </Inset>
          )}
          <FormField of={fields.state} attempt={attempt} value={proposedState(subject)} />
        </Card>
      </DraftForm>
      <p class="small quiet">
        {`Make a paragraph blank to leave it out of “${requestParts[part]}”. To correct the record itself, follow its source.`}
      </p>
    </>
  );
}

/** Where the records say something else since somebody changed the words. */
function MovedOn({ shown }: { shown: readonly ShownParagraph[] }) {
  const moved = shown.flatMap(({ source, movedOn }) =>
    movedOn === null ? [] : [{ about: sourceWords(source), ...movedOn }],
  );
  if (moved.length === 0) return null;
  return (
    <Card title="The records moved on since it was changed by hand" tone="next">
      <Differences
        caption="What the records said when it was changed, and what they say now"
        about="Where it comes from"
        older="Then"
        newer="Now"
        found={moved}
        same=""
      />
      <p class="small">
        {`${differencesLead} Your words stand below. Saving them again says that they are still right; to go back to the record, put its words in their place.`}
      </p>
    </Card>
  );
}
