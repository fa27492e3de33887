import { NoCitus, spreadTables } from '#src/cluster/spread.ts';
import { readSettings } from '#src/platform/settings.ts';
import { prepareDatabase } from '#src/start.ts';
import { type Command, doneWith, refusedWith, usage } from './command.ts';

const typed = 'citus [--json]';

/** `sendero citus`: the newest schema on a Citus cluster, its tables laid on the nodes by school. */
export const citusCommand: Command = {
  usage: typed,
  says: 'lay the tables on the nodes of a Citus cluster at DATABASE_URL, by school',
  run: async (args) => {
    if (args.length > 0) return usage(typed);
    const settings = readSettings();
    if (settings.databaseUrl === null)
      return refusedWith(
        'Set DATABASE_URL to the coordinator of a Citus cluster. Without it there is one server only.',
      );
    const server = await prepareDatabase(settings);
    try {
      const laid = await spreadTables(server.url);
      return doneWith(
        { laid: laid.map(({ table, kind }) => ({ table, kind })) },
        laid.length === 0
          ? 'Every table lies on the nodes already.'
          : laid.map(({ table, kind }) => `${table}: ${kind}`).join('\n'),
      );
    } catch (error) {
      if (!(error instanceof NoCitus)) throw error;
      return refusedWith(
        'This server has no Citus. As a superuser: create extension citus, and add the nodes with citus_add_node.',
      );
    }
  },
};
