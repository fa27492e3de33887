import { parseArgs } from 'node:util';
import { giveMembership, givenRoles, isRoleName, passwordFault } from '#src/modules/identity/index.ts';
import { findAccount, makeAccount, sendPasswordLink } from '#src/platform/auth/accounts.ts';
import { type Command, doneWith, refusedWith, usage } from './command.ts';
import { inSchool, withSchool } from './with-program.ts';

const typed = 'user add --school URN --email ADDRESS --name "…" --role ROLE [--password-from-stdin] [--json]';

const readAll = async (): Promise<string> => {
  const parts: string[] = [];
  for await (const part of process.stdin) parts.push(String(part));
  return parts.join('').trim();
};

/** `sendero user add …`: somebody with a role. Without a password they get a link to choose one. */
export const userCommand: Command = {
  usage: typed,
  says: `give somebody a role in a school; roles: ${givenRoles.join(', ')}`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        school: { type: 'string' },
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
        'password-from-stdin': { type: 'boolean' },
      },
    });
    const { email, name, role } = values;
    if (positionals[0] !== 'add' || email === undefined || name === undefined || role === undefined)
      return usage(typed);
    if (!isRoleName(role) || !givenRoles.includes(role))
      return refusedWith(`Roles are ${givenRoles.join(', ')}.`);
    const password = values['password-from-stdin'] ? await readAll() : undefined;
    const fault = password === undefined ? null : await passwordFault(password, [email, name]);
    if (fault !== null) return refusedWith(fault);
    return withSchool(values.school, async (program, schoolId) => {
      const held = await findAccount(program.database.auth, email);
      const personId =
        held ?? (await makeAccount(program.auth, { name, email: email.toLowerCase(), password }));
      const given = await inSchool(program, schoolId, (tx) =>
        giveMembership(tx, { personId, knownAs: name, role, fromOn: tx.scope.today }),
      );
      if (!given.ok) return refusedWith('This person holds the role already.');
      if (held === null && password === undefined) await sendPasswordLink(program.auth, email.toLowerCase());
      return doneWith({ personId, membershipId: given.value }, `${name} is now ${role} there.`);
    });
  },
};
