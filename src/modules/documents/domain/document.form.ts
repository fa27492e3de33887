import {
  chosen,
  date,
  file,
  form,
  oneOf,
  optionalDate,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../kernel/form.ts';
import { documentKinds, kindLabel, kindOptions } from './document-kinds.ts';

const facts = {
  kind: oneOf({
    label: 'What it is',
    options: kindOptions,
    kind: 'select',
    missing: 'Select what it is',
  }),
  title: text({ label: 'Title', hint: 'Such as: Report on understanding of language', max: 200 }),
  fromWhom: optionalText({ label: 'From whom', hint: 'Such as: Dr A. Lane, Harbour Therapies', max: 200 }),
  datedOn: optionalDate({ label: 'Date of the document' }),
  receivedOn: date({ label: 'Received on', missing: 'Enter the day it was received' }),
  notes: optionalText({ label: 'Notes', max: 2000, kind: 'longText' }),
};

const theFile = file({
  label: 'File',
  hint: 'PDF, Word (.docx), OpenDocument (.odt), Excel (.xlsx), JPEG, PNG, HEIC or plain text, up to 25 MB. Nothing about child protection: give that to the safeguarding lead.',
  missing: 'Select a file',
});

const audience = chosen({ label: 'Who may read it', kind: 'radios', missing: 'Select who may read it' });

export const newDocumentForm = form({ file: theFile, ...facts, audience });
export const changeDocumentForm = form({ ...facts, version: version() });
export const newVersionForm = form({
  file: theFile,
  why: text({
    label: 'Why there is a new version',
    max: 1000,
    kind: 'longText',
    missing: 'Enter why there is a new version',
  }),
  version: version(),
});
export const documentAudienceForm = form({
  audience,
  why: text({ label: 'Why', max: 1000, kind: 'longText', missing: 'Enter why' }),
  version: version(),
});
export const withdrawDocumentForm = form({
  why: text({ label: 'Why it is withdrawn', max: 1000, kind: 'longText', missing: 'Enter why' }),
  version: version(),
});
/** As a new document's, of a file that is here already, with the pupil to choose. */
export const fileFromBatchForm = form({
  pupilId: chosen({ label: 'Whose is it?', kind: 'radios', missing: 'Select whose it is' }),
  ...facts,
  audience,
  version: version(),
});

export const documentPeriodForm = form({
  kind: oneOf({
    label: 'Kind of document',
    options: documentKinds.map((value) => ({ value, label: kindLabel(value) })),
    kind: 'select',
    missing: 'Select the kind of document',
  }),
  years: wholeNumber({ label: 'Years', min: 1, max: 100 }),
  from: oneOf({
    label: 'Counted from',
    options: [
      { value: 'birth', label: 'The pupil’s birth' },
      { value: 'document', label: 'The day of the document' },
    ],
    missing: 'Select what the years are counted from',
  }),
  why: text({ label: 'Why', hint: 'Such as: our records schedule of 2026', max: 1000, missing: 'Enter why' }),
});
