/** What a simulated service answers instead of an output; the service's schema gives the status where it models the error. */
export class AwsError extends Error {
  override readonly name: string;
  readonly status: number | null;

  constructor(name: string, message: string, status: number | null = null) {
    super(message);
    this.name = name;
    this.status = status;
  }
}
