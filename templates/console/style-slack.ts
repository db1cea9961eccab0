/** Messages as Slack lays them out. */
export const slackStyle = `
.slack .hash{color:var(--quiet)}
.messages>li{padding:.9rem 1rem}.messages>li+li{border-top:1px solid var(--line)}
.message{display:grid;grid-template-columns:2.25rem minmax(0,1fr);gap:.7rem}
.avatar{width:2.25rem;height:2.25rem;border-radius:8px;display:grid;place-items:center;background:var(--legacy);color:var(--legacy-ink);font-weight:700}
.app{font-size:.68rem;font-weight:600;border-radius:3px;padding:.05rem .3rem;background:var(--code);color:var(--quiet);vertical-align:.1em}
.said{font-size:.94rem;line-height:1.5;min-width:0}
.said .gap{height:.6rem}.said .bullet{padding-left:1em;text-indent:-1em}
.block-header{font-size:1.12rem;font-weight:700;line-height:1.35;margin:.25rem 0 .4rem}
.block-section{display:flex;gap:1rem;justify-content:space-between;margin:.5rem 0}.block-section>div{min-width:0}
.block-fields{display:grid;gap:.5rem 1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));margin-top:.4rem}
.block-context{color:var(--quiet);font-size:.84rem;margin:.5rem 0}
.block-actions{display:flex;flex-wrap:wrap;gap:.5rem;margin:.6rem 0 .2rem}
.button{display:inline-block;line-height:1.55;border:1px solid var(--line);border-radius:7px;padding:.25rem .8rem;font-weight:600;font-size:.9rem;text-decoration:none;color:var(--ink);background:var(--card)}
button.button,summary.button{font-family:inherit;cursor:pointer}
a.button:hover,button.button:hover,summary.button:hover{background:var(--faint)}.button.primary,button.button.primary{background:#1b6e50;border-color:#1b6e50;color:#fff}
.button.danger{border-color:var(--ended);color:var(--accent)}.button.off{color:var(--quiet);border-style:dashed}
.said blockquote{margin:.3rem 0;padding-left:.75rem;border-left:4px solid var(--line)}
.said pre{white-space:pre-wrap;padding:.5rem .7rem;margin:.4rem 0}.said hr{border:0;border-top:1px solid var(--line);margin:.7rem 0}
.mention{background:var(--faint);color:var(--accent);border-radius:3px;padding:0 .2em}
.edited,.block-other,.picture,.thread-count{color:var(--quiet);font-size:.82rem}
.thread{margin:.5rem 0 0 2.95rem;padding-left:.8rem;border-left:2px solid var(--line)}
.thread ol{list-style:none;padding:0}.thread li{margin-top:.7rem}.thread-count{font-weight:600}
.thread .message{grid-template-columns:1.6rem minmax(0,1fr);gap:.55rem}.thread .avatar{width:1.6rem;height:1.6rem;border-radius:6px;font-size:.8rem}
@media (max-width:46rem){.thread{margin-left:.4rem}}
.message:target{scroll-margin-top:30vh}
.messages>li.private{background:var(--faint)}.only-you{font-size:.82rem;color:var(--quiet);margin-bottom:.15rem}
.overflow[open]{flex:1 0 100%}.overflow>summary{list-style:none;padding-inline:.65rem}.overflow>summary::-webkit-details-marker{display:none}
.overflow>ul{list-style:none;margin:.4rem 0 0;padding:.3rem;width:fit-content;min-width:13rem;background:var(--card);border:1px solid var(--line);border-radius:9px}
.overflow>ul .button{display:block;width:100%;text-align:left;border-color:transparent;font-weight:400}
.block-image{margin:.5rem 0}.block-image figcaption{font-size:.87rem;font-weight:600;margin-bottom:.25rem}.block-image img{max-width:100%;height:auto;border:1px solid var(--line);border-radius:8px;background:#fff}
.chosen{display:inline-flex;flex-wrap:wrap;gap:.35rem}`;
