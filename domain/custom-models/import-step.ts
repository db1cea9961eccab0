/** An import as a person asks for it; the name is the imported model's. */
export interface ImportRequest {
  readonly modelName: string;
  readonly roleArn: string;
  readonly s3Uri: string;
  readonly modelKey: string | null;
}

/** An import job as Bedrock tells of it. */
export interface ImportJob {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  readonly s3Uri: string;
  readonly modelArn: string | null;
  readonly failure: string | null;
}

/** An imported model, and the job it came from. */
export interface ImportedModel {
  readonly arn: string;
  readonly job: string | null;
  readonly architecture: string | null;
}

/** What there is already when somebody looks. */
export interface ImportSeen {
  /** Jobs of the import's names, in any order. */
  readonly jobs: readonly ImportJob[];
  /** The imported model of that name, or from those jobs. */
  readonly model: ImportedModel | null;
}

export type ImportStep =
  | { readonly kind: 'start'; readonly jobName: string }
  | { readonly kind: 'follow'; readonly job: ImportJob }
  | { readonly kind: 'try'; readonly model: ImportedModel }
  | { readonly kind: 'failed'; readonly job: ImportJob }
  /** The name belongs to a model, or a job, that is not this import's. */
  | { readonly kind: 'taken'; readonly by: string };

/**
 * What comes next in an import, from what is there: nothing is started twice, however often it is asked again. A job that failed earlier
 * is followed by another of the next number; one that fails while it is followed (`followed` is its ARN) is told.
 */
export function importStep(request: ImportRequest, { jobs, model }: ImportSeen, followed: string | null): ImportStep {
  const own = jobs
    .filter(({ name }) => attemptOf(request, name) !== null)
    .toSorted((a, b) => (attemptOf(request, a.name) ?? 0) - (attemptOf(request, b.name) ?? 0));
  const last = own.at(-1);
  if (model && !own.some(({ arn }) => arn === model.job)) return { kind: 'taken', by: model.arn };
  if (model) return { kind: 'try', model };
  if (!last) return { kind: 'start', jobName: jobName(request, 1) };
  if (last.status === 'InProgress')
    return last.s3Uri === request.s3Uri ? { kind: 'follow', job: last } : { kind: 'taken', by: last.arn };
  if (last.status === 'Failed' && followed === last.arn) return { kind: 'failed', job: last };
  // Failed before, or completed and its model is deleted since.
  return { kind: 'start', jobName: jobName(request, (attemptOf(request, last.name) ?? 0) + 1) };
}

/** What became of the wish to start a job. */
export type ImportStart =
  { readonly kind: 'started'; readonly jobArn: string } | { readonly kind: 'refused'; readonly message: string };

/** Whether Bedrock says that it cannot reach the weights, which may be any of several policies' fault. */
export function lacksAccess(message: string): boolean {
  return /does not have access to the S3 location/i.test(message);
}

/** How the names of an import's jobs begin. */
export function importJobPrefix({ modelName }: Pick<ImportRequest, 'modelName'>): string {
  return `${modelName}-import-`;
}

function jobName(request: ImportRequest, attempt: number): string {
  return `${importJobPrefix(request)}${attempt}`;
}

function attemptOf(request: ImportRequest, name: string): number | null {
  const prefix = importJobPrefix(request);
  const number = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return /^[1-9]\d*$/.test(number) ? Number(number) : null;
}

/**
 * Whether a name will do for an imported model, with room for the names of its jobs.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelImportJob.html
 */
export function isImportedModelName(name: string): boolean {
  return name.length <= 50 && /^(?:[0-9a-zA-Z]-?)+$/.test(name);
}
