/** The pattern would be refused by EventBridge; `path` names the place, as in `detail.service[0]`. */
export class InvalidEventPatternError extends Error {
  readonly path: string;

  constructor(path: string, problem: string) {
    super(path ? `${path}: ${problem}` : problem);
    this.name = 'InvalidEventPatternError';
    this.path = path;
  }
}
