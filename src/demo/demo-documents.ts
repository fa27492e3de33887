import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { addDays, longDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId, type SchoolId } from '#src/kernel/ids.ts';
import {
  type DocumentAudience,
  type DocumentKind,
  keepDocument,
  takeFile,
} from '#src/modules/documents/index.ts';
import { makePdf } from '#src/paper/pdf.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';

type Letter = {
  readonly senType: string;
  readonly kind: DocumentKind;
  readonly audience: DocumentAudience;
  readonly title: string;
  readonly from: string;
  readonly daysAgo: number;
  readonly words: readonly string[];
};

/** What outside professionals might have written: nobody's words about nobody. */
const letters: readonly Letter[] = [
  {
    senType: 'SLCN',
    kind: 'speech',
    audience: 'staff',
    title: 'Speech and language report',
    from: 'Harbour Therapies',
    daysAgo: 40,
    words: [
      'Receptive language was assessed in two short visits. Instructions of two parts are followed; with three parts the last is lost.',
      'Recommended: say one step at a time, show it, and wait ten seconds before saying it again. Ten minutes a day of the word aware programme.',
    ],
  },
  {
    senType: 'ASD',
    kind: 'psychology',
    audience: 'staff',
    title: 'Educational psychologist’s consultation',
    from: 'Tideway Psychology Service',
    daysAgo: 95,
    words: [
      'Seen in class and at play, and in conversation with the family. Change without warning is what is hardest.',
      'Recommended: a picture timetable, a quiet place that needs no asking, and a warning of five minutes before each change.',
    ],
  },
  {
    senType: 'SEMH',
    kind: 'mental_health',
    audience: 'sensitive',
    title: 'Letter after the first appointment',
    from: 'Children and young people’s mental health service',
    daysAgo: 21,
    words: [
      'Thank you for your referral. We met with the family and will offer six sessions after half term.',
      'School is asked to keep the check-in with a known adult each morning.',
    ],
  },
  {
    senType: 'SPLD',
    kind: 'assessment',
    audience: 'staff',
    title: 'Assessment of reading and spelling',
    from: 'Orchard Specialist Teaching',
    daysAgo: 60,
    words: [
      'Single word reading was slower than accuracy would suggest. Phonological awareness is the weaker area.',
      'Recommended: overlearning in short sessions, a coloured overlay on trial, and reading aloud by choice only.',
    ],
  },
  {
    senType: 'HI',
    kind: 'health',
    audience: 'health',
    title: 'Audiology clinic letter',
    from: 'Harebell Hospital, audiology',
    daysAgo: 33,
    words: ['A mild hearing loss on the left side. Please seat to the left of the room, facing the teacher.'],
  },
];

const marked = 'Made up for a demonstration: about nobody.';

/** A few reports in each school of the demo, about pupils whose need they fit. Their words are read by the job. */
export async function loadDemoDocuments(program: Program, schools: readonly SchoolId[]): Promise<void> {
  for (const schoolId of schools) {
    const wanted = await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
      const { rows } = await sql<{ pupilId: string; name: string; bornOn: string; senType: string }>`
        select distinct on (n.sen_type) n.pupil_id, l.forename || ' ' || l.surname as name, l.born_on, n.sen_type
        from needs n join pupil_lines l on l.school_id = n.school_id and l.pupil_id = n.pupil_id and l.is_on_roll
        where n.school_id = ${schoolId} and n.rank = 1 and n.until_on is null
        order by n.sen_type, l.surname, l.forename`.execute(tx);
      return rows;
    });
    for (const letter of letters) {
      const pupil = wanted.find(({ senType }) => senType === letter.senType);
      if (pupil !== undefined) await loadLetter(program, schoolId, { letter, ...pupil });
    }
  }
}

type About = {
  readonly letter: Letter;
  readonly pupilId: string;
  readonly name: string;
  readonly bornOn: string;
};

async function loadLetter(program: Program, schoolId: SchoolId, { letter, ...pupil }: About): Promise<void> {
  const { kind, audience, title, from, daysAgo, words } = letter;
  const datedOn = addDays(program.clock.today(), -daysAgo);
  const bytes = await makePdf({
    title,
    footer: marked,
    blocks: [
      { kind: 'heading', level: 1, words: title },
      {
        kind: 'facts',
        rows: [
          ['Name', pupil.name],
          ['Date of birth', longDate(schoolDate(pupil.bornOn))],
          ['From', from],
          ['Date', longDate(datedOn)],
        ],
      },
      ...words.map((paragraph) => ({ kind: 'text' as const, words: paragraph })),
      { kind: 'note', words: marked },
    ],
  });
  const taken = await takeFile(program, { fileName: `${title}.pdf`, bytes });
  if (!taken.ok) throw new Error(taken.why);
  await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
    await keepDocument(tx, {
      pupilId: PupilId.parse(pupil.pupilId),
      kind,
      title,
      datedOn,
      receivedOn: addDays(datedOn, 4),
      fromWhom: from,
      notes: null,
      audience,
      file: taken.value,
    });
    await program.jobs.send(tx, 'read-documents', { schoolId });
  });
}
