/** The way of a custom model: what is over, where it stands, and what is ahead differ in form and not in colour alone. */
export const customModelsStyle = `
.custom-models{margin:.9rem 0}.custom-model{border-left:3px solid var(--line);padding:.2rem 0 .2rem .9rem;margin:.6rem 0;font-size:.93rem}
.custom-model h5{font-size:.95rem;margin:0 0 .3rem}.custom-model summary{cursor:pointer;font-size:.88rem;padding:.2rem 0}
.custom-model h5 .quiet{font-weight:400}
.way{display:flex;flex-wrap:wrap;gap:.3rem .4rem;list-style:none;padding:0;margin:.2rem 0 .5rem}
.way li{border:1px dashed var(--line);border-radius:99px;padding:.05rem .65rem;font-size:.82rem;color:var(--quiet)}
.way .past{border-style:solid;background:var(--phase);color:var(--phase-ink)}.way .past::before{content:"✓ "}
.way .now{border-style:solid;background:var(--phase-now);color:var(--phase-now-ink);font-weight:600}`;
