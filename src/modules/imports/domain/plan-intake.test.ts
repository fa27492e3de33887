import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { layPlans, leaveOut } from './lay-plans.ts';
import { readPasted } from './pasted-table.ts';
import { findPlanTable, guessPlanColumns, planColumnTwice, readPlanHeading } from './plan-columns.ts';
import { intakeOf } from './plan-intake.ts';
import { pupilTyped } from './plan-names.ts';
import { type PlanRow, readArea, readPlanRows } from './plan-rows.ts';
import { keyOfNamed, type PlanPupil, whoIsMeant } from './plan-who.ts';

const today = schoolDate('2026-11-24');
const pupil = (forename: string, surname: string, more: Partial<PlanPupil> = {}): PlanPupil => ({
  pupilId: PupilId.parse(newId()),
  upns: [],
  formerUpns: [],
  surnames: [surname],
  forenames: [forename],
  bornOn: schoolDate('2018-05-03'),
  name: `${surname}, ${forename}`,
  className: '4 Oak',
  ...more,
});
const rowsOf = (headings: readonly string[], ...rows: readonly (readonly string[])[]): readonly PlanRow[] => {
  const table = findPlanTable(
    'Table',
    [headings, ...rows].map((cells, at) => ({ number: at + 1, cells })),
  );
  return readPlanRows(table, guessPlanColumns(table.headings), today);
};

describe('the headings of a file of plans', () => {
  it.each([
    ['Pupil Name', 'name'],
    ['D.O.B.', 'bornOn'],
    ['UPN', 'upn'],
    ['SMART target 1', 'target'],
    ['What we want to achieve', 'target'],
    ['Success criteria (how will we know?)', 'success'],
    ['Baseline / starting point', 'baseline'],
    ['By when?', 'byOn'],
    ['Strategies & resources', 'strategies'],
    ['Provision in class', 'strategies'],
    ['Who is responsible', 'who'],
    ['Frequency', 'howOften'],
    ['Child’s views', 'pupilViews'],
    ['Parent/carer comments', 'parentViews'],
    ['Long-term outcomes', 'hopes'],
    ['Barriers to learning', 'barriers'],
    ['Date of next review', 'reviewOn'],
    ['Broad area of need', 'area'],
    ['Favourite colour', null],
    ['', null],
  ])('“%s” is %s', (heading, name) => {
    expect(readPlanHeading(heading)).toBe(name);
  });

  it('are found below titles, and beside the words in a form for one pupil', () => {
    const below = findPlanTable('T', [
      { number: 1, cells: ['Plans of Year 4', '', ''] },
      { number: 2, cells: ['Name', 'Target', 'Success criteria'] },
      { number: 3, cells: ['Ann', 'Reads', 'Aloud'] },
    ]);
    expect([below.headings, below.rows.length]).toEqual([['Name', 'Target', 'Success criteria'], 1]);
    const form = findPlanTable('T', [
      { number: 1, cells: ['Name', 'Ann Nunn'] },
      { number: 2, cells: ['Strengths', 'Draws'] },
      { number: 3, cells: ['Target', 'Reads'] },
    ]);
    expect([form.headings, form.rows]).toEqual([
      ['Name', 'Strengths', 'Target'],
      [{ number: 1, cells: ['Ann Nunn', 'Draws', 'Reads'] }],
    ]);
  });

  it('take no column twice but those whose words can be joined', () => {
    expect(guessPlanColumns(['Target', 'Goal', 'Strategies', 'Provision'])).toEqual([
      'target',
      null,
      'strategies',
      'strategies',
    ]);
    expect(planColumnTwice(['target', 'help', 'help'])).toBeNull();
    expect(planColumnTwice(['target', 'target'])).toBe('target');
  });
});

