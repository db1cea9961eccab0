import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown, mrkdwn, spokenWords } from '../../templates/markup.ts';

const url = 'https://example.com/a?b=1&c=2';

describe('mrkdwn', () => {
  it.each`
    written                                        | why
    ${mrkdwn.text('a <b> & c')}                    | ${'a &lt;b&gt; &amp; c'}
    ${mrkdwn.text('<!channel>\nnow')}              | ${'&lt;!channel&gt; now'}
    ${mrkdwn.bold('Nova')}                         | ${'*Nova*'}
    ${mrkdwn.bold('')}                             | ${''}
    ${mrkdwn.code('a`b')}                          | ${"`a'b`"}
    ${mrkdwn.link(url, 'a|b')}                     | ${'<https://example.com/a?b=1&amp;c=2|a/b>'}
    ${mrkdwn.link('arn:aws:health', 'AWS Health')} | ${'AWS Health'}
    ${mrkdwn.link('https://x.y/<!here>', 'x')}     | ${'x'}
    ${spokenWords.link(url, 'page <1>')}           | ${'page &lt;1&gt;'}
    ${spokenWords.code('a<b')}                     | ${'a&lt;b'}
    ${spokenWords.bold('Nova')}                    | ${'Nova'}
  `('$why', ({ written, why }) => {
    expect(written).toBe(why);
  });
});

describe('markdown', () => {
  it.each`
    written                                  | as
    ${markdown.text('a|b <i> *c* [d]')}      | ${'a\\|b &lt;i&gt; \\*c\\* \\[d\\]'}
    ${markdown.text('@octocat')}             | ${'@\u{200B}octocat'}
    ${markdown.code('a`|b@c')}               | ${"`a'\\|b@c`"}
    ${markdown.code('<!-- sundial:end -->')} | ${'`<!- - sundial:end -->`'}
    ${markdown.code('<!-- sundial:end -->')} | ${'`<!- - sundial:end -->`'}
    ${markdown.link(url, 'here')}            | ${'[here](https://example.com/a?b=1&c=2)'}
    ${markdown.link('javascript:x', 'here')} | ${'here'}
  `('$as', ({ written, as }) => {
    expect(written).toBe(as);
  });
});

describe.each([
  ['mrkdwn', mrkdwn],
  ['markdown', markdown],
  ['spoken words', spokenWords],
])('%s', (_, markup) => {
  it('keeps what comes from outside on one line, bounded, and without a tag of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const written = markup.text(text);
        expect(written.length).toBeLessThanOrEqual(300);
        expect(written).not.toMatch(/[\n\r<>]/);
      }),
    );
  });
});
