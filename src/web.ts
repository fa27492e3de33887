import { serveWeb } from './main.ts';
import { readSettings } from './platform/settings.ts';

const { SENDERO_WEB } = process.env;
if (SENDERO_WEB === undefined) throw new Error('SENDERO_WEB must say where the database is');
await serveWeb(readSettings(), SENDERO_WEB);