describe('a row of plans', () => {
  it('reads dates with the day first, areas by name, strategies by line', () => {
    const [row] = rowsOf(
      ['Name', 'Target', 'By when', 'Area', 'Strategies', 'Who', 'How often'],
      [
        'Ann Nunn',
        'Reads  aloud',
        '12/03/25',
        'C&L',
        '- Paired reading\n2. Cards; Maps\nSongs',
        'TA',
        'daily',
      ],
    );
    expect(row?.target).toMatchObject({
      words: 'Reads aloud',
      area: 'cognition',
      byOn: '2025-03-12',
      strategies: [
        { words: 'Paired reading', who: 'TA', howOften: 'daily' },
        { words: 'Cards', who: 'TA', howOften: 'daily' },
        { words: 'Maps; Songs', who: 'TA', howOften: 'daily' },
      ],
    });
  });

  it.each([
    ['a date with the month first', 'Reads aloud', '03/25/25', /month is written before/],
    ['a date that is none', 'Reads aloud', 'soon', /not a date/],
    ['a target of pictures alone', '😀🎉', '', /no words/],
    ['a target as long as a novel', 'ab '.repeat(600), '', /1,799 characters/],
  ])('says in a sentence what is wrong with %s', (_, target, by, words) => {
    const [row] = rowsOf(['Name', 'Target', 'By when'], ['Ann Nunn', target, by]);
    expect(row?.problems.join(' ')).toMatch(words);
  });

  it.each([
    ['Cognition and Learning', 'cognition'],
    ['SEMH', 'semh'],
    ['Speech and language', 'communication'],
    ['Sensory and/or physical', 'sensory_physical'],
    ['Literacy and behaviour', null],
    ['Other', null],
  ])('reads the area “%s” as %s, and guesses none', (text, area) => {
    expect(readArea(text)).toBe(area);
  });
});

describe('who is meant', () => {
  // (rule intake-1)
  const ann = pupil('Ann', 'Nunn', { upns: ['A801200000001'] });
  const other = pupil('Ann', 'Nunn', { bornOn: schoolDate('2015-01-02'), className: '7B' });
  const bo = pupil('Bo', 'O’Brien', { className: 'Oak' });
  const all = [ann, other, bo];
  const named = (more: object) => ({
    upn: null,
    surname: null,
    forename: null,
    bornOn: null,
    className: null,
    ...more,
  });
  it.each([
    ['a UPN', { upn: 'A801200000001' }, ann, 'UPN'],
    [
      'a name and a birthday',
      { forename: 'ann', surname: 'NUNN', bornOn: '2015-01-02' },
      other,
      'name and date of birth',
    ],
    [
      'a name and a class',
      { forename: 'Bo', surname: 'OBrien', className: 'Year 4 Oak' },
      bo,
      'name and class',
    ],
  ])('is told by %s', (_, said, who, by) => {
    expect(whoIsMeant(named(said), all)).toEqual({ is: 'found', pupilId: who.pupilId, by });
  });

  it.each([
    ['a name alone', { forename: 'Bo', surname: 'O’Brien' }, /alone/, [bo]],
    [
      'a name that two have',
      { forename: 'Ann', surname: 'Nunn', className: '9Z' },
      /class is another/,
      [ann, other],
    ],
    [
      'another birthday',
      { forename: 'Bo', surname: 'O’Brien', bornOn: '2010-01-01' },
      /birth is another/,
      [bo],
    ],
    ['a UPN that nobody has', { upn: 'Z999' }, /No pupil on roll/, []],
    [
      'a UPN and the name of another',
      { upn: 'A801200000001', forename: 'Bo', surname: 'O’Brien' },
      /of another/,
      [ann, bo],
    ],
    ['a name that nobody has', { forename: 'Zed', surname: 'Zulu' }, /Nobody/, []],
  ])('is asked with %s', (_, said, why, offered) => {
    const who = whoIsMeant(named(said), all);
    expect(who).toMatchObject({ is: 'asked', pupilIds: offered.map((one) => one.pupilId) });
    expect(who.is === 'asked' && why.test(who.why)).toBe(true);
  });

  it.each([
    ['Bo O’Brien', true, bo],
    ['O’Brien, Bo', true, bo],
    ['Ann Nunn, 7B', true, other],
    ['a801200000001', true, ann],
    ['Ann Nunn', false, 'several'],
    ['Nobody Here', false, 'nobody'],
    ['', false, 'nobody'],
  ])('is typed as “%s”', (text, ok, who) => {
    expect(pupilTyped(text, all)).toEqual(
      ok ? { ok, value: typeof who === 'string' ? who : who.pupilId } : { ok, refusal: who },
    );
  });
});

