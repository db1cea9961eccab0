import type { DateTime } from 'luxon';
import { previewPage } from '../../templates/console/preview-page.ts';
import { formSamples } from './form-samples.ts';
import { homeSamples } from './home-samples.ts';
import { migrationSamples } from './migration-samples.ts';
import { newsSamples } from './news-samples.ts';
import { people } from './sample-situations.ts';

/** The page on which everything that Sundial shows in Slack can be looked at. */
export function slackPreview(now: DateTime): string {
  const groups = [
    { name: 'The message of a migration', samples: migrationSamples(now) },
    { name: 'News in its thread', samples: newsSamples(now) },
    { name: 'Forms', samples: formSamples(now) },
    { name: 'App Home', samples: homeSamples(now) },
  ];
  return previewPage(groups, people, now);
}
