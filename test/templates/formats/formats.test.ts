import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atlassianDocument } from '../../../templates/formats/atlassian-document.ts';
import { wordsOf } from '../../../templates/formats/atlassian-node.ts';
import { fitted } from '../../../templates/formats/fitted.ts';
import { htmlFile } from '../../../templates/formats/html-file.ts';
import { plainText } from '../../../templates/formats/plain-text.ts';
import { shortened } from '../../../templates/formats/shortened.ts';
import { markdown } from '../../../templates/markup.ts';
import { migrationTicket } from '../../../templates/migration-ticket.ts';
import { aSituation } from '../../builders/situation.ts';
import { adfProblems } from '../../fakes/trackers/adf-problems.ts';

const doc = (content: ReturnType<typeof atlassianDocument>) => ({ type: 'doc', version: 1, content });
const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

describe('Markdown in other formats', () => {
  it.each`
    given                                                                    | atlassian                                                                                                                                                                                                                                                                           | plain                                     | why
    ${'## Steps & more'}                                                     | ${[{ type: 'heading', attrs: { level: 2 }, content: [text('Steps & more')] }]}                                                                                                                                                                                                      | ${'STEPS & MORE'}                         | ${'a heading'}
    ${'a\nb'}                                                                | ${[paragraph(text('a b'))]}                                                                                                                                                                                                                                                         | ${'a\nb'}                                 | ${'a break in the text alone is none for readers'}
    ${'a  \nb'}                                                              | ${[paragraph(text('a'), { type: 'hardBreak' }, text('b'))]}                                                                                                                                                                                                                         | ${'a\nb'}                                 | ${'a break that is meant'}
    ${'**a** *b* `c &amp; d`'}                                               | ${[paragraph(text('a', { type: 'strong' }), text(' '), text('b', { type: 'em' }), text(' '), text('c &amp; d', { type: 'code' }))]}                                                                                                                                                 | ${'a b c &amp; d'}                        | ${'marks; code is as it stands'}
    ${'**[`a`](https://b.example)**'}                                        | ${[paragraph(text('a', { type: 'link', attrs: { href: 'https://b.example' } }, { type: 'code' }))]}                                                                                                                                                                                 | ${'a (https://b.example)'}                | ${'code bears a link and nothing else'}
    ${'<https://b.example>'}                                                 | ${[paragraph(text('https://b.example', { type: 'link', attrs: { href: 'https://b.example' } }))]}                                                                                                                                                                                   | ${'https://b.example'}                    | ${'a link that is its own label'}
    ${'\\*a &lt;b&gt;'}                                                      | ${[paragraph(text('*'), text('a <b>'))]}                                                                                                                                                                                                                                            | ${'*a <b>'}                               | ${'what was escaped is said'}
    ${'- [ ] a\n- [x] `b`'}                                                  | ${[{ type: 'taskList', attrs: { localId: 'sundial-1' }, content: [{ type: 'taskItem', attrs: { localId: 'sundial-1-1', state: 'TODO' }, content: [text('a')] }, { type: 'taskItem', attrs: { localId: 'sundial-1-2', state: 'DONE' }, content: [text('b', { type: 'code' })] }] }]} | ${'- [ ] a\n- [x] b'}                     | ${'steps'}
    ${'1. a\n2. b\n   - c'}                                                  | ${[{ type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('a'))] }, { type: 'listItem', content: [paragraph(text('b')), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('c'))] }] }] }] }]}                                     | ${'1. a\n2. b\n  - c'}                    | ${'lists in lists'}
    ${'| a | b |\n| --- | --- |\n| `1` | **2** |\n| 3 | |'}                  | ${[{ type: 'table', content: [['tableHeader', text('a'), text('b')], ['tableCell', text('1', { type: 'code' }), text('2', { type: 'strong' })], ['tableCell', text('3'), null]].map(row) }]}                                                                                        | ${'- 1; b: 2\n- 3'}                       | ${'a table, each cell with its column'}
    ${'```\nx < 1\n```'}                                                     | ${[{ type: 'codeBlock', content: [text('x < 1')] }]}                                                                                                                                                                                                                                | ${'x < 1'}                                | ${'code'}
    ${'<details>\n<summary>The 3 &amp; more</summary>\n\na\n\n</details>\n'} | ${[{ type: 'expand', attrs: { title: 'The 3 & more' }, content: [paragraph(text('a'))] }]}                                                                                                                                                                                          | ${'The 3 & more\n\na'}                    | ${'folded'}
    ${'<details>\n<summary>a</summary>\n\nb'}                                | ${[paragraph(text('<details> <summary>a</summary>')), paragraph(text('b'))]}                                                                                                                                                                                                        | ${'<details>\n<summary>a</summary>\n\nb'} | ${'one that never closes'}
    ${'- a\n\n  <details>\n  <summary>s</summary>\n\n  b\n\n  </details>'}   | ${[{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('a')), paragraph(text('b'))] }] }]}                                                                                                                                                                 | ${'- a\n  s\n  \n  b'}                    | ${'one inside another thing, where Jira folds nothing'}
    ${'- [ ] a\n\n- [ ] b'}                                                  | ${[{ type: 'taskList', attrs: { localId: 'sundial-1' }, content: ['a', 'b'].map((one, at) => ({ type: 'taskItem', attrs: { localId: `sundial-1-${at + 1}`, state: 'TODO' }, content: [text(one)] })) }]}                                                                            | ${'- [ ] a\n- [ ] b'}                     | ${'steps with room between them'}
    ${'- a\n- + b'}                                                          | ${[{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('a'))] }, { type: 'listItem', content: [paragraph(), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('b'))] }] }] }] }]}                                               | ${'- a\n- - b'}                           | ${'an item that begins with a list'}
    ${'> odd'}                                                               | ${[paragraph(text('> odd'))]}                                                                                                                                                                                                                                                       | ${'> odd'}                                | ${'what Sundial never writes'}
  `('$why', ({ given, atlassian, plain }: Row) => {
    expect(atlassianDocument(given)).toEqual(atlassian);
    expect(adfProblems(doc(atlassianDocument(given)))).toEqual([]);
    expect(plainText(given)).toBe(plain);
  });

  it('is a document that Jira takes, and loses no word, for a whole ticket', () => {
    const { parts } = migrationTicket(aSituation());

    const document = atlassianDocument(parts.join('\n\n'));

    expect(adfProblems(doc(document))).toEqual([]);
    const words = plainText(parts.join('\n\n'));
    for (const word of ['Claude Sonnet 5', '8 January 2027', '111122223333', 'Edge cases: the longest input']) {
      expect(wordsOf(document)).toContain(word);
      expect(words).toContain(word);
    }
  });

  it('is a document that Jira takes whatever comes from outside', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const given = `- ${markdown.text(one)} ${markdown.code(other)}\n\n| a |\n| --- |\n| ${markdown.bold(one)} |`;
        expect(adfProblems(doc(atlassianDocument(given)))).toEqual([]);
      }),
    );
  });
});

