import fc from 'fast-check';
import { makeUpn } from './make-upn.ts';

/** Small pools, so that rows meet: brothers and sisters, twins, shared parents, names in two ways. */
const from = (...values: readonly string[]) => fc.constantFrom(...values);
const surnames = from('Fernwhistle', 'O’Marrow', 'FERNWHISTLE', 'Fern-Whistle', 'Ñandú');
const forenames = from('Renée', 'Idris', 'IDRIS', 'Zofia', '<b>Zo</b>');
const days = from('04/11/2018', '01/09/2016', '30/08/2017', '12/02/2015');
const pastDays = from('01/09/2020', '10/09/2022', '23/11/2026', '24/11/2026', '');
const anyDays = from('01/09/2020', '10/09/2022', '24/11/2026', '01/12/2026', '01/01/1999', '');
const phones = from('07700 900101', '07700900101', '020 7946 0101', '');
const emails = from('a@example.com', 'A@Example.com', 'b@example.com', '');
const streets = from('12 Acorn Lane', '3 Other Road', '');
const long = from('x'.repeat(130), 'Grandmother who lives next door and collects on Thursdays');

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');

type Columns = Readonly<Record<string, fc.Arbitrary<string>>>;
const rowsOf = (columns: Columns, count: number) =>
  fc.array(fc.tuple(...Object.values(columns)), { minLength: 1, maxLength: count });

const pupilColumns: Columns = {
  Surname: surnames,
  Forename: forenames,
  'Preferred Forename': from('', 'Ren', 'Idris'),
  DOB: days,
  Sex: from('M', 'F', 'Female', 'X'),
  'Year Group': from('Year 4', '5', 'R', 'Lower Sixth'),
  'Reg Group': from('4 Oak', '4 OAK', '5 Elm', '', 'c'.repeat(80)),
  'Date of Leaving': anyDays,
  'Date of Admission': pastDays,
  'SEN Status': from('K', 'E', 'N', 'M', 'S', 'A', 'School Action', 'who knows', ''),
  'SEN Start Date': anyDays,
  'SEN Need 1': from('SLCN', 'ASD', 'Dyslexia', 'something else', 'BESD', ''),
  'SEN Need 2': from('SLCN', 'MLD', ''),
  FSM: from('Y', 'N', '', 'maybe'),
  EAL: from('Yes', 'No', ''),
  'Sessions Possible': from('108', '0', '100'),
  'Sessions Attended': from('108', '90', '120', ''),
  'Contact 1 Name': from('Mrs Odile Fernwhistle', 'Mr Fernwhistle', 'Mrs Fernwhistle', 'Tobias O’Marrow', ''),
  'Contact 1 Relationship': fc.oneof(from('Mother', 'Father', 'Carer', ''), long),
  'Contact 1 Mobile': phones,
  'Contact 1 Email': emails,
  'Contact 1 PR': from('Y', 'N', ''),
  'Contact 2 Name': from('Mr Tobias Fernwhistle', 'Mr Fernwhistle', 'Odile Fernwhistle', ''),
  'Contact 2 Relationship': from('Father', 'Grandmother', ''),
  'Contact 2 Mobile': phones,
  'Address Line 1': streets,
  Postcode: from('SE1 1AA', 'se11aa', ''),
};

/** Some columns of a list of pupils, in any order of rows; UPNs from a few, some twice, some none. */
export const pupilTables: fc.Arbitrary<string> = fc
  .tuple(
    fc.subarray(Object.keys(pupilColumns).slice(4), { minLength: 2 }),
    rowsOf(pupilColumns, 6),
    fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 }),
    fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  )
  .map(([some, rows, numbers, withUpn]) => {
    const names = Object.keys(pupilColumns);
    const kept = names.filter((name, at) => at < 4 || some.includes(name));
    return csv(
      ['UPN', ...kept],
      rows.map((row, at) => [
        withUpn[at] === true ? makeUpn(numbers[at] ?? 0) : '',
        ...kept.map((name) => row[names.indexOf(name)] ?? ''),
      ]),
    );
  });

const staffColumns: Columns = {
  'Staff Code': from('HBL', 'hbl', 'TGR', ''),
  Title: from('Mrs', 'Mr', ''),
  'First Name': from('Henrietta', 'Tancred'),
  'Last Name': from('Blotting', 'Greywater'),
  'Job Title': from('Teacher', '', 'p'.repeat(150)),
  'Work Email': from('h@example.org', 't@example.org', 'H@example.org', ''),
  'Start Date': pastDays,
  'End Date': pastDays,
};

export const staffTables = rowsOf(staffColumns, 4).map((rows) => csv(Object.keys(staffColumns), rows));

