import type { ImportCheck } from '../../domain/custom-models/import-check.ts';
import type { ImportRequest, ImportSeen, ImportStart } from '../../domain/custom-models/import-step.ts';

/** What an import needs of the world; each may be asked again after a kill. */
export interface ImportPorts {
  readonly look: (request: ImportRequest) => Promise<ImportSeen>;
  readonly start: (request: ImportRequest, jobName: string) => Promise<ImportStart>;
  /** Weights, policies and access; changes nothing. */
  readonly check: () => Promise<ImportCheck>;
  /** The answer of one short call, `null` while the model is not ready. */
  readonly tryModel: (modelArn: string, architecture: string | null) => Promise<string | null>;
  /** How long to wait before asking again. */
  readonly pollMilliseconds: number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly tell: (line: string) => void;
}
