/** How the use moves, and what is left. Series differ in form: bars, a line, dashes. */
export const useStyle = `
.use{margin:.9rem 0 .6rem}.chart .old rect{fill:var(--phase-now)}
.chart polyline{fill:none}.chart .replacement{stroke:var(--sun);stroke-width:2.5;stroke-linejoin:round}
.chart .planned{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 4}.chart .floor{stroke:var(--line)}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:.35rem 0 0;font-size:.84rem;color:var(--quiet)}
.legend svg{width:22px;height:12px;margin-right:.4rem;vertical-align:-1px}
.unknown{border-left:4px double var(--sun);padding-left:.75rem}
.inventory{margin:.9rem 0}.inventory summary{cursor:pointer;font-size:.93rem;padding:.25rem 0}
.inventory summary::first-letter{text-transform:uppercase}
.inventory table{width:100%;border-collapse:collapse;font-size:.88rem;margin-top:.4rem}
.inventory th{text-align:left;font-weight:400;color:var(--quiet);font-size:.84rem}
.inventory th,.inventory td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.inventory .tag{border:1px dashed var(--quiet);border-radius:4px;padding:0 .3rem;font-size:.8rem;color:var(--quiet)}
@media (min-width:48.01rem){.inventory td:nth-child(3),.inventory time{white-space:nowrap}}
@media (max-width:48rem){.inventory table,.inventory tbody,.inventory tr,.inventory td{display:block;width:100%}
.inventory thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.inventory tr{border-bottom:1px solid var(--line);padding:.45rem 0}.inventory td{border:0;padding:.1rem 0 .1rem 7.5rem;position:relative;min-height:1.6em}
.inventory td::before{content:attr(data-label);position:absolute;left:0;color:var(--quiet);font-size:.84rem}}
.terms{margin:.9rem 0 .75rem;display:grid;gap:.6rem}.terms dt{font-size:.84rem;color:var(--quiet)}.terms dd{margin:0;font-size:.93rem}
.pill.done{background:transparent;border-color:currentColor;color:var(--active-ink)}.migration.done{border-style:dashed}`;