/** Classes and groups of the pupils of `pupilTables`, by UPN. */
export const classTables = fc
  .array(
    fc.tuple(
      from('9R/En1', '4 Oak', '4 OAK', 'g'.repeat(70)),
      from('English', '', 's'.repeat(70)),
      from('HBL', 'Mrs Blotting', 'HBL/TGR', 'Nobody Known', ''),
      fc.integer({ min: 0, max: 40 }).map(makeUpn),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => csv(['Class', 'Subject', 'Teacher', 'UPN'], rows));

export const timetables = fc
  .array(
    fc.tuple(
      from('Monday', 'Tue'),
      from('P1', 'P2', 'a very long name of a period'),
      from('A', 'B', 'Week A', ''),
      from('9R/En1', '4 Oak', 'g'.repeat(70), 'unknown'),
      from('HBL', 'TGR', 'Mrs Blotting', ''),
      from('E4', '', 'r'.repeat(60)),
      from('09:05', '9.05', ''),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => csv(['Day', 'Period', 'Week', 'Class', 'Staff', 'Room', 'Start'], rows));

const isoDays = from('2019-09-01', '2022-09-10', '2026-11-20', '2026-12-24', '2010-01-01');
const tag = (name: string, text: string): string =>
  text === '' ? '' : `<${name}>${text.replaceAll('<', '&lt;')}</${name}>`;

const senChanges = fc
  .array(fc.tuple(isoDays, from('K', 'E', 'N', 'S', 'A', 'Z')), { maxLength: 4 })
  .map((all) =>
    all.map(([on, code]) => `<SEN>${tag('StartDate', on)}${tag('SENprovision', code)}</SEN>`).join(''),
  );
const senNeeds = fc
  .array(
    fc.tuple(
      from('1', '2', '3'),
      from('SLCN', 'ASD', 'MLD', 'ZZZ'),
      fc.oneof(isoDays, from('')),
      fc.oneof(isoDays, from('')),
    ),
    {
      maxLength: 4,
    },
  )
  .map((all) =>
    all
      .map(
        ([rank, type, on, until]) =>
          `<SENneed>${tag('NeedStartDate', on)}${tag('NeedEndDate', until)}${tag('SENtypeRank', rank)}${tag('SENtype', type)}</SENneed>`,
      )
      .join(''),
  );
const yearData = fc
  .array(
    fc.tuple(from('2024', '2025', '2026'), from('Here', 'There'), from('100', '120'), from('90', '100')),
    { maxLength: 4 },
  )
  .map((all) =>
    all
      .map(
        ([year, school, possible, attended]) =>
          `<YearData>${tag('Year', year)}${tag('SchoolName', school)}${tag('SessionsPossible', possible)}${tag('SessionsAttended', attended)}</YearData>`,
      )
      .join(''),
  );
const ctfContacts = fc
  .array(
    fc.tuple(
      from('1', '2'),
      from('Fernwhistle', 'O’Marrow'),
      from('Odile', 'Tobias', ''),
      from('PAM', 'PAF'),
      phones,
      emails,
      fc.boolean(),
    ),
    { maxLength: 3 },
  )
  .map((all) =>
    all
      .map(
        ([order, surname, forename, relationship, phone, email, isAtHome]) =>
          `<Contact>${tag('Order', order)}${tag('Surname', surname)}${tag('Forename', forename)}${tag('Relationship', relationship)}` +
          `${isAtHome ? '<Address><AddressAsPupil>true</AddressAsPupil></Address>' : ''}` +
          `${phone === '' ? '' : `<Phones><Phone><TelephoneType>M</TelephoneType>${tag('PhoneNo', phone)}</Phone></Phones>`}${tag('Email', email)}</Contact>`,
      )
      .join(''),
  );

/** Pupils of a transfer file: histories out of order, needs with gaps, years twice, former UPNs that others hold. */
export const ctfPupils: fc.Arbitrary<string> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }),
    fc.array(
      fc.tuple(
        surnames,
        forenames,
        from('', ...[0, 1, 2, 3].map(makeUpn)),
        senChanges,
        senNeeds,
        yearData,
        ctfContacts,
        streets,
      ),
      {
        minLength: 4,
        maxLength: 4,
      },
    ),
  )
  .map(([numbers, all]) =>
    numbers
      .map((number, at) => {
        const [
          surname = '',
          forename = '',
          former = '',
          sen = '',
          needs = '',
          years = '',
          contacts = '',
          street = '',
        ] = all[at] ?? [];
        return (
          `<Pupil>${tag('UPN', makeUpn(number))}${tag('Surname', surname)}${tag('Forename', forename)}<DOB>2015-02-12</DOB><Sex>F</Sex>` +
          `<BasicDetails>${tag('FormerUPN', former)}<NCyearActual>6</NCyearActual></BasicDetails>` +
          `<SENhistory>${sen}<SENneeds>${needs}</SENneeds></SENhistory>` +
          `${street === '' ? '' : `<Address><AddressLines>${tag('AddressLine1', street)}</AddressLines></Address>`}` +
          `<Contacts>${contacts}</Contacts><Attendance>${years}</Attendance></Pupil>`
        );
      })
      .join(''),
  );
