type Kind = {
  readonly value: string;
  readonly label: string;
  readonly events: Readonly<Record<string, string>>;
  /** Also whatever an import did. */
  readonly isImport?: boolean;
};

/**
 * The kinds of happening that a timeline can be narrowed to, each with its events in plain words. A new event is a line
 * here; a new kind is an entry.
 */
export const happeningKinds: readonly Kind[] = [
  {
    value: 'status',
    label: 'SEN status',
    events: {
      StatusChanged: 'SEN status changed',
      StatusChangeUndone: 'Change of SEN status undone',
      StatusWithdrawn: 'SEN status withdrawn',
      StatusHistoryRecorded: 'SEN history taken in',
      ParentsTold: 'Parents told of SEN support',
    },
  },
  {
    value: 'needs',
    label: 'Needs and strengths',
    events: {
      NeedsChanged: 'Needs changed',
      NeedHistoryRecorded: 'Earlier needs taken in',
      StrengthAdded: 'Strength added',
      StrengthEnded: 'Strength ended',
      SummaryWritten: 'Own words written',
      CardWritten: 'Lesson card written',
      CardsRead: 'Lesson card read',
      SpecialPlaceGiven: 'Special place given',
      SpecialPlaceEnded: 'Special place ended',
    },
  },
  {
    value: 'concerns',
    label: 'Concerns',
    events: {
      ConcernRaised: 'Concern raised',
      ConcernDecided: 'Concern decided',
      ConcernDecisionUndone: 'Decision on a concern undone',
      ConcernWithdrawn: 'Concern withdrawn',
    },
  },
  {
    value: 'alerts',
    label: 'Alerts',
    events: {
      AlertRaised: 'Alert added',
      AlertEnded: 'Alert ended',
      AlertWithdrawn: 'Alert withdrawn',
      SafeguardingFlagged: 'Safeguarding lead holds a file',
      SafeguardingFlagEnded: 'Safeguarding flag ended',
    },
  },
  {
    value: 'people',
    label: 'People',
    events: {
      CarerRecorded: 'Parent or carer added',
      CarerChanged: 'Details of a parent or carer changed',
      PupilCarerChanged: 'What a parent or carer is to the pupil changed',
      PupilCarerEnded: 'Parent or carer ended',
      KeyWorkerGiven: 'Key worker changed',
      KeyWorkerUndone: 'Change of key worker undone',
    },
  },
  {
    value: 'family',
    label: 'With the family',
    events: {
      VoiceLinkMade: 'Link for the family made',
      VoiceCodeMade: 'New code for a link',
      VoiceLinkOpened: 'Link opened by the family',
      VoiceLinkStopped: 'Link stopped',
      VoiceHeard: 'Views given',
      VoicePictureGiven: 'Picture given',
      VoiceJoined: 'Views read, or put into the plan',
      PlanSigned: 'Plan signed',
      LetterSent: 'Letter to the family',
    },
  },
  {
    value: 'contacts',
    label: 'Contacts',
    events: { ContactLogged: 'Contact, worry or decision' },
  },
  {
    value: 'plans',
    label: 'Plans and reviews',
    events: {
      PlanBegun: 'Plan begun',
      PlanSectionWritten: 'Part of the plan written',
      TargetSet: 'Target set',
      TargetChanged: 'Target changed',
      TargetWithdrawn: 'Target taken out',
      TargetMarked: 'Target marked',
      PlanShared: 'Plan shared with the parents',
      PlanIssued: 'Plan issued',
      PlanReopened: 'Plan opened again',
      PlanReviewed: 'Plan reviewed',
      PlanWithdrawn: 'Plan withdrawn',
      TargetEvidenceAdded: 'Evidence of a target',
      TargetEvidenceWithdrawn: 'Evidence of a target withdrawn',
    },
  },
  {
    value: 'ehc-plan',
    label: 'EHC plan',
    events: {
      EhcPlanBegun: 'EHC plan entered',
      EhcPlanEnded: 'EHC plan ended',
      EhcPlanReopened: 'End of the EHC plan taken back',
      EhcEntryBegun: 'Document of the EHC plan begun',
      EhcEntryWritten: 'Document of the EHC plan written',
      EhcEntryThrownAway: 'Document of the EHC plan thrown away',
      EhcVersionKept: 'Document of the EHC plan kept',
      EhcRunTied: 'Provision counted to a line of Section F',
      EhcRunUntied: 'Provision counted to a line no longer',
      EhcTargetsLinked: 'Targets chosen for an outcome',
      AdviceRecorded: 'Advice put down',
      AdviceWithdrawn: 'Advice taken back',
      AdviceDecided: 'Advice held against the plan',
    },
  },
  {
    value: 'documents',
    label: 'Documents',
    events: {
      DocumentKept: 'Document kept',
      DocumentVersionAdded: 'New version of a document',
      DocumentChanged: 'Details of a document changed',
      DocumentAudienceChanged: 'Who may read a document changed',
      DocumentWithdrawn: 'Document withdrawn',
      DocumentFileRefused: 'File removed by the virus scanner',
      DocumentFileReleased: 'File scanned, and free to be read',
    },
  },
  {
    value: 'tasks',
    label: 'Tasks',
    events: {
      TaskAdded: 'Task added',
      TaskFinished: 'Task done',
      TaskReopened: 'Task opened again',
      TaskMoved: 'Task moved to another date',
      TaskHandedOver: 'Task handed over',
      TaskWithdrawn: 'Task withdrawn',
    },
  },
  {
    value: 'provision',
    label: 'Provision',
    events: {
      PupilPutInRun: 'Provision began',
      PupilTakenOutOfRun: 'Provision ended',
      PupilsPlaceInRunWithdrawn: 'Provision taken back, entered by mistake',
    },
  },
  {
    value: 'top-up',
    label: 'Top-up',
    events: {
      TopUpBidBegun: 'Application for top-up begun',
      TopUpBidRenewed: 'Application for top-up carried on',
      TopUpAskChanged: 'What is asked for in top-up changed',
      TopUpPartWritten: 'Application for top-up written',
      TopUpBidSent: 'Application for top-up sent',
      TopUpBidQueried: 'The authority asked about the top-up',
      TopUpBidAnswered: 'Question about the top-up answered',
      TopUpBidDecided: 'Top-up decided',
      TopUpMoneyPaid: 'Top-up paid',
      TopUpBidDropped: 'Application for top-up withdrawn',
      TopUpStepWithdrawn: 'A step of an application for top-up taken back',
    },
  },
  {
    value: 'access',
    label: 'Who may see',
    events: {
      AudienceChanged: 'Who may read a record changed',
      GuestPlaceOpened: 'A guest was let in',
      GuestPlaceExtended: 'Last day of a guest changed',
      GuestPlaceEnded: 'Access of a guest ended',
      PupilOpenedByTrust: 'Opened by the trust',
    },
  },
  {
    value: 'school',
    label: 'School',
    events: {
      PupilEnrolled: 'Came to the school',
      EnrolmentChanged: 'Enrolment changed',
      EnrolmentEnded: 'Left the school',
      GroupJoined: 'Joined a class or group',
      GroupLeft: 'Left a class or group',
      PupilFactsLearned: 'Facts changed',
      IdentifiersSet: 'Numbers changed',
      AttendanceRecorded: 'Attendance taken in',
      SuspensionRecorded: 'Suspension taken in',
    },
  },
  { value: 'imports', label: 'By import', events: {}, isImport: true },
];
