export const privacyEvents = {
  AudienceChanged: 1,
  PupilOpenedByTrust: 1,
} as const;
