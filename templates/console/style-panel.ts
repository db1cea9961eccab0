/** The channel and the tickets, side by side where there is room; each scrolls in itself on a desk, with the page on a phone. */
export const panelStyle = `
.panels{display:grid;gap:1.1rem;grid-template-columns:minmax(0,1fr)}
@media (min-width:64rem){.panels{grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}}
.panel{background:var(--card);border:1px solid var(--line);border-radius:14px;overflow:hidden}
.panel>h3{padding:.75rem 1rem;border-bottom:1px solid var(--line);background:var(--faint)}
.panel .kind{float:right;font-size:.8rem;font-weight:500;color:var(--quiet)}
.panel .scroll>ol{list-style:none;padding:0}
@media (min-width:46.01rem){.panel .scroll{max-height:44rem;overflow:auto;overscroll-behavior:contain}}
.panel .scroll:focus-visible{outline-offset:-3px}
.by{font-size:.9rem}.by time{color:var(--quiet);font-size:.82rem}`;
