// node test/kills/kill-many.ts [kills]: the long form of the journey "kills", with a line for each kill.
import { killAndCount } from './kill-and-count.ts';

const [kills = '100'] = process.argv.slice(2);
const outcome = await killAndCount(Number(kills), (words) => process.stdout.write(`${words}\n`));
process.stdout.write(`${JSON.stringify(outcome)}\n`);
process.exitCode = outcome.lost.length === 0 ? 0 : 1;
