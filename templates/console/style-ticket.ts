/** Tickets: a line each, unfolding to their Markdown. */
export const ticketStyle = `
.tickets .scroll>ol>li+li{border-top:1px solid var(--line)}
.ticket>summary{cursor:pointer;list-style:none;padding:.9rem 1rem .8rem 2.3rem;position:relative}
.ticket>summary::-webkit-details-marker{display:none}
.ticket>summary::before{content:"▸";position:absolute;left:1rem;top:.85rem;color:var(--quiet)}
.ticket[open]>summary::before{content:"▾"}.ticket>summary:hover h4{text-decoration:underline}
.ticket .key{color:var(--quiet);font-weight:400}
.about{display:flex;flex-wrap:wrap;gap:.2rem .5rem;align-items:center;color:var(--quiet);font-size:.85rem;margin-top:.3rem}
.state,.label{border-radius:99px;padding:.05rem .6rem;font-size:.78rem;font-weight:600}
.state.open{background:var(--active);color:var(--active-ink)}.state.closed{background:var(--phase);color:var(--phase-ink)}
.label{border:1px solid var(--line);color:var(--ink);background:var(--faint)}
.markdown,.comment{padding:0 1rem 1rem;font-size:.93rem}
.markdown h5,.markdown h6{font-size:1rem;margin:1.3rem 0 .45rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
.markdown p,.comment p{margin:.5rem 0}.markdown ul,.markdown ol,.comment ul{padding-left:1.3rem;margin:.4rem 0}
.markdown ul,.comment ul{list-style:disc}.markdown li,.comment li{margin:.25rem 0}.markdown li:has(>.box){list-style:none;margin-left:-1.2rem;padding-left:1.45rem;text-indent:-1.45rem}
.markdown li:has(>.box)>*{text-indent:0}.box{display:inline-block;width:1.45rem;font-size:1.05rem;line-height:1}
.wide{overflow-x:auto;margin:.6rem 0}.markdown table{border-collapse:collapse;font-size:.87rem;min-width:100%}
.markdown th,.markdown td{border:1px solid var(--line);padding:.35rem .55rem;text-align:left;vertical-align:top;overflow-wrap:normal}
.markdown th{background:var(--faint)}
.markdown details{border:1px solid var(--line);border-radius:8px;padding:.5rem .75rem;margin:.6rem 0}
.comments{list-style:none;padding:0}.comment{border-top:1px solid var(--line);padding-top:.8rem}`;
