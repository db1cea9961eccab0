import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { anchor, html, moment, momentOf } from '../../../templates/console/html.ts';

describe('html', () => {
  it('escapes whatever it marks up', () => {
    expect([
      html.text(`<&>"'`),
      html.bold('<b>'),
      html.code('a<b'),
      html.link('https://example.com/?a&b', '<b>'),
    ]).toEqual([
      '&lt;&amp;&gt;&quot;&#39;',
      '<strong>&lt;b&gt;</strong>',
      '<code>a&lt;b</code>',
      '<a href="https://example.com/?a&amp;b" rel="noopener noreferrer">&lt;b&gt;</a>',
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//example.com', 'ftp://example.com', 'https://a b', ''])(
    'makes no link of %j',
    (address) => {
      expect(anchor(address, 'here')).toBe('here');
    },
  );
});

describe('moment', () => {
  it('is told in the team’s time zone', () => {
    expect(momentOf('2026-11-20T23:30:00Z', 'Asia/Tokyo')).toBe(
      '<time datetime="2026-11-20T23:30:00Z">21 Nov 2026, 08:30</time>',
    );
  });

  it('stands as it is where it is none', () => {
    expect(momentOf('<soon>', 'Asia/Tokyo')).toBe('&lt;soon&gt;');
    expect(moment(DateTime.invalid('none'), 'Asia/Tokyo')).toBe('');
  });
});
