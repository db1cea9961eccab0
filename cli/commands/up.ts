export function up(_options: object): Promise<number> {
  return Promise.resolve(0);
}
