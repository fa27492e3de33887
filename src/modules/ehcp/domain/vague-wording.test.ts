import { describe, expect, it } from 'vitest';
import { readQuantity } from '#src/kernel/quantity.ts';
import { vagueWording, wordingRules } from './vague-wording.ts';

const vague = [
  'He will have access to a high level of adult support.',
  'Speech and language therapy as required.',
  'Regular movement breaks throughout the day.',
  'Opportunities to work in small groups.',
  'Up to 15 hours per week of teaching assistant support.',
  'Staff should be aware of her sensory needs and respond appropriately.',
  'She would benefit from a structured approach to literacy.',
  'Ellie may need additional time to process instructions.',
  'A range of strategies will be used to develop his self-esteem.',
  'Support from a key adult when needed.',
  'Access to a quiet space when he feels overwhelmed.',
  'Occupational therapy input as appropriate.',
  'Weekly support with social skills.',
  'School staff will liaise with outside agencies as necessary.',
  'A differentiated curriculum at an appropriate level.',
  'Small group work to develop language skills.',
  'Consideration should be given to the use of visual timetables.',
  'Frequent praise and encouragement.',
  'Adult support at unstructured times where possible.',
  'Programmes to be delivered by trained staff.',
  'He requires a nurturing environment with clear boundaries.',
  '30 minutes of speech therapy.',
  'Physiotherapy advice will be sought if required.',
  'Sufficient time to complete tasks.',
  'ICT equipment such as a laptop, if available.',
  'The therapist will visit periodically to review the programme.',
  'Teaching assistants will provide some in-class support in Year 5.',
  'Encouragement to join in with his peers.',
  'Subject to funding, a mentor for two hours a week.',
  'It is recommended that she has 20 minutes of reading support daily.',
  'Daily opportunities to practise fine motor skills.',
  'Ongoing monitoring by the SENCO.',
  'Visual supports will be provided to aid understanding.',
  'Approaches that promote independence.',
  'Jay should be offered regular breaks.',
  'Therapy of around an hour, depending on need.',
  'Pre-teaching of vocabulary before new topics.',
  'Staff trained in autism.',
  '1:1 support as deemed necessary by the school.',
  'Input from an educational psychologist at the discretion of the school.',
];

const specific = [
  'A teaching assistant trained in Elklan delivers a 30-minute language session three times a week, one to one.',
  'A speech and language therapist sees him for 45 minutes each week in term time, 38 weeks a year.',
  'One-to-one support from a teaching assistant for 25 hours a week.',
  'A qualified teacher of the deaf visits for 60 minutes every fortnight.',
  'The occupational therapist provides six sessions of 45 minutes each term and writes the programme.',
  'He has 10-minute movement breaks at 9.45, 11.15 and 2.15 each day, led by a teaching assistant.',
  'All printed text is enlarged to 18-point on cream paper.',
  'She is taught in a group of no more than six pupils for English and maths, five hours a week each.',
  'A member of the ASD team trains all staff who teach her for half a day at the start of each school year.',
  'Her radio aid is checked by a teaching assistant at 8.50 each morning and worn in every lesson.',
  'He receives 20 minutes of daily precision teaching from his class teacher.',
  'An ELSA meets him for 40 minutes every Tuesday in a quiet room.',
  '25% extra time in all tests and examinations.',
  'A physiotherapist reviews the programme once every half-term, with 1 hour direct contact.',
  'Two adults support her transfers and personal care four times a day, 15 minutes each time.',
  'The class teacher gives instructions in steps of no more than two, with a picture for each step, in all lessons.',
  'A learning mentor checks in with him for 5 minutes at the start and end of each day.',
  'Full-time 1:1 support from a level 3 teaching assistant throughout the school day, including break and lunch.',
  'Reading Recovery: 30 minutes a day, five days a week, for 20 weeks.',
  'The SENCO meets his parents once every six weeks for 30 minutes to review targets.',
  'A laptop with speech-to-text software is available to her in every lesson that needs more than 50 words of writing.',
  'An educational psychologist provides 3 hours of consultation to staff each term.',
  'Lego therapy group of four pupils, 45 minutes once a week, run by a trained teaching assistant.',
  'His hearing aids are tested by staff daily and by the teacher of the deaf every half term.',
  'A 5-minute warning is given before every transition by the supporting adult.',
  '15 hours per week of support from a bilingual communicator at BSL level 3.',
  'Touch-typing tuition, 15 minutes, 4 times per week for two terms.',
  'Direct speech therapy, 12 x 40 minutes per academic year, with a written report each term.',
  'Swimming with hoist access for 30 minutes weekly, two trained adults.',
  'She has lunch with two named peers and an adult in the base every day for 30 minutes.',
  'A counsellor qualified to BACP standard sees her for 50 minutes weekly for one year.',
  'Maths is taught for 50 minutes daily in a class of 8 with one teacher and two teaching assistants.',
];

describe('vague wording', () => {
  it.each(wordingRules)('$id: its own examples break and keep it', ({ id, breaks, keeps, why, source }) => {
    expect(vagueWording(breaks)).toContain(id);
    expect(vagueWording(keeps)).toEqual([]);
    expect(why).toMatch(/\.$/);
    expect(source.length).toBeGreaterThan(10);
  });

  it.each(vague)('is found in: %s', (line) => {
    expect(vagueWording(line)).not.toEqual([]);
  });

  it.each(specific)('is not found in: %s', (line) => {
    expect(vagueWording(line)).toEqual([]);
  });

  it.each([
    ['', []],
    ['Section F', []],
    ['   Speech   therapy   ', []],
    ['ACCESS TO A SENSORY ROOM', ['access-to', 'no-quantity']],
    ['Physiotherapy as and when needed, 20 minutes a day', ['as-required']],
    ['Age-appropriate books are read with him for 10 minutes each day', []],
    ['The plan is reviewed on 4 May each year', []],
    ['She works in a group of up to four pupils for 30 minutes each day', []],
  ])('of “%s” is %j', (line, rules) => {
    expect(vagueWording(line)).toEqual(rules);
  });

  it('reads a curly apostrophe as a straight one', () => {
    expect(vagueWording('It is at the school’s discretion, subject to staffing')).toContain('subject-to');
  });
});

describe('how much a line says', () => {
  it.each([
    ['20 minutes', 'duration'],
    ['half an hour', 'duration'],
    ['a 30-minute session', 'duration'],
    ['three sessions', 'count'],
    ['18-point type', 'count'],
    ['25% extra time', 'count'],
    ['twice a week', 'frequency'],
    ['in every lesson', 'whole'],
    ['full-time', 'whole'],
    ['each Tuesday', 'frequency'],
    ['at lunchtime', 'frequency'],
  ] as const)('%s is a %s', (text, what) => {
    expect(readQuantity(text)[what]).toBe(true);
  });

  it.each([
    'in Year 5',
    'at Key Stage 2',
    'one to one',
    '1:1 with an adult',
    'outcome 3',
    'one of the staff',
  ])('%s is none', (text) => {
    expect(Object.values(readQuantity(text))).toEqual([false, false, false, false]);
  });
});
