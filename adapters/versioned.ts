import type { Table } from './table.ts';

/** Writes the next version over the one that was read, kept under `name`; `false` where somebody else wrote first. */
export function putVersioned(
  table: Table,
  key: { readonly pk: string; readonly sk: string },
  name: string,
  value: { readonly version: number },
): Promise<boolean> {
  const { version } = value;
  const condition =
    version === 0
      ? { expression: 'attribute_not_exists(pk)' }
      : { expression: 'version = :version', values: { ':version': version } };
  const next = { ...value, version: version + 1 };
  return table.put({ ...key, version: next.version, [name]: next }, condition);
}
