/** Which files Sendero reads, in the order in which each finds what it needs. */
export function WhatCanBeBrought() {
  return (
    <>
      <p>
        Bring what your school's own system exports: a common transfer file (CTF), or CSV and Excel reports
        from SIMS, Arbor, Bromcom, ScholarPack or any spreadsheet with headings. What a file holds is told
        from its headings, and nothing changes before you have looked at it.
      </p>
      <ol class="govuk-list govuk-list--number">
        <li>
          Pupils, or a CTF: names, year groups, classes. With them the SEN status and needs, if the file has
          them.
        </li>
        <li>SEN: statuses, needs and dates, where they stand in a file of their own.</li>
        <li>Contacts: parents and carers, and how to reach them.</li>
        <li>Staff, then classes and teaching groups, then the timetable.</li>
        <li>Attendance and suspensions.</li>
      </ol>
    </>
  );
}
