import type { DateTime } from 'luxon';
import type { Place } from '../../domain/coverage.ts';
import type { AwsClients } from '../aws-clients.ts';

/** Everything a reader of one place needs. */
export interface Asking {
  readonly place: Place;
  readonly clients: AwsClients;
  readonly now: DateTime;
}
