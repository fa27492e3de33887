import { makeUpn } from './make-upn.ts';

const SURNAMES = ['Fernwhistle', 'Quillington', 'O’Marrow', 'Thistlewick', 'Marblethorpe', 'Brambleby'];
const FORENAMES = ['Renée', 'Bartholomew', 'Saoirse', 'Idris', 'Zofia', 'Ottoline', 'Casimir'];
const NEEDS = ['SLCN', 'SEMH', 'SPLD', 'MLD', 'ASD', 'HI'];
const pick = (from: readonly string[], number: number): string => from[number % from.length] ?? '';

const contact = (order: number, surname: string): string => `
        <Contact>
          <Order>${order}</Order><Title>Ms</Title><Surname>${surname}</Surname><Forename>Parent${order}</Forename>
          <Relationship>${order === 1 ? 'PAM' : 'PAF'}</Relationship><Responsibility>true</Responsibility>
          <Address><AddressAsPupil>true</AddressAsPupil></Address>
          <Phones><Phone><TelephoneType>M</TelephoneType><PhoneNo>07700 900${String(order).padStart(3, '0')}</PhoneNo></Phone></Phones>
          <Email>parent${order}@example.com</Email>
        </Contact>`;

const marks = '/\\'.repeat(190);

/** One pupil of a full file: about 4 KB, with two contacts, a year of attendance and some results. */
export function makeCtfPupil(number: number): string {
  const surname = pick(SURNAMES, number);
  const day = String(1 + (number % 28)).padStart(2, '0');
  return `
    <Pupil>
      <UPN>${makeUpn(number)}</UPN>
      <Surname>${surname}</Surname><Forename>${pick(FORENAMES, number)}</Forename>
      <DOB>2016-0${1 + (number % 9)}-${day}</DOB><Sex>${number % 2 === 0 ? 'F' : 'M'}</Sex>
      <BasicDetails>
        <PreferredForename>P${number}</PreferredForename><MiddleNames>Invented</MiddleNames>
        <NCyearActual>${1 + (number % 6)}</NCyearActual><Ethnicity>WBRI</Ethnicity>
        <Languages><Type><LanguageType>F</LanguageType><Language>ENG</Language></Type></Languages>
        <EnrolStatus>C</EnrolStatus><MedicalFlag>false</MedicalFlag>
      </BasicDetails>
      <FSMhistory><FSMinstance><FSMstartDate>2024-01-08</FSMstartDate><UKcountry>ENG</UKcountry></FSMinstance></FSMhistory>
      <LookedAfter><InCare>false</InCare></LookedAfter>
      <SENhistory>
        <SEN><StartDate>2022-10-02</StartDate><SENprovision>K</SENprovision></SEN>
        <SEN><StartDate>2024-03-11</StartDate><SENprovision>${number % 5 === 0 ? 'E' : 'N'}</SENprovision></SEN>
        <SENneeds><SENneed><SENtypeRank>1</SENtypeRank><SENtype>${pick(NEEDS, number)}</SENtype></SENneed></SENneeds>
      </SENhistory>
      <Address>
        <BS7666Address><PAON>${number}</PAON><Street>Acorn Lane</Street><Town>Exampleton</Town></BS7666Address>
        <PostCode>SE1 1AA</PostCode>
      </Address>
      <Contacts>${contact(1, surname)}${contact(2, surname)}
      </Contacts>
      <Attendance><YearData><Year>2025</Year><LEA>209</LEA><Estab>9999</Estab><SessionsPossible>380</SessionsPossible><SessionsAuthorised>10</SessionsAuthorised><SessionsAttended>368</SessionsAttended><SessionsUnauthorised>2</SessionsUnauthorised><AttendSessions><AttendanceStartDate>2025-09-01</AttendanceStartDate><AttendanceMarks>${marks}</AttendanceMarks></AttendSessions></YearData></Attendance>
      <StageAssessments><KeyStage><Stage>KS1</Stage><StageAssessment><Locale>ENG</Locale><Year>2024</Year><Subject>PHO</Subject><Method>TT</Method><Component>PHO</Component><ResultStatus>R</ResultStatus><ResultQualifier>NM</ResultQualifier><Result>34</Result><ResultDate>2024-06-10</ResultDate></StageAssessment></KeyStage></StageAssessments>
      <SchoolHistory><School><LEA>209</LEA><Estab>9999</Estab><SchoolName>Pebblebrook Infant School</SchoolName><EntryDate>2021-09-06</EntryDate><LeavingDate>2026-07-20</LeavingDate><LastSchool>true</LastSchool></School></SchoolHistory>
    </Pupil>`;
}

/** What a file's header may say otherwise than usual. */
export type CtfHeaderGiven = {
  readonly version?: string;
  readonly qualifier?: 'full' | 'partial';
  readonly to?: string;
};

export function makeCtfHeader({
  version = '25.0',
  qualifier = 'full',
  to = '2099998',
}: CtfHeaderGiven = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CTfile>
  <Header>
    <DocumentName>Common Transfer File</DocumentName><CTFversion>${version}</CTFversion>
    <DateTime>2026-09-08T09:30:00</DateTime><DocumentQualifier>${qualifier}</DocumentQualifier>
    <SupplierID>Example MIS</SupplierID>
    <SourceSchool><LEA>209</LEA><Estab>9999</Estab><SchoolName>Pebblebrook Infant School</SchoolName><AcademicYear>2026</AcademicYear></SourceSchool>
    <DestSchool><LEA>${to.slice(0, 3)}</LEA><Estab>${to.slice(3)}</Estab></DestSchool>
  </Header>
  <CTFpupilData>`;
}

/** A transfer file of `count` pupils, in pieces of a hundred. */
export function* makeCtf(count: number, header?: CtfHeaderGiven): Generator<string> {
  yield makeCtfHeader(header);
  for (let from = 0; from < count; from += 100) {
    const numbers = Array.from({ length: Math.min(100, count - from) }, (_, index) => from + index);
    yield numbers.map(makeCtfPupil).join('');
  }
  yield '\n  </CTFpupilData>\n</CTfile>\n';
}

/** The same as bytes. */
export const makeCtfBytes = (count: number, header?: CtfHeaderGiven): Uint8Array =>
  Buffer.from([...makeCtf(count, header)].join(''));

/** A file around pupils that the test writes. */
export const wrapCtf = (pupils: string, header?: CtfHeaderGiven): Uint8Array =>
  Buffer.from(`${makeCtfHeader(header)}${pupils}\n  </CTFpupilData>\n</CTfile>\n`);