describe('a ticket as a page', () => {
  it('opens by itself, with what came from outside escaped', () => {
    const { name, mediaType, content } = htmlFile({
      title: 'a <b>',
      parts: ['- [ ] `x`', 'See [it](https://b.example).'],
    });

    expect([name, mediaType]).toEqual(['sundial-ticket.html', 'text/html']);
    expect(content).toContain('<h1>a &lt;b&gt;</h1>');
    expect(content).toContain('href="https://b.example"');
    expect(content).toContain('<code>x</code>');
  });
});

describe('what has no room', () => {
  const identity = (shown: string) => shown;
  const length = (shown: string) => shown.length;

  it('is named, or left out from the end, and never more than fits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 400 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 600 }),
        ([first = '', ...others], room) => {
          expect(fitted([first, ...others], room, identity, length).length).toBeLessThanOrEqual(room);
        },
      ),
    );
  });

  it('is left out only where it must be', () => {
    expect(fitted(['a', 'b'], 100, identity, length)).toBe('a\n\nb');
    expect(fitted(['a', `## Long\n\n${'x'.repeat(200)}`], 100, identity, length)).toBe(
      'a\n\n## Long\n\nToo long to show here.',
    );
    expect(fitted(['x '.repeat(200)], 100, identity, length)).toContain('Too long to show all of it here.');
  });

  it.each`
    given                                     | most  | shown                                                      | why
    ${'short'}                                | ${50} | ${'short'}                                                 | ${'it fits'}
    ${`${'a'.repeat(41)}\n${'b'.repeat(40)}`} | ${80} | ${`${'a'.repeat(41)}\n\nToo long to show all of it here.`} | ${'whole lines'}
    ${'a'.repeat(90)}                         | ${80} | ${`${'a'.repeat(46)}\n\nToo long to show all of it here.`} | ${'no line ends in time'}
    ${`${'a'.repeat(45)}😀${'b'.repeat(40)}`} | ${80} | ${`${'a'.repeat(45)}\n\nToo long to show all of it here.`} | ${'no character is cut in two'}
  `('is shortened: $why', ({ given, most, shown }: { given: string; most: number; shown: string }) => {
    expect(shortened(given, most)).toBe(shown);
    expect(shown.length).toBeLessThanOrEqual(most);
  });
});

function row([type, ...cells]: readonly (string | object | null)[]) {
  return {
    type: 'tableRow',
    content: cells.map((cell) => ({ type, content: [paragraph(...(cell && typeof cell === 'object' ? [cell] : []))] })),
  };
}

interface Row {
  readonly given: string;
  readonly atlassian: object[];
  readonly plain: string;
}
