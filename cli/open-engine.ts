import type { Engine } from '../local/engine.ts';
import { startEngine } from '../local/engine.ts';
import { clock } from './clock.ts';
import { loadConfiguration } from './configuration-file.ts';
import { realServices, sayServices } from './real-services.ts';

interface EngineChoice {
  readonly state?: string | undefined;
  readonly now?: string | undefined;
  readonly config?: string | undefined;
}

/** The local engine as a command's options choose it; says on stderr which services are real. */
export async function openEngine({ state, now, config }: EngineChoice): Promise<Engine> {
  const configuration = loadConfiguration(config);
  const services = realServices(config);
  sayServices(services, configuration);
  return startEngine({ configuration, now: clock(now), directory: state ?? null, ...services });
}
