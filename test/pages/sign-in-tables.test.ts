import { getMigrations } from 'better-auth/db/migration';
import { describe, expect, it } from 'vitest';
import { asOwner, program } from '../worker-database.ts';

describe('the tables of signing in', () => {
  it('are those that this version of the library wants', async () => {
    const { toBeAdded, toBeCreated } = await getMigrations(program.auth.options);
    expect({ toBeAdded, toBeCreated }).toEqual({ toBeAdded: [], toBeCreated: [] });
  });

  it('say how long they are kept', async () => {
    const silent = await asOwner(
      `select relname from pg_class where relnamespace = 'auth'::regnamespace and relkind = 'r'
         and obj_description(oid, 'pg_class') not like 'retain: %'`,
    );
    expect(silent).toEqual([]);
  });

  it('hold at the provider nothing but who somebody is', async () => {
    const { databaseHooks } = program.auth.options;
    const kept = await databaseHooks.account.create.before({
      id: '1',
      userId: '2',
      providerId: 'openid',
      accountId: 'sub',
      accessToken: 'opens the provider',
      refreshToken: 'opens it longer',
      idToken: 'names the person',
      createdAt: new Date(0),
      updatedAt: new Date(0),
    });
    expect(kept.data).toMatchObject({
      accountId: 'sub',
      accessToken: null,
      refreshToken: null,
      idToken: null,
    });
  });
});
