/** What a model refuses, or how much it takes at most, and who says so. */
export type Limit = Restriction & {
  readonly asOf: string;
  /** Where it stands: an address, or a package and its version. */
  readonly reference: string;
};

/** `converse`: it cannot be asked through Converse at all. `forcedTool`: a `toolChoice` that is not `auto`. */
interface Refusal {
  readonly kind:
    | 'sampling'
    | 'temperatureWithTopP'
    | 'prefill'
    | 'forcedTool'
    | 'tools'
    | 'system'
    | 'image'
    | 'document'
    | 'converse';
}

interface Ceiling {
  readonly kind: 'maxTokens' | 'contextWindow';
  readonly most: number;
}

export type Restriction = Refusal | Ceiling;
export type LimitKind = Limit['kind'];
export type ModelLimits = readonly Limit[];
