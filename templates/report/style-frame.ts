export const frameStyle = `
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
p,ul,ol,dl,dd,pre{margin:0}ul,ol{padding:0;list-style:none}a{color:var(--accent);text-underline-offset:.15em}[hidden]{display:none!important}
:focus-visible{outline:3px solid var(--sun);outline-offset:2px;border-radius:4px}
code,pre{font:0.86em/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}code{background:var(--code);border-radius:4px;padding:.1em .3em}h1 code{background:none;padding:0}
h1,h2,.brand{font-family:"Iowan Old Style",Palatino,"Palatino Linotype",Georgia,serif;font-weight:600;line-height:1.2}
h1{font-size:clamp(1.4rem,3.6vw,2rem);margin:0}h2{font-size:1.5rem;margin:0 0 .2rem}h3{font-size:1.05rem;line-height:1.3;margin:0}h4,h5{font-size:.95rem;line-height:1.35;margin:0}
.quiet,.lead{color:var(--quiet);font-size:.9rem}h3 .quiet{font-weight:400}.none{padding-block:.4rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
.patterns,.unseen{position:absolute}.unseen{opacity:0}.scripted{display:none}
.has-script .scripted{display:revert}.has-script .unscripted{display:none}
.top,main,footer{max-width:76rem;margin-inline:auto;padding-inline:clamp(.75rem,3vw,2rem)}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem;padding-block:1.1rem .4rem}
.brand{display:flex;align-items:center;gap:.5rem;font-size:1.4rem}
.sun{width:1.8rem;height:1.8rem;fill:var(--sun);stroke:var(--sun);stroke-width:1.8;stroke-linecap:round}.sun path{fill:none}
.top nav{margin-left:auto}.top ul{display:flex;flex-wrap:wrap;gap:.35rem}
.top nav a{display:block;padding:.2rem .75rem;border:1px solid var(--line);border-radius:99px;background:var(--card);text-decoration:none;color:var(--ink);font-size:.92rem}.top nav a:hover{border-color:var(--sun)}
main{padding-block:1rem 2rem}main>*{margin-bottom:2.4rem}section,h2{scroll-margin-top:.75rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem 1.1rem}.card h2{font-size:1.25rem;margin-bottom:.5rem}.card p+p,.card table+p{margin-top:.5rem}
.columns{display:grid;gap:.9rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));margin-top:.8rem}.columns+.quiet{margin-top:.6rem}
.columns.three{grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);font-weight:400}tbody th,.amount{overflow-wrap:normal}thead th{color:var(--quiet);font-size:.87rem}
.wide{overflow-x:auto;margin-top:.6rem}.wide table{min-width:34rem}.said{display:block}
.chip{display:inline-block;border:1px solid var(--line);border-radius:99px;background:var(--faint);padding:0 .55rem;font:500 .82rem/1.6 system-ui,sans-serif}.chip.warn{background:var(--regressed-ground);border-color:currentColor;color:var(--regressed)}
.notes{border:1px dashed var(--sun);border-radius:10px;background:var(--faint);padding:.6rem 1rem}
.evidence{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));column-gap:2rem;margin-top:.6rem}
.evidence div{display:grid;grid-template-columns:minmax(7rem,2fr) 5fr;gap:.75rem;padding-block:.35rem;border-bottom:1px solid var(--line)}.evidence dt{color:var(--quiet);font-size:.9rem}
footer{padding-block:0 2.5rem;color:var(--quiet);font-size:.87rem}
@media (max-width:46rem){.top nav{margin-left:0;width:100%}}`;
