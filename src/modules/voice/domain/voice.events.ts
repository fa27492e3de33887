/** What happens between a school and a family about a plan, with the version of each shape. */
export const voiceEvents = {
  VoiceLinkMade: 1,
  VoiceCodeMade: 1,
  VoiceLinkOpened: 1,
  VoiceLinkStopped: 1,
  VoiceHeard: 1,
  VoicePictureGiven: 1,
  VoiceJoined: 1,
  PlanSigned: 1,
  LetterSent: 1,
  LetterTemplateWritten: 1,
  LetterTemplateWithdrawn: 1,
} as const;
