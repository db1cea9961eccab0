import type { Estate } from '../estate.ts';
import { eu, models } from '../known-models.ts';

const { sonnet45, sonnet5, marengo27, marengo30 } = models;
const tags = { team: 'support', application: 'helpdesk' };

/** An embedding model is not swapped: on 2026-11-24 the articles are embedded anew, four days later the old base is deleted. */
export const supportInIreland: Estate = {
  knowledgeBases: [
    {
      id: 'ARTICLES01',
      name: 'helpdesk-articles',
      until: '2026-11-28',
      tags,
      embedding: marengo27,
      sources: [{ name: 'articles', parsing: eu(sonnet45), enrichment: eu(sonnet45) }],
    },
    {
      id: 'ARTICLES02',
      name: 'helpdesk-articles-2',
      from: '2026-11-24',
      tags,
      embedding: marengo30,
      sources: [{ name: 'articles', parsing: eu(sonnet5), enrichment: eu(sonnet5) }],
    },
  ],
  uses: [marengo27, marengo30].map((model) => ({
    calledAs: model,
    model,
    endpoint: 'bedrock-runtime',
    principal: { role: 'AmazonBedrockExecutionRoleForKnowledgeBase_articles', session: 'articles' },
    tokens: { input: 420, output: 0 },
    calls:
      model === marengo27
        ? [
            ['2026-11-24', 150],
            ['2026-11-28', 0],
          ]
        : [
            ['2026-11-24', 0],
            ['2026-11-28', 150],
          ],
  })),
};
