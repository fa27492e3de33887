/** What happens to a review beside the events of its case, with the version of each shape. */
export const reviewEvents = {
  ReviewStarted: 1,
  ReviewChanged: 1,
  ReviewWithdrawn: 1,
  ReviewPeopleInvited: 1,
  ReviewPersonAdded: 1,
  ReviewPersonWithdrawn: 1,
  ReviewAnswered: 1,
  ReviewAdviceReceived: 1,
  ReviewAdviceTakenBack: 1,
  ReviewAttendanceMarked: 1,
  ReviewLinkMade: 1,
  ReviewAdviceCirculated: 1,
  ReviewReportWritten: 1,
  ReviewReportSent: 1,
  ReviewPaperSent: 1,
  ReviewPaperOpened: 1,
} as const;
