import { axisWidths } from './axis-scale.ts';

const [, ...wider] = axisWidths;

/** The time axis. Stages differ in texture and in words, not only in colour. */
export const axisStyle = `
.axis{display:block;width:100%;height:auto;font-size:12px;font-family:inherit}
.axis text{fill:var(--ink)}.axis .what{font-weight:600}.axis .when{fill:var(--quiet)}
.axis .flag line{stroke:var(--ink);stroke-width:1.25}.axis .today line{stroke:var(--today);stroke-width:2;stroke-dasharray:4 3}.axis .today .casing{stroke:var(--card);stroke-width:5;stroke-dasharray:none}
.axis .today .what,.axis .today .when{fill:var(--today)}
.axis .noSoonerThan line{stroke-dasharray:2 3}
.stages rect{stroke:var(--card);stroke-width:1}
rect.active,rect.before{fill:var(--active)}rect.legacy{fill:var(--legacy)}
.stages rect.extendedAccess{fill:url(#hatch)}.stages rect.endOfLife,.stages rect.withdrawn{fill:url(#cross)}
.patterns rect.extendedAccess{fill:var(--extended)}.patterns rect.endOfLife{fill:var(--ended)}
#hatch .stroke{fill:var(--extended-line)}#cross .stroke{fill:var(--ended-line)}
.stages text,.phases text{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}.stages text{font-weight:600}
.stages text.legacy{stroke:var(--legacy)}.stages text.extendedAccess{stroke:var(--extended)}.stages text.active,.stages text.before{stroke:var(--active)}
.stages text.endOfLife,.stages text.withdrawn{stroke:var(--ended)}text.phase{stroke:var(--phase)}text.phase.now{stroke:var(--phase-now)}.stages text.active,.stages text.before{fill:var(--active-ink)}.stages text.legacy{fill:var(--legacy-ink)}
.stages text.extendedAccess{fill:var(--extended-ink)}.stages text.endOfLife,.stages text.withdrawn{fill:var(--ended-ink)}
rect.phase{fill:var(--phase)}rect.phase.now{fill:var(--phase-now)}
text.phase{fill:var(--phase-ink);text-anchor:middle}text.phase.now{fill:var(--phase-now-ink);font-weight:600}
.months line{stroke:var(--line)}.months text{fill:var(--quiet);font-size:11px}
.axes{container-type:inline-size}.axis:not(.w${axisWidths[0]}){display:none}
${wider.map((width) => `@container (min-width:${width}px){.axis.w${width}{display:block}.axis:not(.w${width}){display:none}}`).join('')}`;