describe('a file laid beside the plans', () => {
  // (rule intake-2)
  const ann = pupil('Ann', 'Nunn', { upns: ['A801200000001'] });
  const head = ['UPN', 'Target', 'Area', 'Strengths'];
  const rows = rowsOf(
    head,
    ['A801200000001', 'Reads aloud', 'cognition', 'Draws'],
    ['', 'Asks for a break', 'SEMH', ''],
    ['', 'reads  ALOUD', 'cognition', ''],
    ['', 'Counts to 20', 'Other', ''],
    ['Z1', 'Of nobody', 'SEMH', ''],
  );
  const laying = { pupils: [ann], held: [], chosen: {}, areaOfRest: null };

  it('goes on with the pupil above, takes a target once and guesses neither area nor child', () => {
    const { plans, asked } = layPlans(rows, laying);
    expect(plans).toMatchObject([
      { state: 'new', by: 'UPN', rowNumbers: [2, 3, 4, 5], sections: { strengths: 'Draws' } },
    ]);
    expect(plans[0]?.targets.map((target) => target.words)).toEqual(['Reads aloud', 'Asks for a break']);
    expect(plans[0]?.problems.join(' ')).toMatch(/Row 4: the same target.*Row 5: no area/);
    expect(asked).toMatchObject([{ words: 'Z1', rowNumbers: [6] }]);
    expect(layPlans(rows, { ...laying, areaOfRest: 'cognition' }).plans[0]?.targets).toHaveLength(3);
  });

  it('follows what a person said of a name', () => {
    const key = keyOfNamed({ upn: 'Z1', surname: null, forename: null, bornOn: null, className: null });
    expect(layPlans(rows, { ...laying, chosen: { [key]: leaveOut } })).toMatchObject({
      asked: [],
      left: [{ key }],
    });
    const byHand = layPlans(rows, { ...laying, chosen: { [key]: ann.pupilId } });
    expect([byHand.asked, byHand.plans.length]).toEqual([[], 1]);
  });

  it.each([
    ['same', 'draft', ['Reads aloud', 'Asks for a break'], 'Draws'],
    ['joins', 'draft', ['Reads aloud'], 'Draws'],
    ['locked', 'issued', ['Reads aloud'], 'Draws'],
    ['same', 'issued', ['Reads aloud', 'Asks for a break'], 'Draws'],
  ] as const)('is %s beside a plan that is %s', (state, planState, targets, words) => {
    const held = {
      planId: newId(),
      pupilId: ann.pupilId,
      state: planState,
      sections: [{ kind: 'strengths' as const, words }],
      targets: [...targets],
    };
    expect(layPlans(rows, { ...laying, held: [held] }).plans[0]?.state).toBe(state);
  });

  it('leaves what the draft says otherwise', () => {
    const held = {
      planId: newId(),
      pupilId: ann.pupilId,
      state: 'draft' as const,
      sections: [{ kind: 'strengths' as const, words: 'Sings' }],
      targets: [],
    };
    const [plan] = layPlans(rows, { ...laying, held: [held] }).plans;
    expect(plan?.sections).toEqual({});
    expect(plan?.problems.join(' ')).toMatch(/Strengths: the plan says something else/);
  });
});

describe('a table that was pasted', () => {
  it('keeps the lines of a cell, as Word and as Excel write them', () => {
    const cells = (text: string) => readPasted(text)?.map((row) => row.cells);
    expect(cells('Name\tTarget\r\nAnn\tReads\r\naloud\r\nBo\tCounts')).toEqual([
      ['Name', 'Target'],
      ['Ann', 'Reads\naloud'],
      ['Bo', 'Counts'],
    ]);
    expect(cells('Name\tTarget\nAnn\t"Reads\n""aloud"""\tx\nBo\tCounts')).toEqual([
      ['Name', 'Target'],
      ['Ann', 'Reads\n"aloud"', 'x'],
      ['Bo', 'Counts'],
    ]);
  });

  it('is none without a tab, and refused beyond its bounds', () => {
    expect(readPasted('Just words\nand more')).toBeNull();
    const many = Array.from({ length: 2002 }, (_, at) => ({ number: at + 1, cells: ['Ann', `Reads ${at}`] }));
    expect(intakeOf('x', [{ name: 'T', rows: many }])).toMatchObject({
      refused: expect.stringMatching(/2,000/),
    });
    const wide = [{ number: 1, cells: Array.from({ length: 41 }, () => 'x') }];
    expect(intakeOf('x', [{ name: 'T', rows: [...wide, ...wide] }])).toMatchObject({
      refused: expect.stringMatching(/40 columns/),
    });
    expect(intakeOf('x', [])).toMatchObject({ refused: expect.stringMatching(/no row/) });
  });
});
