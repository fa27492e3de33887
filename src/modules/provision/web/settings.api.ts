import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { charges } from '../domain/run.ts';
import { getProvisionSettings } from '../queries/get-provision-settings.ts';

const Name = z.string().describe('As the school calls it');

/** What the school calls its waves, and how a new run is charged. */
export default endpoint({
  method: 'GET',
  path: '/provision/settings',
  summary: 'The school’s names of the waves, and how a new run is charged',
  may: 'provision.read',
  about: { none: 'words of the school, no pupil' },
  answer: z.object({
    waves: z.object({ universal: Name, targeted: Name, specialist: Name }),
    charge: z
      .enum(charges)
      .describe('shared: among the pupils who were there; one: charged to those marked to bear it'),
  }),
  handle: async ({ tx }) => {
    const { tierWords, charge } = await getProvisionSettings(tx);
    const { universal, targeted, specialist } = tierWords;
    return { waves: { universal, targeted, specialist }, charge };
  },
});
