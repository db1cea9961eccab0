import { describe, expect, it } from 'vitest';
import { mrkdwnHtml } from '../../../templates/console/slack-mrkdwn.ts';

describe('mrkdwnHtml', () => {
  it.each`
    mrkdwn                                  | html
    ${'*bold* and _slanted_ and ~gone~'}    | ${'<p><strong>bold</strong> and <em>slanted</em> and <s>gone</s></p>'}
    ${'2 * 3 * 4 and snake_case_name'}      | ${'<p>2 * 3 * 4 and snake_case_name</p>'}
    ${'`*as it is*`'}                       | ${'<p><code>*as it is*</code></p>'}
    ${'*bold with `code`*'}                 | ${'<p><strong>bold with <code>code</code></strong></p>'}
    ${'a &lt;b&gt; &amp; c'}                | ${'<p>a &lt;b&gt; &amp; c</p>'}
    ${'<https://example.com/?a=1&amp;b|x>'} | ${'<p><a href="https://example.com/?a=1&amp;b" rel="noopener noreferrer">x</a></p>'}
    ${'<javascript:alert(1)|click>'}        | ${'<p>click</p>'}
    ${'<https://here.test/1|the ticket>'}   | ${'<p><a href="#ticket-1">the ticket</a></p>'}
    ${'<!here> <#C1|payments>'}             | ${'<p><span class="mention">@here</span> <span class="mention">#payments</span></p>'}
    ${':warning: :no_such_emoji:'}          | ${'<p>⚠️ :no_such_emoji:</p>'}
    ${'• one\n• two'}                       | ${'<p class="bullet">• one</p><p class="bullet">• two</p>'}
    ${'&gt; said\n&gt; twice\nnot'}         | ${'<blockquote><p>said</p><p>twice</p></blockquote><p>not</p>'}
    ${'> said'}                             | ${'<blockquote><p>said</p></blockquote>'}
    ${'before\n```\na < *b*\n```\nafter'}   | ${'<p>before</p><pre>a &lt; *b*</pre><p>after</p>'}
    ${'```a```\n```b```'}                   | ${'<pre>a</pre><pre>b</pre>'}
    ${'<https://example.com> <#C1>'}        | ${'<p><a href="https://example.com" rel="noopener noreferrer">https://example.com</a> <span class="mention">#C1</span></p>'}
    ${'one\n\ntwo'}                         | ${'<p>one</p><p class="gap"></p><p>two</p>'}
    ${'<script>alert(1)</script>'}          | ${'<p>scriptalert(1)/script</p>'}
  `('shows $mrkdwn', ({ mrkdwn, html }) => {
    const links = (url: string) => (url === 'https://here.test/1' ? '#ticket-1' : url);

    expect(mrkdwnHtml(mrkdwn as string, links)).toBe(html);
  });
});
