import { axisStyle } from './style-axis.ts';
import { migrationStyle } from './style-migration.ts';
import { panelStyle } from './style-panel.ts';
import { customModelsStyle } from './style-custom-models.ts';
import { formStyle } from './style-form.ts';
import { slackStyle } from './style-slack.ts';
import { ticketStyle } from './style-ticket.ts';
import { useStyle } from './style-use.ts';

/** Light by default; the same names carry the dark colours. Every pair of text and ground has at least 4.5 to 1. */
const colours = `
:root{color-scheme:light dark;
--paper:#f8f5ef;--card:#fffdf9;--ink:#26221b;--quiet:#6a6255;--line:#e4dccd;--faint:#f1ebdf;
--accent:#9a4a06;--sun:#d97706;--code:#efe8da;
--active:#dcebdd;--active-ink:#1f4d30;--legacy:#f7dd98;--legacy-ink:#4f3700;
--extended:#f3b27a;--extended-ink:#4a2100;--extended-line:#e69a58;
--ended:#8f3324;--ended-ink:#fff4ef;--ended-line:#a64c3b;
--phase:#e6e3f1;--phase-ink:#39336a;--phase-now:#4a4290;--phase-now-ink:#fff;--today:#1c5d99}
@media (prefers-color-scheme:dark){:root{
--paper:#171511;--card:#201d18;--ink:#ede7db;--quiet:#b0a693;--line:#3a352b;--faint:#2a261f;
--accent:#f2b266;--sun:#f0a93b;--code:#332e25;
--active:#243b2b;--active-ink:#c5e6cd;--legacy:#6a4d0c;--legacy-ink:#ffedc2;
--extended:#8a4513;--extended-ink:#ffe6d1;--extended-line:#a3592a;
--ended:#e08a78;--ended-ink:#33100a;--ended-line:#cf7562;
--phase:#302d49;--phase-ink:#d5d1f3;--phase-now:#b5aef0;--phase-now-ink:#1e1a3d;--today:#84bdf2}}`;

const page = `
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
p{margin:0}ol,ul{margin:0}a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--sun);outline-offset:2px;border-radius:4px}:target{scroll-margin-top:1rem}
code,pre{font:0.86em ui-monospace,SFMono-Regular,Menlo,monospace;background:var(--code);border-radius:4px;padding:.1em .3em}
h1,h2,.brand{font-family:"Iowan Old Style",Palatino,"Palatino Linotype",Georgia,serif;font-weight:600;line-height:1.2}
h1{font-size:clamp(1.5rem,4vw,2.1rem);margin:0 0 1rem}h2{font-size:1.6rem;margin:0;text-transform:capitalize}
h3{font-size:1.1rem;line-height:1.3;margin:0}h4{font-size:1rem;line-height:1.35;margin:0}
.quiet{color:var(--quiet);font-size:.9rem}.empty{color:var(--quiet);padding:1rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
.patterns{position:absolute}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top,main,footer{max-width:77rem;margin-inline:auto;padding-inline:clamp(.75rem,3vw,2rem)}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem;padding-block:1.1rem .9rem}
.brand{display:flex;align-items:center;gap:.5rem;font-size:1.5rem}
.sun{width:2rem;height:2rem;fill:var(--sun);stroke:var(--sun);stroke-width:1.8;stroke-linecap:round}.sun path{fill:none}
.top nav{margin-left:auto}.top nav ul{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0}
.top nav a{display:block;padding:.3rem .8rem;border:1px solid var(--line);border-radius:99px;background:var(--card);text-decoration:none;color:var(--ink)}
.top nav a:hover{border-color:var(--sun)}
.simulated{margin-inline:auto;padding-inline:1rem;max-width:min(73rem,calc(100% - 2*clamp(.75rem,3vw,2rem)));border:1px dashed var(--sun);border-radius:10px;padding-block:.55rem;background:var(--faint);font-size:.93rem}
@media (max-width:46rem){.top nav{margin-left:0;width:100%}}
main{padding-block:1.75rem}
.glance{list-style:none;padding:0;display:grid;gap:.6rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr))}
.glance li{position:relative;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem;display:flex;justify-content:space-between;align-items:flex-start;gap:.75rem}
.glance li:hover{border-color:var(--sun)}.glance a{color:inherit;text-decoration:none}.glance a::after{content:"";position:absolute;inset:0}
.glance a:hover b{text-decoration:underline}.glance b,.glance .model,.glance .owner{display:block}
.glance .model{font-size:.95rem}.glance .owner{color:var(--quiet);font-size:.87rem}
.team{margin-top:3rem}.team>header{border-bottom:2px solid var(--line);padding-bottom:.6rem;margin-bottom:1.1rem}
footer{padding-block:1rem 3rem;color:var(--quiet);font-size:.87rem}`;

/** The page's only style sheet. */
export const consoleStyle = [
  colours,
  page,
  migrationStyle,
  useStyle,
  customModelsStyle,
  axisStyle,
  panelStyle,
  slackStyle,
  formStyle,
  ticketStyle,
]
  .join('')
  .replaceAll('\n', '');
