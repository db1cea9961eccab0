import type { ModelStanding, Urgency } from '../domain/model-standing.ts';
import type { TextPosition } from '../domain/text-position.ts';
import type { Waiver } from '../domain/waiver.ts';
import type { TreeReading } from '../adapters/source-tree.ts';

export interface UnknownReference extends TextPosition {
  /** From the root of the tree. */
  readonly file: string;
  readonly matched: string;
}

/** A known model at one place of the tree. */
export interface Finding extends UnknownReference {
  readonly standing: ModelStanding;
  readonly urgency: Urgency;
  readonly waiver: Waiver | null;
}

/** What `sundial scan` found. */
export interface ScanReport extends TreeReading {
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownReference[];
  readonly within: number;
}

/** Whether it has ended or ends in time, and no waiver lets it pass. */
export function needsAttention({ urgency, waiver }: Finding): boolean {
  return urgency !== 'later' && waiver === null;
}

/** The document of `sundial scan --json`. */
export function scanJson({ findings, files, unknown, skipped }: ScanReport) {
  return {
    findings: findings.map(({ file, line, column, matched, standing, waiver }) => ({
      file,
      line,
      column,
      matched,
      ...standing,
      replacement: standing.replacement && {
        modelId: standing.replacement.modelId,
        source: standing.replacement.source,
      },
      ...(waiver && { waived: { reason: waiver.reason, until: waiver.until } }),
    })),
    files,
    unknown,
    skipped,
  };
}
