export const casesStyle = `
.has-script .filters{display:grid;gap:.7rem;margin-top:.8rem;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem}
fieldset{border:0;margin:0;padding:0;min-width:0;display:flex;flex-wrap:wrap;gap:.4rem}legend{padding:0;float:left;margin-right:.4rem;color:var(--quiet);font-size:.9rem;line-height:2}
fieldset label{position:relative}fieldset input{position:absolute;inset:0;opacity:0;margin:0;width:100%;height:100%;cursor:pointer}
fieldset span{display:block;border:1px solid var(--line);border-radius:99px;padding:.15rem .75rem;background:var(--paper)}fieldset b{font-weight:600;font-variant-numeric:tabular-nums}
fieldset input:checked+span{background:var(--ink);color:var(--card);border-color:var(--ink)}fieldset input:focus-visible+span{outline:3px solid var(--sun);outline-offset:2px}
.row{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:end}.field{flex:1 1 14rem;min-width:0;font-size:.9rem;color:var(--quiet)}.check{padding-block:.4rem}
.field input,.field select{display:block;width:100%;margin-top:.15rem;font:inherit;font-size:1rem;color:var(--ink);background:var(--paper);border:1px solid var(--quiet);border-radius:8px;padding:.4rem .6rem;min-height:2.6rem}
.status{margin-block:.8rem .4rem;font-weight:600}
.list>li{border-top:1px solid var(--line)}.list>li:last-child{border-bottom:1px solid var(--line)}
.list summary{display:grid;grid-template-columns:10.5rem minmax(0,1fr) auto;gap:.2rem 1rem;padding:.5rem .4rem;cursor:pointer;align-items:baseline}.list summary:hover{background:var(--faint)}
.outcome{font-weight:600;font-size:.93rem}.outcome.worse{color:var(--regressed)}.outcome.better{color:var(--ready)}.outcome::before{content:"▸";display:inline-block;width:1.1em;color:var(--quiet);font-weight:400}[open]>summary .outcome::before{content:"▾"}
.list summary::-webkit-details-marker{display:none}.list summary{list-style:none}
.start{color:var(--quiet);font-size:.93rem}.chips{display:flex;flex-wrap:wrap;gap:.3rem}
.body{padding:.3rem .4rem 1.4rem;display:grid;gap:.9rem;min-width:0}.body>*,.side{min-width:0}.tags{display:flex;flex-wrap:wrap;gap:.3rem}
.body pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.6rem .8rem;max-height:32rem;overflow-y:auto;margin-block:.3rem;font-family:inherit;font-size:.95rem}
.pair{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}
.side{border-top:4px solid var(--current);padding-top:.4rem}.side+.side{border-top:4px double var(--candidate)}.result{display:flex;flex-wrap:wrap;gap:.3rem;align-items:baseline;margin-top:.3rem}
del,ins{color:var(--ink)}del{background:var(--del);text-decoration:underline dashed 1px;text-underline-offset:.2em}ins{background:var(--ins);text-decoration:underline solid 2px;text-underline-offset:.2em}
.judged{border-left:3px solid var(--line);padding-left:.9rem}.judged dd{margin-bottom:.35rem}
.has-script .pages{display:flex;justify-content:space-between;align-items:center;gap:1rem;margin-top:.8rem}
button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--quiet);border-radius:8px;padding:.4rem .9rem;min-height:2.6rem;cursor:pointer}button:disabled{visibility:hidden}
@media (max-width:46rem){.list summary{grid-template-columns:minmax(0,1fr)}}
@media print{.top nav,.filters,.pages,.skip,.has-script .filters,.has-script .pages,a.scripted.scripted{display:none}body{background:#fff;font-size:11pt}.card,.verdict,.metrics>li,.list>li{break-inside:avoid}.body pre{max-height:none}}`;
