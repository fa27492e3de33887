import type { HeldRecord } from './held-record.ts';

const pupil = (title: string, purpose: string, more: Partial<HeldRecord> = {}): HeldRecord => ({
  title,
  about: 'pupil',
  purpose,
  ...more,
});

const copied = 'It repeats, for speed, what the other records say';

/** What each table about pupils holds and what for, in the order in which a pupil's copy shows it. */
export const pupilRecords: Readonly<Record<string, HeldRecord>> = {
  pupils: pupil('Pupil', 'To know who the pupil is, and how old'),
  pupil_facts: pupil(
    'Names, year group, background and address',
    'To teach and support the pupil, and for the census that the law asks for',
    { isSpecial: true },
  ),
  pupil_identifiers: pupil('Pupil numbers', 'To match the pupil in files that schools send each other'),
  enrolments: pupil('Time at the school', 'To know when the pupil was on roll'),
  group_pupils: pupil('Classes and groups', 'To know who teaches the pupil'),
  pupil_carers: pupil(
    'Ties to parents and carers',
    'To know who is responsible for the pupil and who gets letters',
    {
      namesOthers: true,
    },
  ),
  carers: pupil('Parents and carers', 'To reach the family', { namesOthers: true }),
  key_workers: pupil('Key workers', 'To know who looks after the pupil’s support'),
  pupil_alerts: pupil('Alerts', 'To keep the pupil safe', { isSpecial: true, namesOthers: true }),
  sen_statuses: pupil('SEN status', 'To plan support, and for the census that the law asks for', {
    isSpecial: true,
  }),
  needs: pupil('Special educational needs', 'To plan support that fits', { isSpecial: true }),
  strengths: pupil('Strengths', 'To build on what the pupil does well'),
  special_places: pupil('Places in a SEN unit or resourced provision', 'To plan support and places'),
  attendance: pupil('Attendance', 'To see whether support is working'),
  suspensions: pupil('Suspensions', 'To see whether support is working, and to meet duties in law', {
    isSpecial: true,
  }),
  contact_notes: pupil('Notes of contacts, worries and decisions', 'To remember what was said and agreed', {
    isSpecial: true,
    namesOthers: true,
  }),
  tasks: pupil('Tasks', 'To see that what was promised is done', { namesOthers: true }),
  concerns: pupil('Concerns', 'To look early at what somebody sees in the pupil', {
    isSpecial: true,
    namesOthers: true,
  }),
  concern_decisions: pupil('What was decided of concerns', 'To show what followed, and why', {
    isSpecial: true,
    namesOthers: true,
  }),
  pupil_summaries: pupil('The pupil in their own words', 'To let adults know how to help', {
    isSpecial: true,
  }),
  plans: pupil('Plans', 'To plan support with the family and to review it', { isSpecial: true }),
  plan_sections: pupil('Parts of plans', 'To plan support with the family', {
    isSpecial: true,
    namesOthers: true,
  }),
  plan_targets: pupil('Targets', 'To say what the pupil is to reach, and by when', { isSpecial: true }),
  plan_strategies: pupil('Strategies', 'To say who does what', { namesOthers: true }),
  target_reviews: pupil('Reviews of targets', 'To see whether support is working', { isSpecial: true }),
  target_evidence: pupil('Evidence of targets', 'To see whether support is working', {
    isSpecial: true,
    namesOthers: true,
  }),
  ask_items: pupil('What was asked of teachers', 'To gather what those who teach the pupil have seen'),
  set_aside_findings: pupil(
    'What was found to fit in a plan all the same',
    'To say why a plan is right as it is',
  ),
  plan_drafts: pupil('Parts of plans that are not saved yet', 'To lose nothing while a plan is written', {
    isSpecial: true,
    namesOthers: true,
    notInCopy: 'Nobody but the writer has read it; what is saved is in the plan, the rest is thrown away',
  }),
  plan_versions: pupil('Plans as issued', 'To show what was agreed', { isSpecial: true, namesOthers: true }),
  demand_pupils: pupil('Help in the week', 'To place adults where they are needed'),
  fixed_points: pupil('What the pupil must not miss', 'To take the pupil out of nothing that matters'),
  adult_avoids: pupil('Adults kept apart from the pupil', 'To keep the pupil safe and calm', {
    namesOthers: true,
  }),
  run_pupils: pupil('Provision', 'To know what help the pupil gets, and what came of it', {
    isSpecial: true,
  }),
  session_pupils: pupil('Sessions of provision', 'To see that help that was planned is given'),
  ehc_plans: pupil('EHC plan', 'To know what the authority must secure for the pupil', { isSpecial: true }),
  ehc_entries: pupil('EHC plan while it is entered', 'To check the authority’s document before it is kept', {
    isSpecial: true,
    namesOthers: true,
  }),
  ehc_plan_versions: pupil('EHC plan as issued', 'To show what the authority said, and when', {
    isSpecial: true,
    namesOthers: true,
  }),
  ehc_outcomes: pupil('Outcomes of the EHC plan', 'To work towards them', { isSpecial: true }),
  ehc_lines: pupil('Lines of Section F', 'To see that what is promised is given', { isSpecial: true }),
  ehc_outcome_targets: pupil(
    'Targets towards outcomes of the EHC plan',
    'To show how the school works towards them',
  ),
  ehc_line_runs: pupil(
    'Provision that counts to a line of Section F',
    'To see that what is promised is given',
  ),
  advice: pupil('Professionals’ advice', 'To see whether it is in the EHC plan', {
    isSpecial: true,
    namesOthers: true,
  }),
  advice_lines: pupil('Recommendations of professionals', 'To see whether they are in the EHC plan', {
    isSpecial: true,
    namesOthers: true,
  }),
  plan_shared_copies: pupil('Plans as shared', 'To show what the family read and signed', {
    isSpecial: true,
    namesOthers: true,
  }),
  voice_links: pupil('Links to answer by', 'To let the family answer without an account', {
    namesOthers: true,
  }),
  voice_answers: pupil('What the family and the pupil said', 'To hear them, in their own words', {
    isSpecial: true,
    namesOthers: true,
  }),
  voice_decisions: pupil('What became of their answers', 'To show that they were read'),
  letters: pupil('Letters sent to the family', 'To know what the family was told, and when', {
    namesOthers: true,
  }),
  plan_signatures: pupil('Signatures', 'To show who agreed to which plan', { namesOthers: true }),
  cards: pupil('Lesson cards', 'To let adults know what to do in a lesson'),
  card_lines: pupil('Lines of lesson cards', 'To let adults know what to do in a lesson', {
    isSpecial: true,
  }),
  card_seen: pupil('Who has read a lesson card', 'To see that adults know what to do', { namesOthers: true }),
  cases: pupil('Cases with an authority', 'To follow what the law asks of the school and the authority', {
    isSpecial: true,
  }),
  case_events: pupil('What happened in cases', 'To know which limits of the law run', {
    isSpecial: true,
    namesOthers: true,
  }),
  bids: pupil(
    'Applications for top-up',
    'To ask the authority for money beyond what the school meets itself',
  ),
  bid_parts: pupil('Words of applications for top-up', 'To say why the money is needed', {
    isSpecial: true,
    namesOthers: true,
  }),
  bid_events: pupil('What happened to applications for top-up', 'To know what was asked, given and paid', {
    namesOthers: true,
  }),
  bid_versions: pupil('Applications for top-up as they were sent', 'To show what the authority was told', {
    isSpecial: true,
    namesOthers: true,
  }),
  annual_reviews: pupil(
    'Reviews of EHC plans',
    'To review the plan in time, with everybody who must be asked',
    {
      isSpecial: true,
    },
  ),
  review_people: pupil('Who was invited to reviews', 'To invite everybody who must be, and to show it', {
    namesOthers: true,
  }),
  review_advice: pupil('Advice for reviews', 'To hear before the meeting those who know the pupil', {
    isSpecial: true,
    namesOthers: true,
  }),
  review_parts: pupil('Reports of reviews', 'To report the meeting to the authority and all invited', {
    isSpecial: true,
    namesOthers: true,
  }),
  review_deliveries: pupil(
    'Papers of reviews that were sent',
    'To show that everybody invited got the advice and the report in time',
    { namesOthers: true },
  ),
  assessment_requests: pupil('Requests for an assessment', 'To ask the authority for an assessment', {
    isSpecial: true,
  }),
  assessment_request_parts: pupil(
    'Parts of requests for an assessment',
    'To ask the authority for an assessment',
    { isSpecial: true, namesOthers: true },
  ),
  review_links: pupil('Links to answer invitations', 'To let those invited answer without an account'),
  claimed_exceptions: pupil('Exceptions claimed in cases', 'To know why a limit of the law was let go', {
    namesOthers: true,
  }),
  documents: pupil('Documents', 'To keep reports and letters about the pupil', {
    isSpecial: true,
    namesOthers: true,
  }),
  filled_forms: pupil(
    'Forms filled for an authority',
    'To show what an authority was told, and where each fact came from',
    { isSpecial: true },
  ),
  document_files: pupil('Files of documents', 'To keep reports and letters about the pupil', {
    isSpecial: true,
    namesOthers: true,
  }),
  access_requests: pupil(
    'Requests to see the record',
    'To answer requests in time, and to show that it was done',
    {
      namesOthers: true,
    },
  ),
  access_redactions: pupil('What was left out of a copy', 'To show why something was not given', {
    notInCopy: 'It would repeat what was left out',
  }),
  access_bundles: pupil('Copies that were made', 'To be able to show what was given', {
    notInCopy: 'It is an earlier copy of the same records',
  }),
  correction_requests: pupil(
    'Requests to put the record right',
    'To put mistakes right, and to keep what was said of them',
    {
      namesOthers: true,
    },
  ),
  retention_holds: pupil('Holds', 'To keep records that a claim or an inquiry needs'),
  events: pupil('What was changed, when and by whom', 'To show who did what', { namesOthers: true }),
  views: pupil('Who looked at the record', 'To show who has seen what'),
  reach: pupil('Who may see the pupil', 'To let in only those who teach or support the pupil'),
  plan_intake_plans: pupil('Plans that a file brought', 'To be able to take a file back'),
  import_changes: pupil('What files from other systems changed', 'To be able to undo an import'),
  import_rows: pupil('What a file from another system said', 'To check a file before it is taken in'),
  pupil_lines: pupil('Line in the list of pupils', 'To find a pupil quickly', { notInCopy: copied }),
  register_lines: pupil('Line in the SEND register', 'To show the register quickly', { notInCopy: copied }),
  run_pupil_lines: pupil('Line in the provision map', 'To show the map quickly', { notInCopy: copied }),
  run_cost_lines: pupil('Cost of provision, added up', 'To cost support', { notInCopy: copied }),
  budget_line_pupils: pupil('Money that comes for the pupil', 'To know what support is paid from'),
  budget_proposals: pupil('Proposals about money for support', 'To decide how support is paid for'),
  head_tellings: pupil('Dates of which the head was told', 'To keep what the law asks of the school in time'),
  results: pupil('Scores of tests and scales', 'To see what the pupil needs, and whether help works', {
    isSpecial: true,
  }),
  run_results: pupil('Scores at entry and exit', 'To see whether provision helped the pupil'),
};
