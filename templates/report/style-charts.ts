export const chartsStyle = `
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin-block:.6rem;font-size:.9rem}.legend li{display:flex;align-items:center;gap:.4rem}
.metrics{border-top:1px solid var(--line)}
.metrics>li{display:grid;grid-template-columns:minmax(0,13rem) minmax(0,1fr) minmax(0,15rem);gap:.4rem 1.4rem;align-items:start;padding-block:.9rem;border-bottom:1px solid var(--line)}
.metrics .primary{background:var(--card);box-shadow:0 0 0 .6rem var(--card);border-radius:2px}.metrics .primary{margin-block:.6rem}
.figures b{font-size:1.05rem}.range{white-space:nowrap}.what .chip{vertical-align:.1em}.metrics{font-variant-numeric:tabular-nums}
.drawn svg{display:block;width:100%;overflow:visible}.reading{font-size:.9rem;margin-top:.2rem}
svg text{font:12px system-ui,sans-serif;fill:var(--quiet)}
.beyond{fill:url(#hatch)}#hatch .stroke{fill:var(--beyond)}.margin{stroke:var(--loss);stroke-width:1.5;stroke-dasharray:4 3}.zero{stroke:var(--ink);stroke-width:1.5}.axis{stroke:var(--line)}
.interval line{stroke:var(--candidate);stroke-width:3}.point{fill:var(--candidate);stroke:var(--card);stroke-width:2}
.counts{display:block;width:100%;margin-top:.3rem}.gains{fill:var(--gain)}.losses{fill:url(#dense)}#dense .ground{fill:var(--card)}#dense .stroke{fill:var(--loss)}
.tally{display:flex;flex-wrap:wrap;gap:0 .9rem;font-size:.9rem}
.current line{stroke:var(--current);stroke-width:3}.candidate line{stroke:var(--candidate);stroke-width:3}.current circle{fill:var(--current)}.candidate path{fill:var(--candidate)}
.current circle,.candidate path{stroke:var(--paper);stroke-width:2}.track.track{stroke:var(--bar);stroke-width:1}
@media (max-width:60rem){.metrics>li{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.metrics .drawn{grid-column:1/-1;grid-row:2}}
@media (max-width:34rem){.metrics>li{grid-template-columns:minmax(0,1fr)}.metrics .drawn{grid-row:auto}}`;
