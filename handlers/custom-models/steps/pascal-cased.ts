/** Fields whose own names are data. */
const open = ['HyperParameters'];

/**
 * A request of the SDK with the names that Step Functions gives its fields.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html
 */
export function pascalCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pascalCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const pascal = name.charAt(0).toUpperCase() + name.slice(1);
      return [pascal, open.includes(pascal) ? one : pascalCased(one)];
    }),
  );
}
