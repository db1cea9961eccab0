import type { PromotionRequest } from '../../domain/custom-models/promotion-problems.ts';
import type { SeenRegion, SeenSharing } from '../../domain/custom-models/promotion-step.ts';

/** One Region of the target account. */
export interface PromotionRegion {
  readonly look: (request: PromotionRequest) => Promise<SeenRegion>;
  /** The ARN of the job; the same attempt twice is the same job. */
  readonly copy: (request: PromotionRequest, attempt: number) => Promise<string>;
  readonly serve: (request: PromotionRequest, model: string) => Promise<void>;
}

/** What a promotion needs of the world; each may be asked again after a kill. */
export interface PromotionPorts {
  readonly lookAtSharing: (request: PromotionRequest) => Promise<SeenSharing>;
  readonly share: (request: PromotionRequest) => Promise<void>;
  readonly accept: (invitation: string) => Promise<void>;
  readonly region: (region: string) => PromotionRegion;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly pollMilliseconds: number;
  readonly tell: (line: string) => void;
}
