/** One call to the simulated AWS: what is asked, and who asks where. */
export interface AwsCall {
  /** `bedrock:ListFoundationModels`. */
  readonly call: string;
  readonly account: string;
  readonly region: string;
  readonly accessKeyId: string;
}

/** Answers an operation whole; pages are cut elsewhere. Inputs are what the client's own schema gives. */
export type Handler = (input: never, call: AwsCall) => object;

/** By call: `{ 'bedrock:ListFoundationModels': … }`. */
export type Handlers = Readonly<Record<string, Handler>>;
