/** What happens to the documents that a school publishes, with the version of each shape. */
export const publishingEvents = {
  PublishedDocumentBegun: 1,
  PublishedPartWritten: 1,
  PublishedLineAdded: 1,
  PublishedLineWithdrawn: 1,
  ReportCountAdded: 1,
  ReportCountWithdrawn: 1,
  PublishedDaysSet: 1,
  PublishedDocumentApproved: 1,
  DocumentPublished: 1,
  PublicationWithdrawn: 1,
} as const;
