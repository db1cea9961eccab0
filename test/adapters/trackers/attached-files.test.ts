import { describe, expect, it } from 'vitest';
import { keepFiles } from '../../../adapters/trackers/attached-files.ts';

const file = (content: string, name = 'list.csv') => ({ name, mediaType: 'text/csv', content });

/** What is done with a ticket that has files of these names. */
async function acted(there: readonly string[], ...files: ReturnType<typeof file>[]): Promise<string[]> {
  const did: string[] = [];
  const note = (what: string) => Promise.resolve(void did.push(what));
  await keepFiles(
    there.map((name) => ({ id: name, name })),
    files,
    { put: ({ name }) => note(`put ${name}`), remove: (id) => note(`remove ${id}`) },
  );
  return did;
}

const [a, b] = ['list-ca978112.csv', 'list-3e23e816.csv'];

describe('the files of a ticket', () => {
  it.each`
    there                           | files                  | did                            | why
    ${[]}                           | ${[file('a')]}         | ${[`put ${a}`]}                | ${'there is none'}
    ${[a]}                          | ${[file('a')]}         | ${[]}                          | ${'it says the same'}
    ${[a]}                          | ${[file('b')]}         | ${[`put ${b}`, `remove ${a}`]} | ${'it is as long and says something else'}
    ${[a, b]}                       | ${[file('b')]}         | ${[`remove ${a}`]}             | ${'an earlier attempt died before it took the old one off'}
    ${['list.csv', 'list-old.csv']} | ${[file('a')]}         | ${[`put ${a}`]}                | ${'others are people’s'}
    ${['list-ca978112']}            | ${[file('a', 'list')]} | ${[]}                          | ${'a name may have no ending'}
  `('are $did: $why', async ({ there, files, did }: Row) => {
    expect(await acted(there, ...files)).toEqual(did);
  });
});

interface Row {
  readonly there: string[];
  readonly files: ReturnType<typeof file>[];
  readonly did: string[];
}
