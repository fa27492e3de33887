import { parseArgs } from 'node:util';
import { programActor } from '#src/kernel/access.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import {
  type ApiToken,
  ApiTokenId,
  findApiToken,
  listApiTokens,
  makeToken,
  revokeToken,
  rolesForPrograms,
  stateOfToken,
} from '#src/modules/identity/index.ts';
import type { Program } from '#src/platform/program.ts';
import { type Command, doneWith, type Ended, refusedWith, usage } from './command.ts';
import { inSchool, withSchool } from './with-program.ts';

const typed =
  'token add|list|revoke --school URN [--name "…" --role ROLE --until DATE [--read-only]] [--id ID --why "…"] [--json]';

type Values = Readonly<Record<'name' | 'role' | 'until' | 'id' | 'why', string | undefined>> & {
  readonly isReadOnly: boolean;
};
type Asked = { readonly program: Program; readonly schoolId: SchoolId; readonly values: Values };

const wording = {
  in_past: 'A token ends today or later.',
  too_long: 'A token lasts twelve months at most.',
  name_taken: 'A token of this name works already. Revoke it first, or choose another name.',
};

async function add({ program, schoolId, values }: Asked): Promise<Ended> {
  const { name = '', isReadOnly } = values;
  const given = rolesForPrograms(programActor(schoolId));
  const role = given.find((one) => one === values.role);
  const untilOn = SchoolDate.safeParse(values.until);
  if (name.trim() === '' || name.length > 80) return refusedWith('Give a name of 1 to 80 characters.');
  if (role === undefined) return refusedWith(`Roles of programs are ${given.join(', ')}.`);
  if (!untilOn.success) return refusedWith('Give the last day by --until, such as 2027-07-31.');
  const made = await inSchool(program, schoolId, (tx) =>
    makeToken(tx, { name: name.trim(), role, isReadOnly, untilOn: untilOn.data }),
  );
  return made.ok
    ? doneWith(made.value, `The token, shown this once: ${made.value.token}`)
    : refusedWith(wording[made.refusal]);
}

async function list({ program, schoolId }: Asked): Promise<Ended> {
  const found = await inSchool(program, schoolId, async (tx) => {
    const told = ({ personId: _, ...token }: ApiToken) => ({
      ...token,
      state: stateOfToken(token, tx.scope.today),
    });
    return (await listApiTokens(tx)).map(told);
  });
  const lines = found.map(
    (one) => `${one.apiTokenId}  ${one.prefix}…  ${one.name}, ${one.role}: ${one.state}`,
  );
  return doneWith({ tokens: found }, lines.join('\n') || 'No token was made here.');
}

async function revoke({ program, schoolId, values: { id, why = '' } }: Asked): Promise<Ended> {
  const apiTokenId = ApiTokenId.safeParse(id);
  if (!apiTokenId.success || why.trim() === '') return usage(typed);
  const revoked = await inSchool(program, schoolId, async (tx) => {
    const token = await findApiToken(tx, apiTokenId.data);
    return token === null ? null : revokeToken(tx, token, why.trim().slice(0, 500));
  });
  if (revoked === null) return refusedWith('There is no such token in this school.');
  return revoked.ok
    ? doneWith({ revoked: id }, 'The token is revoked.')
    : refusedWith('It was revoked already.');
}

const deeds: Readonly<Record<string, (asked: Asked) => Promise<Ended>>> = { add, list, revoke };

/** `sendero token …`: what the page For programs does, for scripts. */
export const tokenCommand: Command = {
  usage: typed,
  says: 'make, list and revoke the tokens by which other systems use /api/v1',
  run: async (args) => {
    const text = { type: 'string' } as const;
    const options = { school: text, name: text, role: text, until: text, id: text, why: text } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, 'read-only': { type: 'boolean' } },
    });
    const deed = deeds[positionals[0] ?? ''];
    if (deed === undefined || positionals.length > 1) return usage(typed);
    const { name, role, until, id, why } = values;
    const asked = { name, role, until, id, why, isReadOnly: values['read-only'] === true };
    return withSchool(values.school, (program, schoolId) => deed({ program, schoolId, values: asked }));
  },
};
