import { digestSwitch } from './digest-switch.ts';

export default digestSwitch('/reviews/calendar/mail-me-no-more', false);
