import type { DateTime } from 'luxon';
import { previewPage } from '../../templates/console/preview-page.ts';
import { answerSamples } from './answer-samples.ts';
import { customModelSamples } from './custom-model-samples.ts';
import { formSamples } from './form-samples.ts';
import { homeSamples } from './home-samples.ts';
import { migrationSamples } from './migration-samples.ts';
import { newsSamples } from './news-samples.ts';
import { runSamples } from './run-samples.ts';
import { people } from './sample-situations.ts';

/** The page on which everything that Sundial shows in Slack can be looked at. */
export function slackPreview(now: DateTime): string {
  const groups = [
    { name: 'The message of a migration', samples: migrationSamples(now) },
    { name: 'News in its thread', samples: newsSamples(now) },
    { name: 'Comparisons', samples: runSamples(now) },
    { name: 'Custom models', samples: customModelSamples(now) },
    { name: 'Answers to /sundial', samples: answerSamples(now) },
    { name: 'Forms', samples: formSamples(now) },
    { name: 'App Home', samples: homeSamples(now) },
  ];
  return previewPage(groups, people, now);
}
