import type { Journal } from './journal.ts';

/** What exists in the simulated world before anybody does anything. */
export interface Seeds {
  readonly channels: readonly string[];
  readonly repositories: readonly string[];
}

/** What is asked for now and what ever was: a message outlives the configuration of its channel. What is new is written down. */
export function seeds(journal: Journal, asked: Seeds): Seeds {
  const before = journal.lines.filter((line) => line.kind === 'seeded');
  const channels = new Set(before.flatMap((line) => line.channels));
  const repositories = new Set(before.flatMap((line) => line.repositories));

  const fresh = {
    channels: [...new Set(asked.channels.map((name) => name.replace(/^#/, '')))].filter((name) => !channels.has(name)),
    repositories: [...new Set(asked.repositories)].filter((name) => !repositories.has(name)),
  };
  if (fresh.channels.length + fresh.repositories.length > 0) journal.append({ kind: 'seeded', ...fresh });
  return { channels: [...channels, ...fresh.channels], repositories: [...repositories, ...fresh.repositories] };
}
