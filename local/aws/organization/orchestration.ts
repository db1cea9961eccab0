import type { Held } from './estate.ts';

/** What one version of an agent runs on. */
export interface AgentVersion {
  readonly version: string;
  readonly model: string;
  /** Model that the orchestration prompt names by itself. */
  readonly orchestration?: string;
}

/** The working draft is the version `DRAFT`; versions never change. */
export interface Agent extends Held {
  readonly versions: readonly AgentVersion[];
  /** Version each alias points to. */
  readonly aliases: Readonly<Record<string, string>>;
}

export interface Prompt extends Held {
  readonly versions: readonly { readonly version: string; readonly variants: Readonly<Record<string, string>> }[];
}

export interface FlowVersion {
  readonly version: string;
  /** Model of a prompt written inside the flow. */
  readonly prompt: string;
  /** Knowledge base that is asked, and the model that words its answer. */
  readonly knowledgeBase: { readonly id: string; readonly model: string };
}

export interface Flow extends Held {
  readonly versions: readonly FlowVersion[];
  readonly aliases: Readonly<Record<string, string>>;
}

export interface KnowledgeBase extends Held {
  readonly embedding: string;
  /** Its data sources: name, and the models that read and enrich documents before they are embedded. */
  readonly sources: readonly { readonly name: string; readonly parsing?: string; readonly enrichment?: string }[];
}
