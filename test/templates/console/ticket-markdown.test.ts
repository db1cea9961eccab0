import { describe, expect, it } from 'vitest';
import { markdownHtml } from '../../../templates/console/ticket-markdown.ts';

const shown = (markdown: string) =>
  markdownHtml(markdown, (url) => (url === 'https://here.test/1' ? '#one' : url)).trim();

describe('markdownHtml', () => {
  it.each`
    markdown                                                         | html
    ${'## Plan'}                                                     | ${'<h5>Plan</h5>'}
    ${'**bold** `code` &lt;'}                                        | ${'<p><strong>bold</strong> <code>code</code> &lt;</p>'}
    ${'[page](https://example.com)'}                                 | ${'<p><a href="https://example.com" rel="noopener noreferrer">page</a></p>'}
    ${'[thread](https://here.test/1)'}                               | ${'<p><a href="#one">thread</a></p>'}
    ${'[click](javascript:alert(1))'}                                | ${'<p>click</p>'}
    ${'[click](data:text/html,x)'}                                   | ${'<p>click</p>'}
    ${'![sun](https://example.com/a.png)'}                           | ${'<p><span class="picture">(picture: sun)</span></p>'}
    ${'<!-- sundial:key -->\nseen'}                                  | ${'<p>seen</p>'}
    ${'a <b onclick="x">b</b>'}                                      | ${'<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>'}
    ${'<script>alert(1)</script>'}                                   | ${'&lt;script&gt;alert(1)&lt;/script&gt;'}
    ${'<details onclick="x">'}                                       | ${'&lt;details onclick=&quot;x&quot;&gt;'}
    ${'<details>\n<summary>A &amp; B</summary>\n\nin\n\n</details>'} | ${'<details>\n<summary>A &amp; B</summary><p>in</p>\n</details>'}
  `('shows $markdown', ({ markdown, html }) => {
    expect(shown(markdown as string)).toBe(html);
  });

  it('shows a checklist with what is done in words', () => {
    const html = shown('- [x] Quotas\n- [ ] Prompts');

    expect(html).toContain('aria-label="done">☑</span>Quotas');
    expect(html).toContain('aria-label="to do">☐</span>Prompts');
  });

  it('shows a table that scrolls in itself', () => {
    expect(shown('| A | B |\n| --- | --- |\n| `1` | 2 |')).toContain(
      'tabindex="0" role="group" aria-label="Table"><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td><code>1</code></td><td>2</td></tr></tbody></table></div>',
    );
  });

  it.each(['<details>', '</details>', '<details>\n\na\n\n<summary>\n\n</details>'])(
    'shows folding that does not fit together as it is written: %j',
    (markdown) => {
      expect(shown(markdown)).not.toMatch(/<\/?(details|summary)>/);
    },
  );
});
