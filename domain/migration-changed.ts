import type { Change } from './action.ts';
import type { Dates, Stage } from './lifecycle.ts';
import type { MigrationStatus, TicketRef } from './migration.ts';
import { foundReplacement } from './replacement.ts';
import type { Situation } from './situation.ts';

/** Detail of Sundial's own event `Migration Changed`; docs/events.md has its JSON schema. */
export interface MigrationChanged {
  readonly migrationId: string;
  readonly modelId: string;
  readonly team: string;
  readonly change: Change;
  readonly status: MigrationStatus;
  readonly stage: Stage;
  readonly emergency: boolean;
  readonly daysLeft: number | null;
  readonly dates: Dates;
  readonly regions: readonly string[];
  readonly accounts: readonly string[];
  readonly replacement: { readonly modelId: string; readonly source: string } | null;
  readonly ticket: TicketRef | null;
  readonly thread: { readonly channel: string; readonly ts: string } | null;
  /** The same for a repeated delivery of the same change. */
  readonly key: string;
}

/** What events and JSON alike tell of a migration. */
export type MigrationFacts = Omit<MigrationChanged, 'migrationId' | 'change' | 'key'>;

export function migrationFacts({ migration, lifecycle, timeline, successor }: Situation): MigrationFacts {
  const { thread } = migration;
  return {
    modelId: migration.modelId,
    team: migration.team,
    status: migration.status,
    stage: timeline.stage,
    emergency: lifecycle.withdrawal !== null,
    daysLeft: timeline.daysLeft,
    dates: lifecycle.dates,
    regions: lifecycle.regions,
    accounts: [...new Set(migration.affected.map(({ account }) => account))],
    replacement: foundReplacement(successor),
    ticket: migration.ticket && { key: migration.ticket.key, url: migration.ticket.url },
    thread: thread && { channel: thread.channel, ts: thread.ts },
  };
}

export function migrationChanged(situation: Situation, change: Change, key: string): MigrationChanged {
  return { migrationId: situation.migration.id, change, ...migrationFacts(situation), key };
}
