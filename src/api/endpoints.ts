import { type Endpoint, isEndpoint } from '#src/api/endpoint.ts';

const found = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../modules/*/web/*.api.ts', '../pages/**/*.api.ts'],
  { eager: true },
);

/** Every address of the API: the default exports of files named after what they are, in the order of addresses. */
export const endpoints: readonly (Endpoint & { readonly file: string })[] = Object.entries(found)
  .map(([file, module]) => {
    const given = module.default;
    if (!isEndpoint(given)) throw new Error(`${file} has no endpoint as its default export`);
    return { ...given, file };
  })
  .toSorted((one, other) =>
    `${one.path.replaceAll(':', '~')} ${one.method}` < `${other.path.replaceAll(':', '~')} ${other.method}`
      ? -1
      : 1,
  );
